using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>
/// Findings as the JSON of other tools: SARIF 2.1.0, GitLab Code Quality, and b4's review checks. A finding about the log stands at the
/// first changed file that it names, else at the commit alone.
/// </summary>
public static class FindingsReportWriter
{
    /// <summary>SARIF 2.1.0 (OASIS), one run.</summary>
    public static string Sarif(IReadOnlyList<CommitFindings> commits) => JsonText.Write(new JsonObject
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "PatchScribe",
                    ["rules"] = CommitChecker.Rules.ToJson(rule => new JsonObject { ["id"] = rule.Id, ["name"] = rule.Name, ["defaultConfiguration"] = new JsonObject { ["level"] = JsonText.Name(rule.Severity) } }),
                },
            },
            ["results"] = Each(commits).ToJson(pair => new JsonObject
            {
                ["ruleId"] = pair.Finding.Rule,
                ["ruleIndex"] = CommitChecker.Rules.TakeWhile(rule => rule.Id != pair.Finding.Rule).Count(),
                ["level"] = JsonText.Name(pair.Finding.Severity),
                ["message"] = new JsonObject { ["text"] = $"{pair.Finding.Message}. {pair.Finding.Help}" },
                ["locations"] = pair.Finding.File is { } file
                    ? new JsonArray(new JsonObject { ["physicalLocation"] = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = Uri(file) }, ["region"] = new JsonObject { ["startLine"] = Math.Max(1, pair.Finding.Line ?? 1) } } })
                    : new JsonArray(),
                ["partialFingerprints"] = new JsonObject { ["patchscribe/1"] = Fingerprint(pair.Commit, pair.Finding) },
                ["properties"] = new JsonObject { ["commit"] = pair.Commit.Commit, ["subject"] = pair.Commit.Subject, ["messageLine"] = pair.Finding.MessageLine },
            }),
        }),
    });

    /// <summary>GitLab Code Quality: a list of issues, each with a path; a finding about the log has the path COMMIT_MSG.</summary>
    public static string GitLab(IReadOnlyList<CommitFindings> commits) => JsonText.Write(Each(commits).ToJson(pair => new JsonObject
    {
        ["description"] = $"{pair.Commit.Subject}: {pair.Finding.Message}. {pair.Finding.Help}",
        ["check_name"] = $"{pair.Finding.Rule} {pair.Finding.Name}",
        ["fingerprint"] = Fingerprint(pair.Commit, pair.Finding),
        ["severity"] = pair.Finding.Severity switch { Severity.Error => "major", Severity.Warning => "minor", _ => "info" },
        ["location"] = new JsonObject { ["path"] = pair.Finding.File ?? "COMMIT_MSG", ["lines"] = new JsonObject { ["begin"] = pair.Finding.Line ?? pair.Finding.MessageLine ?? 1 } },
    }));

    /// <summary>
    /// b4.review-perpatch-check-cmd: a list of results, empty when there is nothing to say. b4 keeps one result for each name of a tool, so
    /// every finding has its own: the rule, and a number from the second of a rule on.
    /// </summary>
    public static string B4Review(IReadOnlyList<CommitFindings> commits)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        return JsonText.Write(Each(commits).ToJson(pair => new JsonObject
        {
            ["tool"] = ToolName(pair.Finding.Rule, counts[pair.Finding.Rule] = counts.GetValueOrDefault(pair.Finding.Rule) + 1),
            ["status"] = pair.Finding.Severity == Severity.Error ? "fail" : "warn",
            ["summary"] = $"{pair.Finding.Rule}: {pair.Finding.Message}",
            ["url"] = (string?)null,
            ["details"] = pair.Finding.Help,
        }));
    }

    private static string ToolName(string rule, int number) => number == 1 ? $"patchscribe {rule}" : $"patchscribe {rule} #{number}";

    private static IEnumerable<(CommitFindings Commit, Finding Finding)> Each(IReadOnlyList<CommitFindings> commits) =>
        commits.SelectMany(commit => commit.Findings, (commit, finding) => (commit, finding));

    /// <summary>The same finding in the same place of the same log has the same one in every run.</summary>
    private static string Fingerprint(CommitFindings commit, Finding finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{commit.Subject}\n{finding.File}\n{finding.Message}")))[..40];

    private static string Uri(string path) => string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString));
}
