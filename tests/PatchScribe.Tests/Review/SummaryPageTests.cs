using PatchScribe.Cli;
using PatchScribe.Rendering.SummaryPages;
using PatchScribe.Summaries;

namespace PatchScribe.Tests.Review;

public sealed class SummaryPageTests
{
    private const string Hostile = "> The pump starts at once.\n\nPlease explain <script>alert(1)</script> [click](javascript:alert) `x` \u001b[31mred\u202e | a.\n";

    [Fact]
    public void The_head_fits_twelve_lines_and_the_short_form_of_a_hundred_mails_a_screen()
    {
        var talk = new Talk();
        for (var i = 0; i < 100; i++)
        {
            talk.Reply($"> The pump starts at once.\n\nPlease explain reason {i}, and why.\n\n> Older boards have no pump, so nothing is done there.\n\nIs number {i} right?\n");
        }

        var summary = Summary(talk);
        var text = new SummaryTextRenderer(id => id).Render([summary]).Split('\n');
        Assert.InRange(Array.FindIndex(text, line => line.Length == 0), 4, 12);
        Assert.InRange(new SummaryTextRenderer(id => id).Render([summary], brief: true).Split('\n').Length, 4, 24);
        Assert.InRange(SummaryTerminal.Render([summary], brief: true, id => id, 100, colour: false).Split('\n').Length, 4, 24);
        Assert.EndsWith(" more)", text[Array.FindIndex(text, line => line.Length == 0) - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_a_mail_becomes_markup()
    {
        var summary = Summary(new Talk().Reply(Hostile));
        var html = SummaryHtmlRenderer.Render([summary]);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\u001b", html, StringComparison.Ordinal);
        Assert.Contains("alert(1)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31mred", SummaryTerminal.Render([summary], brief: false, id => id, 100, colour: true), StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", new SummaryTextRenderer(id => id).Render([summary]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_page_leads_to_a_line_of_a_mail_on_it()
    {
        var html = SummaryHtmlRenderer.Render([Summary(new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n", id: "q").Reply("> Please explain why.\n\nI will add it.\n", Talk.Author, "q"))]);

        var links = html.Split("href=\"#")[1..].Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).ToList();
        Assert.Contains("m2-3", links);
        Assert.All(links, link => Assert.Contains($"id=\"{link}\"", html, StringComparison.Ordinal));
        Assert.Contains("prefers-color-scheme: dark", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_keeps_what_people_wrote_as_text()
    {
        var markdown = new SummaryMarkdownRenderer().Render([Summary(new Talk().Reply(Hostile))]);

        Assert.Contains("\\<script\\>alert\\(1\\)\\<\\/script\\> \\[click\\]\\(javascript\\:alert\\)", markdown, StringComparison.Ordinal);
        Assert.Contains("\\| a\\.", markdown, StringComparison.Ordinal);
        Assert.Contains("[2:3](#mail-2)", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_has_one_line_for_each_patch_that_has_something()
    {
        var box = new Threads.Mailbox().Patch("p1", "[PATCH 1/3] pump: add").Patch("p2", "[PATCH 2/3] pump: start", "p1").Patch("p3", "[PATCH 3/3] pump: stop", "p1")
            .Add("r", "Re: [PATCH 2/3] pump: start", "> Log.\n\nPlease explain why.\n", "p2", Talk.Reviewer);
        var page = SummaryPageBuilder.Build(new SummaryBuilder([], null).Build(box.Build()[0]));

        Assert.Equal([("2/3", "pump: start: log 1 of 1 open"), (null, "2 patches without remark or tag")], page.Patches.Items.Select(item => (item.Label, item.Text)));
    }

    [Theory]
    [InlineData("Applied to next, thanks!\n", Talk.Reviewer, "applied, with 1 point open")]
    [InlineData("Thanks, I squashed it and queued it for the next release.\n", "Ada Lund <ada@example.org>", "applied, with 1 point open")]
    [InlineData("Applied the interface to my own driver.\n", Talk.Reviewer, "log to change")]
    [InlineData("I've applied this to my tree.\n", Talk.Author, "log to change")]
    public void What_somebody_else_applied_waits_for_nobody(string words, string from, string state)
    {
        var verdict = Summary(new Talk().Reply("> The pump starts at once.\n\nPlease explain why.\n").Reply(words, from)).Verdict;

        Assert.Equal((state, state.StartsWith("applied", StringComparison.Ordinal)), (verdict.State, verdict.WaitsFor.Count == 0));
    }

    [Fact]
    public void An_ambiguous_commit_is_told_from_an_unknown_one()
    {
        using var repository = new Git.TemporaryRepository();
        repository.Write("one", "4827\n");
        repository.Write("other", "11742\n");
        repository.Commit("both");
        var talk = new Talk().Reply("> The pump starts at once.\n\nAs in commit 51d2738 (\"pump: add it\").\n\nAnd in commit 1234567 (\"pump: drop it\").\n");
        using var git = PatchScribe.Git.GitRepository.Open(repository.Directory);
        var page = SummaryPageBuilder.Build(new SummaryBuilder([], git).Build(talk.Discussion()));

        Assert.Equal(["51d2738 \"pump: add it\": ambiguous: several objects of the repository begin so", "1234567 \"pump: drop it\": not in the repository"], page.Sections.Single(section => section.Title == "references").Items.Select(item => item.Text));
    }

    [Fact]
    public void Missing_patches_take_one_line()
    {
        var box = new Threads.Mailbox().Patch("p2", "[PATCH 2/5] pump: start");
        var page = SummaryPageBuilder.Build(new SummaryBuilder([], null).Build(box.Build()[0]));

        Assert.Equal(["4 patches not in this source", "1 patch without remark or tag"], page.Patches.Items.Select(item => item.Text));
    }

    private static ThreadSummary Summary(Talk talk) => new SummaryBuilder([], null).Build(talk.Discussion());
}
