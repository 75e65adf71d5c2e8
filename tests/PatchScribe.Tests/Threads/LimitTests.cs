using System.Globalization;
using PatchScribe.Threads;
using PatchScribe.Threads.Grouping;
using PatchScribe.Threads.Tags;

namespace PatchScribe.Tests.Threads;

/// <summary>Each limit is said where something was left out, and not one mail, patch or tag before; every mail is still there.</summary>
public sealed class LimitTests
{
    private const string Ruth = "Ruth Okafor <ruth@example.org>";
    private const string Tomas = "Tomas Berg <tomas@example.org>";

    [Theory]
    [InlineData(SeriesCollector.MaxChain - 1, "")]
    [InlineData(SeriesCollector.MaxChain, "PST005 last")]
    public void Answers_above_a_patch(int between, string expected)
    {
        // The first patch is of the same series; in between others answer each other, each with a patch of their own.
        var mailbox = new Mailbox().Patch("first", "[PATCH 1/2] a");
        for (var i = 0; i < between; i++)
        {
            mailbox.Patch(Id(i), "[PATCH] x " + Id(i), i == 0 ? "first" : Id(i - 1), from: Ruth, diff: Mailbox.Change(i));
        }

        Check(expected, mailbox.Patch("last", "[PATCH 2/2] b", Id(between - 1), minute: 90_000));
    }

    [Theory]
    [InlineData(SeriesCollector.MaxTried, "")]
    [InlineData(SeriesCollector.MaxTried + 1, "PST006 last")]
    public void Series_of_one_sender(int series, string expected)
    {
        var mailbox = new Mailbox();
        for (var i = 0; i < series; i++)
        {
            mailbox.Patch(Id(i), "[PATCH 1/2] x " + Id(i), minute: 1, diff: Mailbox.Change(i));
        }

        var said = mailbox.Patch("last", "[PATCH v2 2/2] b", minute: 2).Build().SelectMany(one => one.Diagnostics).Where(one => one.Source == "last");
        Assert.Equal(expected, string.Join(", ", said.Select(one => $"{one.Id} {one.Source}")));
    }

    [Theory]
    [InlineData(SeriesCollector.MaxTried, "")]
    [InlineData(SeriesCollector.MaxTried + 1, "PST006 r")]
    public void Series_with_gaps_in_one_thread(int series, string expected)
    {
        var mailbox = new Mailbox().Add("root", "x");
        for (var i = 0; i < series; i++)
        {
            mailbox.Patch(Id(i), "[PATCH 1/2] x " + Id(i), "root", minute: i * 60, diff: Mailbox.Change(i), from: $"P {i} <p{i}@example.org>");
        }

        Check(expected, mailbox.Add("r", "Re: [PATCH 1/2] y", "Text.\n", "ghost", Ruth, references: ["root", "ghost"]));
    }

    [Theory]
    [InlineData(VersionLinker.MaxSharing, "", 1)]
    [InlineData(VersionLinker.MaxSharing + 1, "PST007 00000", VersionLinker.MaxSharing + 1)]
    public void Series_that_share_a_title(int series, string expected, int discussions)
    {
        var mailbox = new Mailbox();
        for (var i = 0; i < series; i++)
        {
            mailbox.Patch(Id(i), "[PATCH] fix typo", diff: Mailbox.Change(i));
        }

        var found = mailbox.Build();
        Assert.Equal(discussions, found.Count);
        Assert.Equal(expected, string.Join(", ", found[0].Diagnostics.Select(one => $"{one.Id} {one.Source}")));
    }

    [Theory]
    [InlineData(PatchPairing.MaxCompared, "")]
    [InlineData(PatchPairing.MaxCompared + 1, "PST008 d")]
    public void Patches_that_are_compared_by_their_lines(int patches, string expected)
    {
        var mailbox = new Mailbox().Add("c", $"[PATCH 0/{patches}] x").Add("d", $"[PATCH v2 0/{patches}] x", minute: 9_000);
        for (var i = 1; i <= patches; i++)
        {
            mailbox.Patch("p" + Id(i), $"[PATCH {i}/{patches}] old {i}", "c", minute: 1, diff: Mailbox.Change(i)).Patch("q" + Id(i), $"[PATCH v2 {i}/{patches}] new {i}", "d", minute: 9_001, diff: Mailbox.Change(-i));
        }

        Check(expected, mailbox.Add("r", "Re: [PATCH 0/2] x", "Acked-by: Tomas Berg <tomas@example.org>\n", "c", Tomas, minute: 2));
    }

    [Theory]
    [InlineData(SeriesBuilder.MaxListedMissing, "")]
    [InlineData(SeriesBuilder.MaxListedMissing + 1, "PST003 p")]
    public void Missing_patches_of_a_series(int total, string expected) => Check(expected, new Mailbox().Patch("p", $"[PATCH 1/{total}] a"));

