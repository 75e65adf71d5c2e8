using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// The log names a function, a file or a long option that exists neither in the change nor in the tree: a warning where the change has
/// one that is spelt nearly so, else a note, for a log may speak of another program. Options need such a neighbour.
/// </summary>
internal sealed partial class UnknownNameRule : ICheckRule
{
    private static readonly string[] Extensions = [".c", ".h", ".cc", ".cpp", ".hpp", ".py", ".rs", ".rst", ".hx", ".sh", ".build", ".json", ".dts", ".dtsi", ".decode", ".mak", ".yml", ".yaml", ".texi", ".S"];

    public string Id => "PS0202";

    public string Name => "unknown-name";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var named = context.Log.Matches(Function()).Select(pair => (Name: pair.Match.Groups["name"].Value, pair.Line, Kind: "function"))
            .Concat(context.Log.Matches(Option()).Select(pair => (Name: pair.Match.Value, pair.Line, Kind: "option")))
            .Concat(context.Log.Matches(Path()).SelectMany(pair => Joint().Split(pair.Match.Value.TrimEnd('.')), (pair, name) => (Name: name, pair.Line, Kind: "file")).Where(one => IsFile(one.Name)));
        foreach (var (name, line, kind) in named.DistinctBy(one => one.Name, StringComparer.Ordinal).Where(one => !(one.Kind != "option" && context.Log.IsShown(one.Line)) && !context.Log.IsNoteOnPatch(one.Line) && !context.Log.Text.Contains($"{one.Name}*", StringComparison.Ordinal) && !Placeholder().IsMatch(one.Name) && !OtherProgram().IsMatch(context.Log.Lines[one.Line - 1]) && !OtherPlace().IsMatch(context.Log.Lines[one.Line - 1]) && !context.Log.SentencesAt(one.Line).Any(sentence => Later().IsMatch(sentence.Text))))
        {
            if (context.Log.IsInTitle(name) || Missing(context.Names, name, kind) is not { } near || (near.Length == 0 && context.Log.SentencesAt(line).Any(sentence => OtherProgram().IsMatch(sentence.Text))))
            {
                continue;
            }

            var what = kind == "function" ? $"{name}()" : name;
            yield return near.Length > 0
                ? this.OfLog($"{kind} {what} exists neither in the change nor in the tree", $"the change has {near}", line, name)
                : this.OfLog($"{kind} {what} exists neither in the change nor in the tree", "check the name, or say which program or version it is of", line, name) with { Severity = Severity.Note };
        }
    }

    /// <summary>Null when the name exists, cannot be looked up or may be any program's; else the name that is spelt nearly so, or nothing.</summary>
    private static string? Missing(KnownNames names, string name, string kind)
    {
        if (kind == "file")
        {
            return names.FileExists(name) == false ? names.NearFile(name) ?? "" : null;
        }

        var near = names.Near(name)?.Name;
        return (kind == "option" && near is null) || names.Exists(kind == "option" ? name[2..] : name) != false ? null : near ?? "";
    }

    private static bool IsFile(string name) => Extensions.Any(extension => name.Length > extension.Length + 1 && name.EndsWith(extension, StringComparison.Ordinal) && char.IsLetterOrDigit(name[^(extension.Length + 1)]));

    [GeneratedRegex(@"(?<![\w*}>$.-])(?<name>[A-Za-z_]\w{3,63})\(\)")]
    private static partial Regex Function();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z0-9]{1,30}-[a-z0-9-]{1,60}(?![\w*-])")]
    private static partial Regex Option();

    [GeneratedRegex(@"(?<![\w./+*{}<>:$~-])[A-Za-z0-9_][\w./+-]{2,200}(?![\w*{}<>/-])")]
    private static partial Regex Path();

    /// <summary>Between two files in a row: "one.c/two.c".</summary>
    [GeneratedRegex(@"(?<=\w\.(c|h|cc|cpp|S|py|rs|sh|dtsi?))/", RegexOptions.ExplicitCapture)]
    private static partial Regex Joint();

    /// <summary>Names that stand for any, alone or as a folder.</summary>
    [GeneratedRegex(@"(?<![A-Za-z])([xX]{2,}|N{2,}|FOO|BAR|BAZ)(?![A-Za-z])|(?<=[a-z])(X{2,}|N{2,}|FOO|BAR|BAZ)$|(^|/)(foo|bar|baz|blah)(/|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    /// <summary>A sentence about what is yet to come, or could have.</summary>
    [GeneratedRegex(@"\b((could|might|would) have|as opposed to|(in order|so as|ready|going|about) to (add|introduce|implement|create|have|extract|support|use)|to be (added|introduced|implemented)|will|later|subsequent(ly)?|(next|following|follow-up|future|upcoming) (patch(es)?|commits?|change(s)?|version(s)?)|in (the|a) (next|future)|prepar(e|es|ing|ation) (for|to))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    /// <summary>Other programs that a log speaks of.</summary>
    [GeneratedRegex(@"\b(linux|kernel|libvirt|g?libc|glib2?|gcc|clang|llvm|musl|windows|mingw|freebsd|openbsd|netbsd|macos|darwin|edk2|seabios|u-boot|opensbi|upstream|posix|python|rust|meson)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherProgram();

    /// <summary>Documents, and what is there no more.</summary>
    [GeneratedRegex(@"\b(spec(ification)?|manual|datasheet|was|were|former(ly)?|old|removed|previous(ly)?|earlier)\b|://", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherPlace();
}
