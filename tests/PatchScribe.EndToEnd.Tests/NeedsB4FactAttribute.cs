namespace PatchScribe.EndToEnd.Tests;

/// <summary>A test with the real b4 of 0.15 or newer, the first with these sockets; it is skipped, by name, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsB4FactAttribute : FactAttribute
{
    private static readonly Version First = new(0, 15);

    public NeedsB4FactAttribute()
    {
        var found = Installed();
        Skip = found is null ? "b4 is not installed" : found < First ? $"b4 {found} has no such sockets, 0.15 is the first" : null;
    }

    private static Version? Installed()
    {
        try
        {
            var text = Tool.Start("b4", Path.GetTempPath(), ["--version"]).Output.Trim();
            return Version.TryParse(text.Split('-', ' ')[0], out var version) ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
