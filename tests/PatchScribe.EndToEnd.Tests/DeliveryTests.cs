namespace PatchScribe.EndToEnd.Tests;

/// <summary>What becomes of a draft: a rewritten commit, a patch mail, a reply, a prepared message. Real git in a folder of its own.</summary>
public sealed class DeliveryTests : IDisposable
{
    private static readonly string Sample = Checkout.PathOf("samples", "iommufd-property");
    private static readonly string Thread = Path.Combine(Sample, "thread.mbox");

    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;
    private readonly string repo;

    public DeliveryTests()
    {
        Tool.Start("sh", Sample, [Path.Combine(Sample, "build-repo.sh")]);
        repo = Path.Combine(folder, "clone");
        Tool.Start("git", folder, ["clone", "--quiet", Path.Combine(Sample, "repo"), repo]);
        Git("remote", "remove", "origin");
        Git("config", "user.name", "Ines Marlow");
        Git("config", "user.email", "ines@example.org");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Draft => Tool.Run(folder, ["draft", Thread, "--repo", repo]).Output;

    [Fact]
    public void Apply_gives_HEAD_the_new_log_and_keeps_tree_author_and_date()
    {
        var before = Git("log", "-1", "--format=%T %an <%ae> %ad");
        var draft = Draft;
        var run = Tool.Run(folder, ["draft", Thread, "--repo", repo, "--apply", "--commit", "HEAD"]);
        Assert.True(run.Exit == 0, run.Output + run.Errors);
        Assert.Equal(draft.TrimEnd('\n'), Git("log", "-1", "--format=%B").TrimEnd('\n'));
        Assert.Equal(before, Git("log", "-1", "--format=%T %an <%ae> %ad"));
        var undo = run.Output.Split("undo: git ")[1].Trim();
        Git(undo.Split(' '));
        Assert.Equal(Git("rev-parse", "v1"), Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void Apply_rewrites_an_older_commit_through_a_rebase_and_leaves_the_later_ones()
    {
        File.WriteAllText(Path.Combine(repo, "later.txt"), "later\n");
        Git("add", "later.txt");
        Git("commit", "--quiet", "-m", "later: one more");
        var draft = Draft;
        var run = Tool.Run(folder, ["draft", Thread, "--repo", repo, "--apply", "--commit", "HEAD^"]);
        Assert.True(run.Exit == 0, run.Output + run.Errors);
        Assert.Equal(draft.TrimEnd('\n'), Git("log", "-1", "--format=%B", "HEAD^").TrimEnd('\n'));
        Assert.Equal("later: one more\n", Git("log", "-1", "--format=%s"));
        Assert.Equal("", Git("status", "--porcelain"));
        Assert.Equal("3\n", Git("rev-list", "--count", "HEAD"));
    }

    [Theory]
    [InlineData("staged")]
    [InlineData("published")]
    [InlineData("unsettled")]
    public void Apply_refuses_what_must_not_be_rewritten_and_changes_nothing(string what)
    {
        var thread = Thread;
        if (what == "staged")
        {
            File.WriteAllText(Path.Combine(repo, "new.txt"), "x\n");
            Git("add", "new.txt");
        }
        else if (what == "published")
        {
            File.WriteAllText(Path.Combine(repo, "later.txt"), "later\n");
            Git("add", "later.txt");
            Git("commit", "--quiet", "-m", "later: one more");
            Git("update-ref", "refs/remotes/origin/main", "HEAD^");
        }
        else
        {
            thread = Path.Combine(folder, "asked.mbox");
            File.WriteAllText(thread, Asked);
        }

        var head = Git("rev-parse", "HEAD");
        var run = Tool.Run(folder, ["draft", thread, "--repo", repo, "--apply", "--commit", what == "published" ? "HEAD^" : "HEAD"]);
        Assert.NotEqual(0, run.Exit);
        Assert.StartsWith(what == "unsettled" ? "=== " : "patchscribe: ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(head, Git("rev-parse", "HEAD"));
    }

    [Fact]
    public void A_patch_mail_is_applied_by_git_am_with_the_new_log()
    {
        var run = Tool.Run(folder, ["draft", Thread, "--repo", repo, "--format", "mbox"]);
        Assert.Equal(0, run.Exit);
        Git("reset", "--quiet", "--hard", "HEAD^");
        var am = Tool.Start("git", repo, ["am", "--quiet"], run.Output);
        Assert.True(am.Exit == 0, am.Errors);
        Assert.Equal(Draft.TrimEnd('\n'), Git("log", "-1", "--format=%B").TrimEnd('\n'));
        Assert.Equal(Git("rev-parse", "v1^{tree}"), Git("rev-parse", "HEAD^{tree}"));
        Assert.Contains("\nChanges in v", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", true)]
    [InlineData("warning", false)]
    public void The_block_that_a_check_demands_as_an_error_is_written_and_else_noted(string severity, bool written)
    {
        var posted = Path.Combine(folder, "posted.mbox");
        var mails = File.ReadAllText(Thread);
        File.WriteAllText(posted, mails[..mails.IndexOf("\nFrom ", StringComparison.Ordinal)]);
        Directory.CreateDirectory(Path.Combine(repo, ".patchscribe"));
        File.WriteAllText(Path.Combine(repo, ".patchscribe", "config.yml"), $"checks:\n  PS0106: {severity}\n");
        var run = Tool.Run(folder, ["draft", posted, "--repo", repo]);
        Assert.Equal(written, run.Output.Contains("\n    $ qemu-system-x86_64 ", StringComparison.Ordinal));
        Assert.Equal(!written, run.Errors.Contains("not said: qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0, ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reply_goes_to_the_reviewer_with_the_log_in_a_fence_and_answers_her_mail()
    {
        var file = Path.Combine(folder, "reply.eml");
        var run = Tool.Run(folder, ["reply", Thread, "-o", file]);
        Assert.True(run.Exit == 0, run.Errors);
        var mail = File.ReadAllText(file);
        var head = mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.Matches("(?m)^From: Ines Marlow <ines@example.org>$", head);
        Assert.Matches("(?m)^In-Reply-To: <[^>]+>$", head);
        Assert.Matches("(?m)^Subject: Re: ", head);
        Assert.DoesNotContain("Cc: Ines Marlow", head, StringComparison.Ordinal);
        Assert.Contains("\n```\n" + Tool.Run(folder, ["draft", Thread]).Output + "```", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_are_asked_of_the_thread_and_an_answer_is_kept_for_the_next_time()
    {
        var thread = Path.Combine(folder, "asked.mbox");
        File.WriteAllText(thread, Asked);
        var draft = Tool.Run(folder, ["draft", thread, "--repo", repo]);
        Assert.Equal(1, draft.Exit);
        Assert.Equal(1, Tool.Run(folder, ["reply", thread, "--repo", repo]).Exit);
        Assert.Contains("> Please explain why the lamp has to go.", Tool.Run(folder, ["reply", thread, "--repo", repo, "--questions"]).Output, StringComparison.Ordinal);
        var id = draft.Errors.Split("question ?1")[1].Trim().Split(' ')[0];
        Assert.Equal(2, Tool.Run(folder, ["draft", thread, "--repo", repo, "--answer", "nothing=It is dark."]).Exit);
        Assert.Equal(0, Tool.Run(folder, ["draft", thread, "--repo", repo, "--answer", id + "=Nobody has seen it burn since the room got a window."]).Exit);
        var again = Tool.Run(folder, ["draft", thread, "--repo", repo]);
        Assert.Equal(0, again.Exit);
        Assert.Contains("Nobody has seen it burn since the room got a window.", again.Output, StringComparison.Ordinal);
        Assert.Contains(id, File.ReadAllText(Path.Combine(repo, ".patchscribe", "answers.yml")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_hooks_are_installed_once_and_prepare_the_message_of_a_staged_change()
    {
        Assert.Equal(0, Tool.Run(folder, ["hook", "install", "--repo", repo]).Exit);
        Assert.True(File.Exists(Path.Combine(repo, ".git", "hooks", "prepare-commit-msg")));
        Git("reset", "--quiet", "--soft", "HEAD^");
        var message = Path.Combine(folder, "MSG");
        File.WriteAllText(message, "\n# Please enter the commit message\n");
        Assert.Equal(0, Tool.Run(repo, ["hook", "prepare-commit-msg", message]).Exit);
        var text = File.ReadAllText(message);
        Assert.StartsWith("\n\n", text, StringComparison.Ordinal);
        Assert.Contains("Device 'iommufd0' not found", text, StringComparison.Ordinal);
        Assert.EndsWith("\n# Please enter the commit message\n", text, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run(repo, ["hook", "prepare-commit-msg", message]).Exit);
        Assert.Equal(text, File.ReadAllText(message));
        Assert.Equal(0, Tool.Run(folder, ["hook", "prepare-commit-msg", Path.Combine(folder, "no-repository")]).Exit);
    }

    private const string Asked = """
        From mboxrd@z Thu Jan  1 00:00:00 1970
        Message-ID: <lamp-1@example.org>
        From: Ines Marlow <ines@example.org>
        To: list@example.org
        Date: Mon, 11 May 2026 09:00:00 +0000
        Subject: [PATCH] hw/lamp: drop the lamp

        The lamp of the room goes away.

        Signed-off-by: Ines Marlow <ines@example.org>
        ---
        diff --git a/hw/lamp.c b/hw/lamp.c
        --- a/hw/lamp.c
        +++ b/hw/lamp.c
        @@ -1,2 +1 @@
        -lamp
         room

        From mboxrd@z Thu Jan  1 00:00:00 1970
        Message-ID: <lamp-2@example.org>
        In-Reply-To: <lamp-1@example.org>
        From: Tomas Berg <tomas@example.org>
        To: Ines Marlow <ines@example.org>
        Date: Mon, 11 May 2026 10:00:00 +0000
        Subject: Re: [PATCH] hw/lamp: drop the lamp

        > The lamp of the room goes away.

        Please explain why the lamp has to go.

        """;

    private string Git(params string[] arguments)
    {
        var run = Tool.Start("git", repo, arguments);
        Assert.True(run.Exit == 0, run.Errors);
        return run.Output;
    }
}
