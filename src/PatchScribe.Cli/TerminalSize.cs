namespace PatchScribe.Cli;

/// <summary>What the terminal can show.</summary>
internal static class TerminalSize
{
    private const int Usual = 100;

    /// <summary>Columns; the usual number where the output is no terminal.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.IsOutputRedirected || Console.WindowWidth <= 0 ? Usual : Console.WindowWidth;
            }
            catch (IOException)
            {
                return Usual;
            }
        }
    }

    /// <summary>Colour unless NO_COLOR is set (no-color.org) or the terminal is dumb.</summary>
    public static bool Colour => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
