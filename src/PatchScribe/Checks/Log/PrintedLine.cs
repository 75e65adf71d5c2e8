using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Log;

/// <summary>Compares a line as a program printed it with the line as a log shows it.</summary>
internal static class PrintedLine
{
    /// <summary>True when the shown line is the printed one or a part of it; <c>...</c> stands for anything, blanks and the program's name in front do not count.</summary>
    public static bool Fits(string printed, string shown)
    {
        var (line, at) = (Core(printed), 0);
        foreach (var piece in Core(shown).Split(["...", "…"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = line.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return at > 0;
    }

    /// <summary>The line in one form of blanks, without the program's name in front.</summary>
    public static string Core(string line)
    {
        var text = Quotation.OneLine(line);
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && !text.AsSpan(0, colon).Contains(' ') ? text[(colon + 2)..] : text;
    }
}
