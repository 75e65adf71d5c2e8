using System.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Tests.Threads;

public sealed class DiscussionBuilderTests
{
    private const string Ruth = "Ruth Okafor <ruth@example.org>";

    [Fact]
    public void A_series_with_replies_is_one_discussion()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c").Add("r", "Re: [PATCH 1/2] a", answers: "p1").Build());
        Assert.Equal("v1 references p1,p2 cover c", Mailbox.Show(Assert.Single(one.Series)));
        Assert.True(one.Series[0].Complete);
    }

    [Fact]
    public void An_unthreaded_series_is_tied_by_time_and_a_late_patch_is_not()
    {
        var found = new Mailbox().Patch("p1", "[PATCH 1/2] a", minute: 1).Patch("p2", "[PATCH 2/2] b", minute: 2).Patch("q2", "[PATCH 2/2] c", minute: 90).Build();
        Assert.Equal(["v1 time-window p1,p2", "v1 references -,q2"], found.SelectMany(one => one.Series).Select(Mailbox.Show));
    }

    [Fact]
    public void Versions_in_threads_of_their_own_are_one_discussion()
    {
        var one = Assert.Single(new Mailbox().Patch("a1", "[PATCH] hw/x: do it").Add("r", "Re: [PATCH] hw/x: do it", answers: "a1").Patch("a2", "[PATCH v2] hw/x: do it", minute: 5000).Build());
        Assert.Equal(["v1 single a1", "v2>v1 single a2"], one.Series.Select(Mailbox.Show));
    }

    [Fact]
    public void A_partial_reroll_takes_the_rest_from_the_version_before()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c").Patch("n2", "[PATCH v2 2/2] b", "p2").Build());
        Assert.Equal("v2>v1 partial-reroll p1,n2", Mailbox.Show(one.Series[1]));
    }

    [Fact]
    public void A_number_already_taken_starts_a_new_series_and_a_diff_in_a_reply_fills_no_slot()
    {
        var found = new Mailbox().Patch("p1", "[PATCH 1/1] a", minute: 1).Patch("q1", "[PATCH 1/1] a", minute: 3).Add("r", "Re: [PATCH 1/1] a", Mailbox.Diff, "p1").Build();
        Assert.Equal(["v1 references p1", "v1 resend q1"], found.SelectMany(one => one.Series).Select(Mailbox.Show));
    }

    [Fact]
    public void Ghosts_hold_threads_together_and_loops_are_cut()
    {
        var found = new Mailbox().Add("b", "x", answers: "gone").Add("c", "x", answers: "gone").Add("l1", "y", answers: "l2").Add("l2", "y", answers: "l1").Build();
        Assert.Equal(["gone? .b .c", "l1 .l2"], found.Select(one => Mailbox.Show([one]).Split(" |")[0]));
    }

    [Theory]
    [InlineData("a b", "a b", "a; b")] // the same subject alone ties nothing
    [InlineData("a>a b", "a b", "a; b")] // a mail that answers itself
    [InlineData("a>b b>c c>a", "a b c", "a .c ..b")] // a ring is cut above its oldest mail
    [InlineData("a>b b>a c>b", "a b c", "a .b ..c")]
    [InlineData("b>a,g c>g", "b c", "a? .g? ..b ..c")] // ghosts keep what their children say of them
    [InlineData("b>g,h c>h,g", "b c", "g? .c .h? ..b")] // two mails contradict each other about two ghosts
    [InlineData("b>g c>h,g", "b c", "h? .g? ..b ..c")]
    public void Trees(string mails, string ids, string expected)
    {
        var mailbox = new Mailbox();
        foreach (var (mail, i) in mails.Split(' ').Select((one, i) => (one.Split('>'), i)))
        {
            mailbox.Add(mail[0], "x", minute: i, references: mail.Length > 1 ? mail[1].Split(',') : []);
        }

        var found = mailbox.Build();
        Assert.Equal(ids.Split(' '), found.SelectMany(one => one.Messages).Select(one => one.MessageId).Order(StringComparer.Ordinal));
        Assert.Equal(expected, string.Join("; ", found.Select(one => Mailbox.Show([one]).Split(" |")[0])));
    }

    /// <summary>A thousand mails with odd subjects, answers to what is there, to what is not, to themselves and in rings, ids met twice.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_mail_of_a_generated_archive_is_in_exactly_one_thread(int seed)
    {
        var random = new Random(seed);
        string Any(params string[] choices) => choices[random.Next(choices.Length)];
        var mailbox = new Mailbox();
        for (var i = 0; i < 1_000; i++)
        {
            var total = random.Next(1, 5);
            var subject = Any("", "Re: ", "[x] ", "Re: ") + Any("[PATCH] ", $"[PATCH v{random.Next(4)} {random.Next(total + 2)}/{total}] ", $"[PATCH {random.Next(total + 1)}/{total}] ", "[GIT PULL] ", $"[PULL {random.Next(3)}/2] ", "[RFC PATCH] ", "") + Any("a", "b", "c d e f g");
            var body = Any("Words.\n", "Supersedes: <1>\n", "Reviewed-by: Ruth Okafor <ruth@example.org>\n", "NAK.\n", $"Log.\n---\n{Mailbox.Change(random.Next(9))}");
            var answers = Enumerable.Range(0, random.Next(4)).Select(_ => $"{random.Next(1_200)}").ToArray();
            mailbox.Add($"{i}", subject, body, answers.Length > 0 && random.Next(2) == 0 ? $"{random.Next(1_200)}" : null, Any(Ruth, "Ines Marlow <ines@example.org>", "Tomas Berg <tomas@example.org>", "test bot <bot@example.org>"), random.Next(60_000), answers);
        }

        var found = mailbox.Build();
        var ids = mailbox.Messages.Select(message => message.MessageId).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(ids, found.SelectMany(one => one.Threads).SelectMany(thread => thread.Nodes).Where(node => node.Message is not null).Select(node => node.MessageId).Order(StringComparer.Ordinal));
        Assert.All(found.SelectMany(one => one.Threads), thread => Assert.All(thread.Nodes.Select((node, i) => (node, i)), pair => Assert.True(pair.node.Parent < pair.i)));
        var patches = found.SelectMany(one => one.Series).SelectMany(series => series.Patches.Where(patch => !patch.Missing).Select(patch => patch.MessageId!).Concat(series.Cover is null ? [] : [series.Cover.MessageId])).Distinct().ToList();
        Assert.True(patches.Count > 100);
        Assert.All(found, one => Assert.All(one.Series.SelectMany(series => series.Patches.Where(patch => !patch.Missing)), patch => Assert.Contains(patch.Message, one.Messages)));
    }

    [Fact]
    public void Ten_thousand_mails_in_one_line_need_no_recursion()
    {
        var mailbox = new Mailbox().Add("0", "x");
        for (var i = 1; i < 10_000; i++)
        {
            mailbox.Add(i.ToString("D5"), "Re: x", answers: i == 1 ? "0" : (i - 1).ToString("D5"));
        }

        Assert.Equal(9_999, Assert.Single(mailbox.Build()).Threads[0].Nodes[^1].Depth);
    }

    [Theory]
    [InlineData("Reviewed-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by Tomas Berg <tomas@example.org> given")]
    [InlineData("reviewed by:Tomas Berg\n<tomas@example.org>\n", "Reviewed-by Tomas Berg <tomas@example.org> given")]
    [InlineData("Acked-by: Tomas Berg <tomas@example.org> (Documentation)\n", "Acked-by Tomas Berg <tomas@example.org> given (Documentation)")]
    [InlineData("Reviewed-by: Berg, Tomas <other@example.net>\n", "Reviewed-by Berg, Tomas <other@example.net> given")]
    [InlineData("Reviewed-by: Ruth Okafor <ruth@example.net>\n", "Reviewed-by Ruth Okafor <ruth@example.net> mismatch")]
    [InlineData("With that fixed:\n\nReviewed-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by Tomas Berg <tomas@example.org> conditional With that fixed:")]
    [InlineData("I looked at it, fine.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by Tomas Berg <tomas@example.org> given")]
    [InlineData("with the typo fixed, Reviewed-by: Tomas Berg <tomas@example.org>\n", "Reviewed-by Tomas Berg <tomas@example.org> conditional with the typo fixed, Reviewed-by: Tomas Berg <tomas@example.org>")]
    [InlineData("Nacked-by: Tomas Berg <tomas@example.org>\n", "Nacked-by Tomas Berg <tomas@example.org> nack")]
    [InlineData("> Reviewed-by: Tomas Berg <tomas@example.org>\n", "")]
    [InlineData("I would give my Reviewed-by once it works.\n", "")]
    [InlineData("-- \nReviewed-by: Tomas Berg <tomas@example.org>\n", "")]
    [InlineData("Reviewed-by: Tomas Berg <tomas@example.org>\n\nOn second thought please drop my R-b.\n", "Reviewed-by Tomas Berg <tomas@example.org> retracted On second thought please drop my R-b.")]
    public void Tags_of_a_reply(string body, string expected)
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", body, "p", "Tomas Berg <tomas@example.org>").Build());
        Assert.Equal(expected, string.Join("; ", one.Trailers.Select(trailer => $"{trailer.Token} {trailer.Value} {trailer.State} {trailer.Note}".Trim())));
    }

    [Theory]
    [InlineData("", "p1, p2")]
    [InlineData("For patch 2:\n", "p2")]
    public void A_tag_on_the_cover_goes_to_the_patches(string before, string expected)
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c")
            .Add("r", "Re: [PATCH 0/2] x", before + "Acked-by: Tomas Berg <tomas@example.org>\n", "c", "Tomas Berg <tomas@example.org>").Build());
        Assert.Equal(expected, string.Join(", ", one.Trailers.Select(trailer => trailer.PatchMessageId)));
    }

    [Fact]
    public void A_patch_mail_comes_apart_with_its_lines()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] hw/x: a", log: "From: Ruth Okafor <ruth@example.org>\n\nWhy.\n\nSigned-off-by: R <r@example.org>\n").Build());
        var patch = Assert.Single(one.Series[0].Patches);
        Assert.Equal(("Why.\n\nSigned-off-by: R <r@example.org>", 3, " x.c | 2 +-", 9), (patch.Log, patch.LogLine, patch.Notes, patch.DiffLine));
        Assert.Equal("x.c", Assert.Single(patch.Files).Path);
    }

    [Fact]
    public void Patch_ids_are_those_of_git()
    {
        var diffs = new[]
        {
            Mailbox.Diff[..Mailbox.Diff.IndexOf("-- \n", StringComparison.Ordinal)],
            "diff --git a/x b/x\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a b\n+\tc\ndiff --git a/y b/y\nindex 1111111..2222222 100644\n--- a/y\n+++ b/y\n@@ -1,2 +1 @@ f()\n a\n-b\n@@ -9 +8 @@\n-x\n+y\n",
        };
        foreach (var diff in diffs)
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["patch-id", "--stable"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            git.StandardInput.Write(diff);
            git.StandardInput.Close();
            Assert.Equal(git.StandardOutput.ReadToEnd().Split(' ')[0], PatchId.Stable(diff));
        }
    }
}