    [Fact]
    public void Missing_patches_above_the_limit_that_are_there_are_not_missing() =>
        Check("", new Mailbox().Patch("p", $"[PATCH {SeriesBuilder.MaxListedMissing + 1}/{SeriesBuilder.MaxListedMissing + 1}] a"));

    [Fact]
    public void Missing_patches_of_a_whole_source()
    {
        var mailbox = new Mailbox();
        var fit = SeriesBuilder.MaxListed / (SeriesBuilder.MaxListedMissing - 1);
        for (var i = 0; i <= fit; i++)
        {
            mailbox.Patch(Id(i), $"[PATCH 1/{SeriesBuilder.MaxListedMissing}] x {Id(i)}", minute: i * 60, diff: Mailbox.Change(i));
        }

        Assert.Equal([Id(fit)], mailbox.Build().SelectMany(one => one.Diagnostics).Where(one => one.Id == "PST003").Select(one => one.Source));
    }

    [Theory]
    [InlineData(PartialRerolls.MaxKept / 999, "")]
    [InlineData((PartialRerolls.MaxKept / 999) + 1, "PST003")]
    public void Patches_that_are_kept_from_version_to_version(int versions, string expected)
    {
        var mailbox = new Mailbox();
        for (var i = 1; i <= 1000; i++)
        {
            mailbox.Patch("p" + Id(i), $"[PATCH {i}/1000] x {i}", i == 1 ? null : "p00001", minute: i, diff: Mailbox.Change(i));
        }

        for (var v = 2; v < versions + 2; v++)
        {
            mailbox.Patch("v" + Id(v), $"[PATCH v{v} 7/1000] x 7", "p00007", minute: 90_000 + v, diff: Mailbox.Change(-v));
        }

        var found = DiscussionOf(mailbox);
        Assert.Equal(expected, string.Join(", ", found.Diagnostics.Where(one => one.Id == "PST003").Select(one => one.Id).Distinct()));
        Assert.Equal(versions + 1, found.Series.Count);
    }

    [Theory]
    [InlineData(TagReader.MaxTags, "")]
    [InlineData(TagReader.MaxTags + 1, "PST004 r")]
    public void Tags_of_one_reply(int tags, string expected)
    {
        foreach (var form in new[] { "Acked-by: Tomas Berg <tomas@example.org>\n", "     Acked-by: Tomas Berg <tomas@example.org>\n", "Yes, Acked-by: Tomas Berg <tomas@example.org>\n" })
        {
            var mailbox = new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", string.Concat(Enumerable.Repeat(form, tags)), "p", Tomas);
            Check(expected, mailbox);
            Assert.Equal(expected.Length == 0 ? 1 : 0, Assert.Single(mailbox.Build()).Trailers.Count);
        }
    }

    [Theory]
    [InlineData(ConditionFinder.MaxSentence - 100, "", "conditional")]
    [InlineData(ConditionFinder.MaxSentence + 100, "PST009 r", "given")]
    public void The_sentence_before_a_tag(int length, string expected, string state)
    {
        var mailbox = new Mailbox().Patch("p", "[PATCH] a").Add("r", "Re: [PATCH] a", "Once that is fixed\n" + string.Concat(Enumerable.Repeat("and this\n", length / 8)) + "here:\nAcked-by: Tomas Berg <tomas@example.org>\n", "p", Tomas);
        Check(expected, mailbox);
        Assert.Equal(state, Assert.Single(Assert.Single(mailbox.Build()).Trailers).State);
    }

    [Fact]
    public void What_once_was_cut_is_read_whole()
    {
        var title = new string('x', 5_000) + " y";
        var many = string.Concat(Enumerable.Range(0, 120).Select(i => $"prerequisite-patch-id: {i:d40}\n"));
        var one = Assert.Single(new Mailbox()
            .Patch("p", string.Concat(Enumerable.Repeat("[PATCH]", 20)) + "[v2] " + title, diff: Mailbox.Diff.Replace("-- \n", $"base-commit: 0123456789\n{many}-- \n", StringComparison.Ordinal))
            .Add("r", "Re: [PATCH] x", "Acked-by: Tomas Berg <tomas@example.org> # " + title + "\n", "p", Tomas)
            .Add("s", "Re: [PATCH] x", string.Concat(Enumerable.Repeat("well and ", 50)) + "please drop my ack\n", "p", Tomas).Build());
        Assert.Equal((2, title), (one.Series[0].Version, one.Series[0].Subject));
        Assert.Equal(121, one.Series[0].Dependencies.Count);
        Assert.Equal("retracted", Assert.Single(one.Trailers).State);
    }

    private static void Check(string expected, Mailbox mailbox) =>
        Assert.Equal(expected, string.Join(", ", mailbox.Build().SelectMany(one => one.Diagnostics).Select(one => $"{one.Id} {one.Source}")));

    private static Discussion DiscussionOf(Mailbox mailbox) => Assert.Single(DiscussionBuilder.Build(mailbox.Messages));

    private static string Id(int number) => number.ToString("D5", CultureInfo.InvariantCulture);
}
