using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

/// <summary>One small mailbox for each rule; <see cref="Mailbox.Build"/> holds forward, backward and shuffled order together.</summary>
public sealed class SeriesRulesTests
{
    private const string Ruth = "Ruth Okafor <ruth@example.org>";

    [Theory]
    [InlineData("[PATCH 2/2] b", "ines@example.org", 20, "v1 time-window p,q")]
    [InlineData("[PATCH 2/2] b", "ines@example.org", 21, "v1 references p,-; v1 references -,q")]
    [InlineData("[PATCH 2/2] b", "ruth@example.org", 1, "v1 references p,-; v1 references -,q")]
    [InlineData("[PATCH v2 2/2] b", "ines@example.org", 1, "v1 references p,-; v2 references -,q")]
    [InlineData("[PATCH v1 2/2] b", "ines@example.org", 1, "v1 time-window p,q")]
    [InlineData("[PATCH 2/3] b", "ines@example.org", 1, "v1 references p,-; v1 references -,q,-")]
    public void Without_references_sender_version_total_and_twenty_minutes_tie(string subject, string from, int minutes, string expected) =>
        Check(expected, new Mailbox().Patch("p", "[PATCH 1/2] a", minute: 0, diff: Mailbox.Change(1)).Patch("q", subject, minute: minutes, from: $"Ines Marlow <{from}>", diff: Mailbox.Change(2)));

    [Fact]
    public void References_tie_patches_of_other_senders_and_later_days() =>
        Check("v1 references p,q", new Mailbox().Patch("p", "[PATCH 1/2] a").Patch("q", "[PATCH 2/2] b", "p", minute: 9_000, from: Ruth));

    [Fact]
    public void A_diff_inside_a_reply_fills_no_slot()
    {
        foreach (var subject in new[] { "Re: [PATCH 1/2] a", "[PATCH] b", "b" })
        {
            var series = new Mailbox().Patch("p", "[PATCH 1/2] a").Patch("r", subject, "p").Build().SelectMany(one => one.Series).Single(one => one.Expected == 2);
            Assert.Equal("v1 references p,-", Mailbox.Show(series));
        }
    }

    [Fact]
    public void A_series_is_complete_when_every_number_is_there()
    {
        bool Complete(params int[] numbers) => Assert.Single(numbers.Aggregate(new Mailbox().Add("c", "[PATCH 0/3] x"), (box, n) => box.Patch($"p{n}", $"[PATCH {n}/3] {n}", "c")).Build()).Series[0].Complete;
        Assert.Equal((true, false, false, true), (Complete(1, 2, 3), Complete(1, 3), Complete(1, 2, 4), Complete(1, 2, 3, 4)));
    }

    [Fact]
    public void A_cover_that_arrives_last_takes_the_patches() =>
        Check("v1 references p1,p2 cover c", new Mailbox().Patch("p1", "[PATCH 1/2] a", "c", minute: 1).Patch("p2", "[PATCH 2/2] b", "c", minute: 2).Add("c", "[PATCH 0/2] x", minute: 9));

    [Fact]
    public void An_unthreaded_cover_that_arrives_last_takes_the_patches() =>
        Check("v1 time-window p1,p2 cover c", new Mailbox().Patch("p1", "[PATCH 1/2] a", minute: 1).Patch("p2", "[PATCH 2/2] b", minute: 2).Add("c", "[PATCH 0/2] x", minute: 9));

    [Fact]
    public void The_cover_may_carry_the_version_alone() =>
        Check("v3 references p1,p2 cover c", new Mailbox().Add("c", "[PATCH v3 0/2] x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c"));

    [Fact]
    public void The_patches_may_carry_the_version_alone() =>
        Check("v3 references p1,p2 cover c", new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH v3 1/2] a", "c").Patch("p2", "[PATCH v3 2/2] b", "c"));

    [Fact]
    public void A_naked_cover_is_the_root_of_the_patches_by_their_sender() =>
        Check("v1 thread p1,p2 cover c", new Mailbox().Add("c", "Two fixes for x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c"));

