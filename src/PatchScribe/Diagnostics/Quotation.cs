namespace PatchScribe.Diagnostics;

/// <summary>A text as it is quoted in one line.</summary>
public static class Quotation
{
    /// <summary>One blank for each run of blanks and line ends, none at the ends.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>In one line of at most <paramref name="length"/> characters, an ellipsis where it was cut.</summary>
    public static string Short(string text, int length = 100)
    {
        var line = OneLine(text);
        return line.Length <= length ? line : line[..(length - 3)] + "...";
    }
}
