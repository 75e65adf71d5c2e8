using System.Text;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>A user's mistake is one clear line that says what and what to do, exit status 2, and never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string> Mistakes() => new()
    {
        { "draft missing.mbox", "missing.mbox" },
        { "summary missing.mbox", "missing.mbox" },
        { "show missing.mbox", "missing.mbox" },
        { "draft empty", "empty" },
        { "summary empty", "empty" },
        { "show empty", "empty" },
        { "check empty", "empty" },
        { "draft mail.eml", "neither a patch nor a proposed log" },
        { "check mail.eml", "no diff" },
        { "analyze mail.eml", "no diff" },
        { "draft mail.eml --repo .", "not a git repository" },
        { "analyze HEAD --repo .", "not a git repository" },
        { "analyze HEAD --repo nowhere", "no such directory" },
        { "check HEAD --repo nowhere", "no such directory" },
        { "analyze 0000000 --repo repo", "no commit '0000000'" },
        { "analyze a..b --repo repo", "no such range" },
        { "check v9 --repo repo", "no commit 'v9'" },
        { "draft --repo repo --commit v9", "no commit 'v9'" },
        { "show mail.eml --message-id <nobody@example.org>", "nobody@example.org" },
        { "draft mail.eml --message-id nobody@example.org", "nobody@example.org" },
        { "draft mail.eml --profile perl", "perl" },
        { "draft mail.eml --format yaml", "yaml" },
        { "draft mail.eml --template nowhere.hbs", "nowhere.hbs" },
        { "model show nothing", "nothing" },
        { "frobnicate", "no command 'frobnicate'" },
        { "summry mail.eml", "did you mean 'summary'?" },
        { "model predit vfio-iommufd", "did you mean 'predict'?" },
        { "draft --aplly", "did you mean '--apply'?" },
        { "check --forrmat json", "did you mean '--format'?" },
        { "show mail.eml mail.eml", "mail.eml" },
        { "summary", "SOURCE" },
        { "", "ommand" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_one_line_with_its_help(string command, string named)
    {
        Write("empty", "");
        Write("mail.eml", "From: Ines Marlow <ines@example.org>\nSubject: hello\nMessage-ID: <1@example.org>\nDate: Mon, 11 May 2026 09:00:00 +0000\n\nNo patch in here.\n");
        var repo = Path.Combine(folder, "repo");
        Directory.CreateDirectory(repo);
        Tool.Start("git", repo, ["init", "-q"]);
        Tool.Start("git", repo, ["-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", "commit", "-q", "--allow-empty", "-m", "first"]);

        var run = Tool.Run(folder, command.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.StartsWith("patchscribe: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("\n  help: ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at PatchScribe", run.Errors, StringComparison.Ordinal);
        Assert.Equal(2, run.Errors.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void A_broken_message_among_good_ones_is_named_and_the_good_ones_are_done()
    {
        var path = Path.Combine(folder, "some.mbox");
        using (var file = File.Create(path))
        {
            file.Write(Encoding.ASCII.GetBytes(Mail(1)));
            file.Write("From x Thu Jan  1 00:00:00 1970\n"u8);
            file.Write([0x00, 0xff, 0xfe, (byte)'\n', 0x80, (byte)'\n', (byte)'\n']);
            file.Write(Encoding.ASCII.GetBytes(Mail(2)));
        }

        var run = Tool.Run(folder, ["show", path, "--format", "json"]);
        Assert.Equal(0, run.Exit);
        Assert.Contains("\"1@example.org\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"2@example.org\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("some.mbox:", run.Errors, StringComparison.Ordinal);
    }

    private static string Mail(int n) =>
        $"From mboxrd@z Thu Jan  1 00:00:00 1970\nFrom: Ines Marlow <ines@example.org>\nSubject: mail {n}\nMessage-ID: <{n}@example.org>\nDate: Mon, 11 May 2026 09:00:00 +0000\n\nHello.\n\n";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
