namespace PatchScribe.Cli.Archives;

/// <summary>The user's folders by the XDG Base Directory Specification.</summary>
internal static class XdgFolder
{
    /// <summary>What a variable names when it is an absolute path, else a folder of the user's home.</summary>
    public static string Of(string variable, params string[] standard)
    {
        var named = Environment.GetEnvironmentVariable(variable);
        return string.IsNullOrEmpty(named) || !Path.IsPathRooted(named) ? Path.Combine([Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), .. standard]) : named;
    }
}