    [Fact]
    public void The_mail_of_somebody_else_is_no_naked_cover() =>
        Check("v1 thread p1,p2", new Mailbox().Add("c", "x is broken", from: Ruth).Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c"));

    [Fact]
    public void A_cover_with_another_total_still_is_the_cover() =>
        Check("v1 references p1,p2 cover c", new Mailbox().Add("c", "[PATCH 0/3] x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c"));

    [Fact]
    public void An_extra_patch_joins_and_both_totals_are_kept()
    {
        var series = Assert.Single(Assert.Single(new Mailbox().Patch("p1", "[PATCH 1/2] a").Patch("p2", "[PATCH 2/2] b", "p1").Patch("p3", "[PATCH 3/2] c", "p1").Build()).Series);
        Assert.Equal("v1 references p1,p2,p3", Mailbox.Show(series));
        Assert.Equal((2, 3, true), (series.Expected, series.Seen, series.Complete));
    }

    [Fact]
    public void A_cover_that_answers_a_mail_of_a_series_starts_its_own()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/1] x").Patch("p1", "[PATCH 1/1] a", "c")
            .Add("d", "[PATCH v2 0/1] x", answers: "c", minute: 500).Patch("q1", "[PATCH v2 1/1] a", "d", minute: 501).Build());
        Assert.Equal(["v1 references p1 cover c", "v2>v1 references q1 cover d"], one.Series.Select(Mailbox.Show));
    }

    [Fact]
    public void An_unlabelled_resend_is_a_series_of_its_own_linked_to_the_first()
    {
        var one = Assert.Single(new Mailbox().Patch("p1", "[PATCH 1/2] a").Patch("p2", "[PATCH 2/2] b", "p1")
            .Patch("q1", "[PATCH 1/2] a", minute: 3000).Patch("q2", "[PATCH 2/2] b", "q1", minute: 3001).Build());
        Assert.Equal(("p1", null), (one.Series[1].ResendOf, one.Series[0].ResendOf));
    }

    [Theory]
    [InlineData("a", "v1 resend q", "p time-window", 1)]
    [InlineData("quite another", "v1 references q", "", 2)]
    public void A_number_sent_twice_within_the_window_is_the_same_patch_only_with_its_title(string title, string series, string link, int discussions)
    {
        var found = new Mailbox().Patch("p", "[PATCH 1/18] a", minute: 1, diff: Mailbox.Change(1)).Patch("q", $"[PATCH 1/18] {title}", minute: 6, diff: Mailbox.Change(2)).Build();
        var again = found.SelectMany(one => one.Series).Single(one => one.Id == "q");
        Assert.Equal((series, link, discussions), (Mailbox.Show(again).Split(",-")[0], $"{again.ResendOf} {again.LinkedBy}".Trim(), found.Count));
    }

    [Fact]
    public void A_missing_patch_is_named_by_the_replies_to_it()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH 1/2] a", "c")
            .Add("r", "Re: [PATCH 2/2] b", "Acked-by: Ruth Okafor <ruth@example.org>\n", "p2", Ruth, references: ["c", "p2"]).Build());
        var missing = one.Series[0].Patches[1];
        Assert.Equal((true, "p2", "b", false), (missing.Missing, missing.MessageId, missing.Title, one.Series[0].Complete));
        Assert.Equal("p2", Assert.Single(one.Trailers).PatchMessageId);
    }

    [Fact]
    public void A_reply_that_lost_its_prefix_is_no_patch() =>
        Check("v1 single p", new Mailbox().Patch("p", "[PATCH] a").Add("r", "[PATCH] a", "Looks fine to me.\n", "p", Ruth));

    [Fact]
    public void A_pull_request_takes_its_patches_and_is_a_kind_of_its_own()
    {
        var series = Assert.Single(Assert.Single(new Mailbox().Add("c", "[GIT PULL] updates for x").Patch("p1", "[PATCH 1/2] a", "c").Patch("p2", "[PATCH 2/2] b", "c").Build()).Series);
        Assert.Equal(("pull-request", "c"), (series.Kind, series.Cover?.MessageId));
    }

    [Theory]
    [InlineData("[PATCH AUTOSEL 5.10 07/30] a", "stable-review")]
    [InlineData("[PATCH 5.10 07/30] a", "patches")]
    [InlineData("[PULL 07/30] a", "pull-request")]
    public void Kinds(string subject, string kind) =>
        Assert.Equal(kind, Assert.Single(Assert.Single(new Mailbox().Patch("p", subject).Build()).Series).Kind);

    [Theory]
    [InlineData("X-stable: review", "[PATCH 5.10 7/9] a", "stable-review")]
    [InlineData("User-Agent: quilt/0.66", "[PATCH 5.10 7/9] a", "stable-review")]
    [InlineData("user-agent: Mutt/2", "[PATCH 5.10 7/9] a", "patches")]
    [InlineData("User-Agent: quilt/0.66", "[PATCH 7/9] a", "patches")]
    public void Kinds_by_header(string header, string subject, string kind)
    {
        var mail = PatchScribe.Tests.Mail.Mails.One($"From: Ruth Okafor <ruth@example.org>\nSubject: {subject}\n{header}\nMessage-ID: <p@example.org>\n\nLog.\n---\n{Mailbox.Diff}");
        Assert.Equal(kind, Assert.Single(Assert.Single(DiscussionBuilder.Build([mail])).Series).Kind);
    }

    [Fact]
    public void Backports_to_two_releases_are_two_discussions() =>
        Assert.Equal(2, new Mailbox().Patch("p", "[PATCH 5.10 7/9] a").Patch("q", "[PATCH 5.4 7/9] a").Build().Count);

    [Theory]
    [InlineData("Change-Id: Iabc", "Change-Id: Iabc", "change-id")]
    [InlineData("Why.", "Supersedes: <p>", "supersedes")]
    [InlineData("Why.", "Why.", "patch-id")]
    public void Versions_with_other_titles_are_linked(string log, string nextLog, string rule)
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a", log: log + "\n").Patch("q", "[PATCH v2] quite another title", log: nextLog + "\n", minute: 900).Build());
        Assert.Equal((rule, "p"), (one.Series[1].LinkedBy, one.Series[1].PreviousId));
    }

    [Theory]
    [InlineData("Supersedes: <p>\n", "ines@example.org", true)]
    [InlineData("Obsoletes: p\n", "ines@example.org", true)]
    [InlineData("obsoletes: <p>\n", "ines@example.org", true)]
    [InlineData("Supersedes: <p>\n", "ruth@example.org", false)]
    [InlineData("> Supersedes: <p>\n", "ines@example.org", false)]
    public void Supersedes_in_the_senders_own_reply_links(string body, string from, bool links)
    {
        var found = new Mailbox().Patch("p", "[PATCH] a", diff: Mailbox.Change(1)).Patch("q", "[PATCH v2] other words", minute: 900, diff: Mailbox.Change(2))
            .Add("r", "Re: [PATCH v2] other words", body, "q", minute: 901, from: $"X <{from}>").Build();
        Assert.Equal(links ? "p" : null, found.SelectMany(one => one.Series).Single(series => series.Id == "q").PreviousId);
    }

    [Theory]
    [InlineData("Supersedes: <p>\n", "c", "supersedes")]
    [InlineData("Obsoletes: <p>\n", "c", "supersedes")]
    [InlineData("Change-Id: Iabc\n", "c", "change-id")]
    [InlineData("Based-on: <p>\n", null, null)]
    [InlineData("Depends-on: <p>\n", null, null)]
    [InlineData("prerequisite-message-id: <p>\n", null, null)]
    [InlineData("base-commit: 0123456789abcdef\n", null, null)]
    public void Lines_of_a_cover_link_or_are_what_the_series_needs(string line, string? previous, string? rule)
    {
        var found = new Mailbox().Add("c", "[PATCH 0/1] x", "Words.\n\nChange-Id: Iabc\n").Patch("p", "[PATCH 1/1] a", "c", diff: Mailbox.Change(1))
            .Add("d", "[PATCH v2 0/1] quite other words", "Words.\n\n" + line, minute: 900).Patch("q", "[PATCH v2 1/1] b", "d", minute: 901, diff: Mailbox.Change(2)).Build();
        var next = found.SelectMany(one => one.Series).Single(series => series.Id == "d");
        Assert.Equal((previous, rule), (next.PreviousId, next.LinkedBy));
        Assert.Equal(rule is null ? [line.Split(':')[0]] : [], next.Dependencies.Select(one => one.Token));
    }

    [Theory]
    [InlineData("[PATCH v2] b", "ines@example.org", "p", "thread")]
    [InlineData("[PATCH v2] b", "ruth@example.org", null, null)]
    [InlineData("[PATCH v2] a", "ines@example.org", "p", "title")]
    public void A_version_in_the_same_thread(string subject, string from, string? previous, string? rule)
    {
        var next = new Mailbox().Patch("p", "[PATCH] a", diff: Mailbox.Change(1)).Patch("q", subject, "p", minute: 900, from: $"X <{from}>", diff: Mailbox.Change(2)).Build().SelectMany(one => one.Series).Single(series => series.Id == "q");
        Assert.Equal((previous, rule), (next.PreviousId, next.LinkedBy));
    }

    [Fact]
    public void A_version_is_found_by_the_title_of_its_cover_or_of_its_first_patch()
    {
        foreach (var (cover, first) in new[] { ("x", "other"), ("quite another", "a") })
        {
            var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/2] x").Patch("p1", "[PATCH 1/2] a", "c", diff: Mailbox.Change(1)).Patch("p2", "[PATCH 2/2] b", "c", diff: Mailbox.Change(2))
                .Add("d", $"[PATCH v2 0/2] {cover}", minute: 900).Patch("q1", $"[PATCH v2 1/2] {first}", "d", minute: 901, diff: Mailbox.Change(3)).Patch("q2", "[PATCH v2 2/2] new", "d", minute: 902, diff: Mailbox.Change(4)).Build());
            Assert.Equal(("c", "title"), (one.Series[1].PreviousId, one.Series[1].LinkedBy));
        }
    }

    [Fact]
    public void The_same_title_of_another_sender_is_another_discussion() =>
        Assert.Equal(2, new Mailbox().Patch("p", "[PATCH] fix typo", diff: Mailbox.Change(1)).Patch("q", "[PATCH v2] fix typo", from: Ruth, minute: 5, diff: Mailbox.Change(2)).Build().Count);

    [Fact]
    public void A_count_that_starts_anew_after_a_request_for_comments_comes_behind_it()
    {
        var one = Assert.Single(new Mailbox().Patch("a", "[RFC PATCH v2] x: do it").Patch("b", "[PATCH] x: do it", minute: 900).Patch("c", "[PATCH v2] x: do it", minute: 1900).Build());
        Assert.Equal(["a", "b", "c"], one.Series.Select(series => series.Id));
        Assert.Equal("-ab", string.Concat(one.Series.Select(series => series.PreviousId ?? "-")));
    }

    [Fact]
    public void A_higher_version_with_an_older_date_is_reported_and_the_number_decides()
    {
        var one = Assert.Single(new Mailbox().Patch("new", "[PATCH v3] a", minute: 1).Patch("old", "[PATCH v2] a", minute: 900).Build());
        Assert.Equal(["old", "new"], one.Series.Select(series => series.Id));
        Assert.Equal("PST002", Assert.Single(one.Diagnostics).Id);
    }

    [Fact]
    public void A_partial_reroll_of_two_patches_keeps_the_others()
    {
        var one = Assert.Single(new Mailbox().Add("c", "[PATCH 0/3] x").Patch("p1", "[PATCH 1/3] a", "c").Patch("p2", "[PATCH 2/3] b", "c").Patch("p3", "[PATCH 3/3] d", "c")
            .Patch("n1", "[PATCH v2 1/3] a", "p1", minute: 100).Patch("n3", "[PATCH v2 3/3] d", "p3", minute: 101).Build());
        Assert.Equal("v2>v1 partial-reroll n1,p2,n3", Mailbox.Show(one.Series[1]));
    }

    [Fact]
    public void A_reroll_in_reply_to_the_first_version_keeps_what_was_rerolled_in_between()
    {
        var one = Assert.Single(new Mailbox().Patch("p1", "[PATCH 1/2] a", diff: Mailbox.Change(1)).Patch("p2", "[PATCH 2/2] b", "p1", diff: Mailbox.Change(2))
            .Patch("n2", "[PATCH v2 2/2] b", "p2", minute: 100, diff: Mailbox.Change(3)).Patch("n1", "[PATCH v3 1/2] a", "p1", minute: 101, diff: Mailbox.Change(4)).Build());
        Assert.Equal(["p1: v1 references p1,p2", "n2: v2>v1 partial-reroll p1,n2", "n1: v3>v2 partial-reroll n1,n2"], one.Series.Select(series => $"{series.Id}: {Mailbox.Show(series)}"));
    }

    [Fact]
    public void Dependencies_are_read_above_and_below_the_diff()
    {
        var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] a", log: "Why.\n\nBased-on: <base@example.org>\n", diff: Mailbox.Diff.Replace("-- \n", "base-commit: 0123456789abcdef\n-- \n", StringComparison.Ordinal)).Build());
        Assert.Equal(["Based-on base@example.org", "base-commit 0123456789abcdef"], one.Series[0].Dependencies.Select(line => $"{line.Token} {line.Value}"));
    }

    [Fact]
    public void The_same_mail_delivered_twice_is_one()
    {
        var mailbox = new Mailbox().Add("a", "x", "One.\n");
        Assert.Equal(["a"], DiscussionBuilder.Build([.. mailbox.Messages, .. mailbox.Messages]).SelectMany(one => one.Messages).Select(message => message.MessageId));
    }

    [Fact]
    public void Two_mails_of_one_id_are_both_kept()
    {
        var messages = new Mailbox().Add("a", "x", "One.\n").Messages.Concat(new Mailbox().Add("a", "x", "Two.\n").Messages).ToList();
        var found = DiscussionBuilder.Build(messages);
        Assert.Equal(["a", "a#repeat1"], found.SelectMany(one => one.Messages).Select(message => message.MessageId));
        Assert.Equal("PST001", Assert.Single(found.SelectMany(one => one.Diagnostics)).Id);
    }

    private static void Check(string expected, Mailbox mailbox) =>
        Assert.Equal(expected, string.Join("; ", mailbox.Build().SelectMany(one => one.Series).Select(Mailbox.Show)));
}
