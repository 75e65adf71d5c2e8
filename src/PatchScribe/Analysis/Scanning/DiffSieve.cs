using System.Buffers;
using System.Text;
using PatchScribe.Conditionals;

namespace PatchScribe.Analysis.Scanning;

/// <summary>
/// Looks at the bytes of a diff, before anything is decoded, for the files whose changed lines can matter: a preprocessor
/// line or a literal in C, any statement of a build or schema file. What is left over is a diff text again.
/// </summary>
internal static class DiffSieve
{
    private static readonly SearchValues<byte> Telling = SearchValues.Create("\"#"u8);
    private static readonly SearchValues<byte> CapitalsOrDot = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ."u8);

    /// <summary>The sections of the files to look at, one behind the other; empty when there are none.</summary>
    public static string Sift(ReadOnlySpan<byte> diff, Func<string, bool> isWanted)
    {
        StringBuilder? kept = null;
        for (var at = diff.StartsWith("diff --git "u8) ? 0 : diff.IndexOf("\ndiff --git "u8) + 1; at < diff.Length;)
        {
            var next = diff[(at + 1)..].IndexOf("\ndiff --git "u8);
            var end = next < 0 ? diff.Length : at + 1 + next + 1;
            var section = diff[at..end];
            if (section.StartsWith("diff --git "u8) && Language(section) is { } language && isWanted(language) && Matters(section, language))
            {
                (kept ??= new StringBuilder()).Append(Encoding.UTF8.GetString(section));
            }

            at = end;
        }

        return kept?.ToString() ?? "";
    }

    /// <summary>By the path behind "diff --git a/"; of a rename both ends have the same language as a rule.</summary>
    private static string? Language(ReadOnlySpan<byte> section)
    {
        var line = section[..section.IndexOf((byte)'\n')];
        return SourceLanguage.Of(Encoding.UTF8.GetString(line[(line.LastIndexOf(" b/"u8) + 3)..]).TrimEnd('"'));
    }

    private static bool Matters(ReadOnlySpan<byte> section, string language)
    {
        var hunks = section.IndexOf("\n@@ "u8);
        if (hunks < 0)
        {
            return false;
        }

        var isCode = language == SourceLanguage.C;
        for (var rest = section[(hunks + 1)..]; rest.Length > 0;)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Length > 1 && line[0] is (byte)'+' or (byte)'-' && (isCode ? MattersInCode(line[1..]) : MattersElsewhere(line[1..])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MattersInCode(ReadOnlySpan<byte> line)
    {
        var at = line.IndexOfAny(Telling);
        if (at < 0)
        {
            // .name = TYPE_X, IS_ENABLED(CONFIG_X), error_setg(errp, QERR_X), module_param(x, ...)
            return line.ContainsAny(CapitalsOrDot) && (line.IndexOf("CONFIG_"u8) >= 0 || line.IndexOf("QERR_"u8) >= 0 || line.IndexOf(".name"u8) >= 0 || line.IndexOf("_ATTR"u8) >= 0)
                || line.StartsWith("module_param"u8) || line.IndexOf("error_setg_file_open"u8) >= 0;
        }

        if (line[at] == (byte)'"')
        {
            return true;
        }

        var rest = line[(at + 1)..].TrimStart(" \t"u8);
        return rest.StartsWith("if"u8) || rest.StartsWith("el"u8) || rest.StartsWith("endif"u8) || (rest.StartsWith("include"u8) ? rest.IndexOf("CONFIG_"u8) >= 0 : line.Contains((byte)'"'));
    }

    private static bool MattersElsewhere(ReadOnlySpan<byte> line)
    {
        var trimmed = line.TrimStart(" \t"u8);
        return trimmed.Length > 0 && trimmed[0] is not ((byte)'#' or (byte)'\r');
    }
}
