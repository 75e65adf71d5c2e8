using System.Text;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>
/// Findings as one line each: for b4's perpatch checks (b4.prep-perpatch-check-cmd: a line with <c>ERROR:</c> fails, any other warns) and as
/// workflow commands of GitHub Actions (<c>::error file=,line=,title=::text</c>).
/// </summary>
public static class FindingsLineWriter
{
    /// <summary>Lines for b4.</summary>
    public static string ForB4(IReadOnlyList<CommitFindings> commits)
    {
        ArgumentNullException.ThrowIfNull(commits);
        return TerminalText.Escape(string.Concat(commits.SelectMany(commit => commit.Findings).Select(one =>
            $"{one.Rule}: {(one.Severity == Severity.Error ? "ERROR: " : one.Severity == Severity.Warning ? "WARNING: " : "")}{Place(one)}{Quotation.OneLine(one.Message)} ({Quotation.OneLine(one.Help)})\n")));
    }

    /// <summary>Workflow commands; a finding about the log alone has no file.</summary>
    public static string ForGitHub(IReadOnlyList<CommitFindings> commits)
    {
        ArgumentNullException.ThrowIfNull(commits);
        var text = new StringBuilder();
        foreach (var (commit, one) in commits.SelectMany(commit => commit.Findings, (commit, one) => (commit, one)))
        {
            string?[] properties =
            [
                one.File is null ? null : $"file={Property(one.File)}",
                one.File is null || one.Line is null ? null : $"line={one.Line}",
                $"title={Property($"{one.Rule} {one.Name}")}",
            ];
            var level = one.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            text.Append($"::{level} {string.Join(',', properties.OfType<string>())}::{Data($"{commit.Subject}: {one.Message} - {one.Help}")}\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    private static string Place(Finding finding) =>
        finding.File is { } file ? $"{file}{(finding.Line is { } line ? $":{line}" : "")}: " : finding.MessageLine is { } number ? $"log:{number}: " : "";

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
