using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.UserMessages;

/// <summary>Finds the user-visible messages of a C file, whole or as far as hunks show it.</summary>
public static class UserMessageFinder
{
    /// <summary>Every message of a whole file, by line.</summary>
    public static IReadOnlyList<UserMessage> Find(string path, string text, MessageCalls? calls = null)
    {
        var version = new CodeVersion(path, new FileSide([new TextSegment(1, text)], Complete: true));
        return Find(version, WrapperFinder.Extend(calls ?? MessageCalls.Known, version), StringMacros.Of(version));
    }

    internal static List<UserMessage> Find(CodeVersion version, MessageCalls calls, StringMacros macros)
    {
        var found = new List<UserMessage>();
        foreach (var segment in version.Segments)
        {
            foreach (var call in segment.Scan.Calls)
            {
                if (calls.Find(segment.Scan.NameOf(call)) is { } known)
                {
                    foreach (var format in Formats(segment.Scan, call, known, macros))
                    {
                        found.Add(Message(version, segment, call, known, format, found));
                    }
                }
            }
        }

        return found;
    }

    private static UserMessage Message(CodeVersion version, CodeSegment segment, CodeCall call, MessageCall known, FormatText format, List<UserMessage> earlier)
    {
        var line = segment.LineOf(call.Line);
        var function = segment.FunctionAt(line);
        var severity = format.Level is null ? SeverityOf(segment.Scan, call, known) : KernelLevel(format.Level);
        return new UserMessage(version.Path, line, function, known.Name, format.Format, severity, version.KnownAt(line))
        {
            LastLine = segment.LineOf(call.LastLine),
            Errno = known.Errno switch { 0 => null, -1 => "errno", var at => segment.Scan.Argument(call, at - 1).Trim().ToString() },
            ErrorClass = known.Name is "error_set" or "error_setv" or "qerror_report" && segment.Scan.Argument(call, known.Format - 2).Trim() is var name && name.StartsWith("ERROR_CLASS_") ? name.ToString() : null,
            AttachedTo = known.Severity != "hint" || function is null ? null
                : earlier.FindLast(one => one.Function == function && one.Severity != "hint" && one.Call.StartsWith("error_", StringComparison.Ordinal))?.Format,
        };
    }

    private static IEnumerable<FormatText> Formats(CodeScan scan, CodeCall call, MessageCall known, StringMacros macros)
    {
        if (known.FirstArgument is { } first && !scan.Argument(call, 0).Trim().SequenceEqual(first))
        {
            return [];
        }

        if (known.Text is { } text)
        {
            return [new FormatText(text, null)];
        }

        var at = known.Format - 1;
        if (known.Format == 0)
        {
            at = 0;
            while (at < call.ArgumentCount && !scan.Argument(call, at).Contains('"'))
            {
                at++;
            }
        }

        // A QERR_ macro is two arguments in one.
        var formats = at > 0 && scan.Argument(call, at - 1).Trim().StartsWith("QERR_") && known.Name is "error_set" or "qerror_report"
            ? FormatReader.Read(scan.Argument(call, at - 1), macros)
            : FormatReader.Read(scan.Argument(call, at), macros);
        return [.. formats.Select(format => format.Format is "%s" or "%s\\n" && Plain(scan.Argument(call, at + 1), macros) is { } plain ? plain with { Level = format.Level } : format)];
    }

    /// <summary>The text of a literal that is printed by a bare %s, as a format; null when the value is none.</summary>
    private static FormatText? Plain(ReadOnlySpan<char> value, StringMacros macros) =>
        value.Contains('"') && !value.Contains('?') && FormatReader.ReadOne(value, macros) is { } text ? new FormatText(text.Format.Replace("%", "%%", StringComparison.Ordinal), null) : null;

    /// <summary>dev_printk(KERN_ERR, ...): the level may stand in an argument of its own.</summary>
    private static string SeverityOf(CodeScan scan, CodeCall call, MessageCall known)
    {
        for (var i = 0; i < Math.Min(call.ArgumentCount, known.Format - 1); i++)
        {
            if (scan.Argument(call, i).Trim() is var argument && argument.StartsWith("KERN_"))
            {
                return KernelLevel(argument.ToString());
            }
        }

        return known.Severity;
    }

    private static string KernelLevel(string level) => level switch
    {
        "KERN_EMERG" => "fatal",
        "KERN_ALERT" or "KERN_CRIT" or "KERN_ERR" => "error",
        "KERN_WARNING" => "warning",
        "KERN_DEBUG" => "debug",
        _ => "info",
    };
}
