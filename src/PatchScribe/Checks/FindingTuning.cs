using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks;

/// <summary>
/// What a repository and a commit accept: another severity or none for a rule, an exception by path, or one commit's own
/// <c>PatchScribe-ignore: PS0101 reason</c> in the log or below <c>---</c>.
/// </summary>
internal sealed partial class FindingTuning(CheckRequest request)
{
    private readonly HashSet<string> ignored =
        [.. Ignore().Matches(request.Message + "\n" + request.Notes).Select(match => match.Groups["rule"].Value)];

    /// <summary>
    /// The finding with its configured severity, or null when it is accepted. A rule that weighs its own findings differently (a
    /// note of a rule of errors) is set as a whole only by off; another severity sets those that have the rule's usual one.
    /// </summary>
    public Finding? Apply(Finding finding)
    {
        var configuration = request.Configuration;
        if (ignored.Contains(finding.Rule)
            || configuration.Exceptions.Any(one => one.Rule == finding.Rule && (one.Path is null || (finding.File is { } file && Wildcard.Matches(one.Path, file)))))
        {
            return null;
        }

        if (!configuration.Checks.TryGetValue(finding.Rule, out var severity))
        {
            return finding;
        }

        return severity is not { } set ? null : finding.Severity == UsualSeverity(finding.Rule) ? finding with { Severity = set } : finding;
    }

    private static Severity UsualSeverity(string rule) => CommitChecker.Rules.First(one => one.Id == rule).Severity;

    [GeneratedRegex(@"^PatchScribe-ignore:[ \t]*(?<rule>PS[0-9]{4})[ \t]+\S", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Ignore();
}
