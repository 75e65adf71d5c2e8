using System.Text.RegularExpressions;
using PatchScribe.Checks.Rules;
using PatchScribe.Conditionals;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// The log names a CONFIG_ symbol or a device node that exists neither in the change nor in the tree. Without a repository only a
/// spelling close to one of the change is held against it; a node always needs such a neighbour that the log does not name as well, for examples name nodes of all kinds.
/// </summary>
internal sealed partial class UnknownSymbolRule : ICheckRule
{
    public string Id => "PS0201";

    public string Name => "unknown-symbol";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var names = context.Names;
        var denied = context.Log.MatchesAcross(Denied()).SelectMany(pair => pair.Match.Groups["symbol"].Captures).Select(capture => capture.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (match, line) in context.Log.Matches(Symbol()).Where(pair => !context.Log.IsNoteOnPatch(pair.Line) && !Placeholder().IsMatch(pair.Match.Value)).DistinctBy(pair => pair.Match.Value, StringComparer.Ordinal))
        {
            var near = names.Near(match.Value);
            var exists = near is null && match.Value[0] == '/' ? true : names.Exists(match.Value);
            if (exists == true || (match.Value[0] == '/' && near is { } other && context.Log.Names(other.Name) is not null) || denied.Contains(match.Value) || context.Log.IsInTitle(match.Value) || names.IsFirstPart(match.Value) || (near is null && (exists is null || context.Log.ParagraphHas(line, OtherProject()))))
            {
                continue;
            }

            var finding = this.OfLog($"{match.Value} exists neither in the change nor in {(context.Request.Repository is null ? "a model" : "the tree")}",
                near is { } known ? $"the change speaks of {known.Name}" : "check the spelling", line, match.Value, near is { } found ? [found.Evidence] : []);
            yield return near is null && !TouchesSymbols(context.Request.Analysis.Files) ? finding with { Severity = Severity.Note } : finding;
        }
    }

    /// <summary>A changed line has a symbol, or is of the build: the log then speaks of this program's symbols, and not of bits and settings of the same form.</summary>
    private static bool TouchesSymbols(IReadOnlyList<FileChange> files) =>
        files.Any(file => SourceLanguage.Of(file.Path) is SourceLanguage.Kconfig or SourceLanguage.Meson or SourceLanguage.Makefile || file.Lines.Any(line => line.Kind != DiffLineKind.Context && line.Text.Contains("CONFIG_", StringComparison.Ordinal)));

    /// <summary>A program with CONFIG_ symbols of its own.</summary>
    [GeneratedRegex(@"\b(linux|kernels?|kconfigs?|busybox|u-boot|buildroot|zephyr|coreboot)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherProject();

    /// <summary>The log says itself that there is no such symbol, or gives one as an example.</summary>
    [GeneratedRegex(@"\b(there (is|was|are)( currently)? no|no such|e\.g\.,?|for example,?) (?<symbol>CONFIG_\w+)( ?(/|,|or|and|nor) ?(?<symbol>CONFIG_\w+))*|\b(?<symbol>CONFIG_\w+)( \w+)? (do|does|did)( not|n't) (yet )?exist\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Denied();

    /// <summary>A part that stands for any.</summary>
    [GeneratedRegex("_(X+|N|FOO|BAR|BAZ)(_|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\bCONFIG_[A-Z0-9_]*[A-Z0-9]\b(?!\*|/[A-Z]|[\[{])|/dev/[a-z][a-z0-9_/-]*[a-z0-9]")]
    private static partial Regex Symbol();
}
