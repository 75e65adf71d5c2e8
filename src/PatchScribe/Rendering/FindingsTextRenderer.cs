using System.Globalization;
using System.Text;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>Findings as rustc and ruff print theirs: severity, rule and sentence, the place in the log with carets under the words meant, the place in the change, help.</summary>
public static class FindingsTextRenderer
{
    /// <summary>The log, or of several those with findings, and a last line with the counts.</summary>
    public static string Render(IReadOnlyList<CommitFindings> commits)
    {
        var text = new StringBuilder();
        foreach (var commit in commits.Where(commit => commits.Count == 1 || commit.Findings.Count > 0))
        {
            text.Append(commit.Commit is { Length: >= 12 } id ? id[..12] + " " : "").Append(commit.Subject).Append('\n');
            text.Append("  documented: ").Append(commit.Documented).Append('\n');
            foreach (var finding in commit.Findings)
            {
                Append(text, finding, commit.Log.Split('\n'));
            }
        }

        var all = commits.SelectMany(commit => commit.Findings).ToList();
        text.Append(CultureInfo.InvariantCulture, $"{Count(commits.Count, "log")} checked: {Count(all.Count(one => one.Severity == Severity.Error), "error")}, {Count(all.Count(one => one.Severity == Severity.Warning), "warning")}, {Count(all.Count(one => one.Severity == Severity.Note), "note")}\n");
        return TerminalText.Escape(text.ToString());
    }

    private static void Append(StringBuilder text, Finding finding, string[] log)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {JsonText.Name(finding.Severity)}[{finding.Rule}]: {finding.Message}\n");
        if (finding.MessageLine is { } line && line <= log.Length)
        {
            var shown = log[line - 1].Replace('\t', ' ');
            text.Append(CultureInfo.InvariantCulture, $"    --> log:{line}\n{line,6} | {shown}\n");
            var at = finding.Words is { Length: > 0 } words ? shown.IndexOf(words, StringComparison.OrdinalIgnoreCase) : -1;
            text.Append(at < 0 ? "" : $"       | {new string(' ', at)}{new string('^', finding.Words!.Length)}\n");
        }

        text.Append(finding.File is null ? "" : string.Create(CultureInfo.InvariantCulture, $"    --> {finding.File}{(finding.Line is { } number ? $":{number}" : "")}\n"));
        text.Append("    help: ").Append(finding.Help).Append('\n');
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
