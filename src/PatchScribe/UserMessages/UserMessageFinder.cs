using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.UserMessages;

/// <summary>Finds the user-visible messages of a C file, whole or as far as hunks show it.</summary>
public static class UserMessageFinder
{
    /// <summary>The program's name may stand before "warning:".</summary>
    private const int MaxBeforeWarning = 12;

    /// <summary>Every message of a whole file, by line.</summary>
    public static IReadOnlyList<UserMessage> Find(string path, string text, MessageCalls? calls = null) =>
        Find(new CodeVersion(path, new FileSide([new TextSegment(1, text)], Complete: true)), calls);

    /// <summary>The same for what is known of one version of a file.</summary>
    internal static IReadOnlyList<UserMessage> Find(CodeVersion version, MessageCalls? calls = null) => Find(version, WrapperFinder.Extend(calls ?? MessageCalls.Known, version), StringMacros.Of(version));

    internal static List<UserMessage> Find(CodeVersion version, MessageCalls calls, StringMacros macros)
    {
        var found = new List<FoundCall>();
        foreach (var segment in version.Segments)
        {
            foreach (var call in segment.Scan.Calls)
            {
                if (calls.Find(segment.Scan.NameOf(call)) is { } known)
                {
                    foreach (var (format, condition) in Formats(segment.Scan, call, known, macros))
                    {
                        found.Add(new FoundCall(Message(version, segment, call, known, format, condition, found), known, segment, call));
                    }
                }
            }
        }

        return found.Exists(one => one.Known.Prefixes > 0) ? PrefixFinder.Attach(found) : found.ConvertAll(one => one.Message);
    }

    private static UserMessage Message(CodeVersion version, CodeSegment segment, CodeCall call, MessageCall known, FormatText format, Condition condition, List<FoundCall> earlier)
    {
        var line = segment.LineOf(call.Line);
        var function = segment.FunctionAt(line);
        var severity = format.Level is null ? SeverityOf(segment.Scan, call, known, format.Format) : KernelLevel(format.Level);
        return new UserMessage(version.Path, line, function, known.Name, format.Format, severity, condition.IsTrue ? version.KnownAt(line) : version.At(line).And(condition))
        {
            LastLine = segment.LineOf(call.LastLine),
            Errno = known.Errno switch { 0 => null, -1 => "errno", var at => segment.Scan.Argument(call, at - 1).Trim().ToString() },
            ErrorClass = known.Name is "error_set" or "error_setv" or "qerror_report" && segment.Scan.Argument(call, known.Format - 2).Trim() is var name && name.StartsWith("ERROR_CLASS_") ? name.ToString() : null,
            AttachedTo = known.Severity != "hint" || function is null ? null
                : earlier.FindLast(one => one.Message.Function == function && one.Known.Severity != "hint" && one.Known.Name.StartsWith("error_", StringComparison.Ordinal)).Message?.Format,
        };
    }

    /// <summary>The formats of a call, each with the condition that chooses it inside the call.</summary>
    private static IEnumerable<(FormatText Format, Condition Condition)> Formats(CodeScan scan, CodeCall call, MessageCall known, StringMacros macros)
    {
        if (known.FirstArgument is { } first && !scan.Argument(call, 0).Trim().SequenceEqual(first))
        {
            return [];
        }

        if (known.Text is { } text)
        {
            return [(new FormatText(text, null), Condition.True)];
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
        at -= at > 0 && scan.Argument(call, at - 1).Trim().StartsWith("QERR_") && known.Name is "error_set" or "qerror_report" ? 1 : 0;
        var argument = scan.Argument(call, at);
        if (!argument.Contains('"') && !WrapperFinder.MayTakeText(scan, known.Name, at + 1))
        {
            return [];
        }

        if (ArgumentVariants.HasDirective(argument))
        {
            return [.. ArgumentVariants.Of(argument).SelectMany(variant => FormatReader.Read(variant.Text, macros), (variant, format) => (format, variant.Condition))];
        }

        return [.. FormatReader.Read(argument, macros).Select(format => (format.Format is "%s" or "%s\\n" && Plain(scan.Argument(call, at + 1), macros) is { } plain ? plain with { Level = format.Level } : format, Condition.True))];
    }

    /// <summary>The text of a literal that is printed by a bare %s, as a format; null when the value is none.</summary>
    private static FormatText? Plain(ReadOnlySpan<char> value, StringMacros macros) =>
        value.Contains('"') && !value.Contains('?') && FormatReader.ReadOne(value, macros) is { } text ? new FormatText(text.Format.Replace("%", "%%", StringComparison.Ordinal), null) : null;

    /// <summary>
    /// dev_printk(KERN_ERR, ...): the level may stand in an argument of its own, as in QEMU's xen_pv_printf() (0: error, 1 and more: log file); an error may say itself that it warns, and what
    /// a switch for debugging lets through is no error.
    /// </summary>
    private static string SeverityOf(CodeScan scan, CodeCall call, MessageCall known, string format)
    {
        if (DebugBranch.IsAround(scan, call) || (known.Name is "xen_pv_printf" or "xen_be_printf" && scan.Argument(call, 1).Trim() is [>= '1' and <= '9']))
        {
            return "debug";
        }

        if ((known.FirstArgument is not null || known.Severity == "error") && format.IndexOf("warning:", StringComparison.OrdinalIgnoreCase) is >= 0 and < MaxBeforeWarning)
        {
            return "warning";
        }

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
