using System.Text;
using System.Text.Json;

namespace PatchScribe.EndToEnd.Tests;

/// <summary><c>check</c> of ranges and of mailed series: what another patch takes back, and what the cover letter says.</summary>
public sealed class CheckSeriesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public CheckSeriesTests()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Ines Marlow");
        Git("config", "user.email", "ines@example.org");
        Commit("bad size of the image", 0, "disk: start");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_message_that_patch_2_changes_and_patch_5_changes_back_is_no_finding()
    {
        Commit("bad size of the image", 1, "disk: step one");
        Commit("wrong size of the image", 1, "disk: step two");
        Commit("wrong size of the image", 2, "disk: step three");
        Commit("wrong size of the image", 3, "disk: step four");
        Commit("bad size of the image", 3, "disk: step five");
        Assert.Empty(Findings("HEAD~5..", "--repo", "."));
        Assert.Single(Findings("HEAD~5..HEAD^", "--repo", "."), severity => severity == "warning");
    }

    [Fact]
    public void A_cover_letter_in_the_mailbox_or_in_the_thread_alone_documents_its_series()
    {
        Commit("wrong size of the image", 0, "disk: rework");
        Commit("wrong size of the image", 1, "disk: count");
        Assert.Equal(["warning"], Findings("HEAD~2..", "--repo", "."));
        var mails = Tool.Start("git", folder, ["format-patch", "--stdout", "--cover-letter", "--thread", "HEAD~2.."]).Output;
        File.WriteAllText(Path.Combine(folder, "bare.mbox"), mails);
        File.WriteAllText(Path.Combine(folder, "series.mbox"), mails.Replace("*** BLURB HERE ***", "Users see \"wrong size of the image\" instead of \"bad size of the image\".", StringComparison.Ordinal));
        Assert.Equal(["warning"], Findings("bare.mbox"));
        Assert.Equal(["note"], Findings("series.mbox"));
        Assert.Equal(["note"], Findings("HEAD~2..", "--repo", ".", "--thread", "series.mbox"));
    }

    [Fact]
    public void A_mail_of_the_thread_has_lost_the_tags_of_the_version_before_and_not_its_own()
    {
        static string Mail(int n, string from, string subject, string body, int? parent) =>
            $"From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: {from} <{from.ToLowerInvariant()}@example.org>\nSubject: {subject}\nMessage-ID: <{n}@example.org>\nDate: Mon, 11 May 2026 0{n}:00:00 +0000\n"
            + (parent is null ? "" : $"In-Reply-To: <{parent}@example.org>\nReferences: <{parent}@example.org>\n") + $"\n{body}\n";
        const string Patch = "Count what is there.\n\nSigned-off-by: Ines <ines@example.org>\n---\n disk.c | 1 +\n\ndiff --git a/disk.c b/disk.c\n--- a/disk.c\n+++ b/disk.c\n@@ -1 +1,2 @@\n int a;\n+int b;\n";
        var second = Mail(3, "Ines", "[PATCH v2] disk: count", Patch, parent: null);
        File.WriteAllText(Path.Combine(folder, "thread.mbox"), Mail(1, "Ines", "[PATCH] disk: count", Patch, parent: null) + Mail(2, "Tomas", "Re: [PATCH] disk: count", "Reviewed-by: Tomas <tomas@example.org>\n", 1)
            + second + Mail(4, "Ruth", "Re: [PATCH v2] disk: count", "Acked-by: Ruth <ruth@example.org>\n", 3));
        File.WriteAllText(Path.Combine(folder, "second.mbox"), second);
        using var json = JsonDocument.Parse(Tool.Run(folder, ["check", "second.mbox", "--thread", "thread.mbox", "--format", "json"]).Output);
        var finding = Assert.Single(json.RootElement.GetProperty("commits")[0].GetProperty("findings").EnumerateArray());
        Assert.Equal("PS0303", finding.GetProperty("rule").GetString());
        Assert.Contains("Tomas", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_longer_than_a_series_is_looked_at_commit_by_commit_in_order()
    {
        const int Length = 205;
        var import = new StringBuilder();
        for (var i = 1; i <= Length; i++)
        {
            var (subject, file) = ($"disk: step {i}", Text(i % 2 == 0 ? "bad size of the image" : "wrong size of the image", i));
            import.Append($"commit refs/heads/main\ncommitter Ines Marlow <ines@example.org> {1_600_000_000 + i} +0000\ndata {subject.Length}\n{subject}\n{(i == 1 ? "from refs/heads/main^0\n" : "")}M 100644 inline disk.c\ndata {file.Length}\n{file}\n");
        }

        Assert.Equal(0, Tool.Start("git", folder, ["fast-import", "--quiet"], import.ToString()).Exit);
        string[] subjects = [.. Enumerable.Range(1, Length).Select(i => $"disk: step {i}")];
        var run = Tool.Run(folder, ["check", $"HEAD~{Length}..", "--repo", ".", "--format", "json"]);
        using var json = JsonDocument.Parse(run.Output);
        var commits = json.RootElement.GetProperty("commits").EnumerateArray().ToList();
        Assert.Equal(subjects, commits.Select(commit => commit.GetProperty("subject").GetString()));
        Assert.All(commits, commit => Assert.Equal("warning", Assert.Single(commit.GetProperty("findings").EnumerateArray()).GetProperty("severity").GetString()));

        var lines = Tool.Run(folder, ["analyze", $"HEAD~{Length}..", "--repo", ".", "--format", "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([.. subjects, null], lines.Select(line => JsonDocument.Parse(line).RootElement).Select(line => line.TryGetProperty("subject", out var subject) ? subject.GetString() : null));
    }

    private string[] Findings(params string[] arguments)
    {
        var run = Tool.Run(folder, ["check", .. arguments, "--format", "json"]);
        Assert.True(run.Exit == 0, run.Output + run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.GetProperty("commits").EnumerateArray().SelectMany(commit => commit.GetProperty("findings").EnumerateArray()).Select(finding => finding.GetProperty("severity").GetString()!)];
    }

    private void Commit(string text, int count, string message)
    {
        File.WriteAllText(Path.Combine(folder, "disk.c"), Text(text, count));
        Git("add", "disk.c");
        Git("commit", "-q", "-m", message);
    }

    private static string Text(string text, int count) => $"void disk_open(Error **errp)\n{{\n    error_setg(errp, \"{text}\");\n    disk_count({count});\n}}\n";

    private void Git(params string[] arguments) => Tool.Start("git", folder, arguments);
}
