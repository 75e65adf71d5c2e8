using PatchScribe.Drafts;
using PatchScribe.Drafts.Rules;
using PatchScribe.Review;
using PatchScribe.Threads;
using static PatchScribe.Tests.Drafts.DraftCase;

namespace PatchScribe.Tests.Drafts.Rules;

public sealed class CompositionRuleTests
{
    private const string SignedOff = "Signed-off-by: Ines Marlow <ines@example.org>";

    [Fact]
    public void Keep_a_log_that_nobody_remarked_on_stays_as_it_is()
    {
        var log = "First line\nbroken by hand.\n\n- one\n- two\n\n    $ run   this\n\n" + SignedOff;
        var draft = new DraftCase { Log = log }.Build();
        Assert.Equal("hw/x: do it\n\n" + log + "\n", draft.Text);
        Assert.False(draft.Unsettled);
    }

    [Theory]
    [InlineData("proposed", true, false, true)]
    [InlineData("proposed", false, false, true)]
    [InlineData("proposed", false, true, false)]
    [InlineData("agreed", false, true, true)]
    [InlineData("superseded", true, false, false)]
    [InlineData("rejected", true, false, false)]
    public void Base_a_whole_log_becomes_the_base_only_when_its_writer_or_the_author_stands_by_it(string status, bool byAuthor, bool hedged, bool taken)
    {
        var draft = new DraftCase { Proposals = [Proposal("hw/x: do it well\n\nNew words.", status, byAuthor, hedged)] }.Build();
        Assert.Equal(taken, draft.Subject == "hw/x: do it well");
        Assert.Equal(taken, draft.Body == "New words.");
        Assert.Equal([SignedOff], draft.Trailers);
    }

    [Fact]
    public void Base_a_body_alone_keeps_the_subject()
    {
        var draft = new DraftCase { Proposals = [Proposal("The device has two\npaths to memory.\n\nOne of them is slow.")] }.Build();
        Assert.Equal("hw/x: do it", draft.Subject);
        Assert.StartsWith("The device has two\npaths", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Substitute_replaces_whole_words_of_prose_and_leaves_output_alone()
    {
        var draft = new DraftCase
        {
            Log = "A staticaly set staticalyX.\n\n    $ staticaly\n\n" + SignedOff,
            Corrections = [new FactCorrection("Ruth Okafor", "staticaly", "statically", "log", Quote("s/staticaly/statically/", 1))],
        }.Build();
        Assert.Equal("A statically set staticalyX.\n\n    $ staticaly", draft.Body);
        Assert.True(Assert.Single(draft.Corrections).Applied);
    }

    [Fact]
    public void Substitute_a_device_node_has_no_slash_behind_it()
    {
        var draft = new DraftCase
        {
            Log = "Known through /dev/iommufd.\n\n" + SignedOff,
            Corrections = [new FactCorrection("Tomas Berg", "/dev/iommufd", "/dev/iommu/", "log", Quote("Note that it is \"/dev/iommu/\".", 1))],
        }.Build();
        Assert.Equal("Known through /dev/iommu.", draft.Body);
    }

    [Theory]
    [InlineData("CONFIG_IOMMU", "CONFIG_IOMMUFD", true)]
    [InlineData("CONFIG_IOMUFD", "CONFIG_IOMMUFD", true)]
    [InlineData("CONFIG_VFIO", "CONFIG_VFIO", false)]
    public void Symbol_a_name_that_nobody_knows_becomes_the_near_one(string written, string expected, bool corrected)
    {
        var draft = new DraftCase
        {
            Title = "hw/x: drop " + written,
            Log = $"It drops {written}.",
            Symbols = new Dictionary<string, string> { ["CONFIG_IOMMUFD"] = "m" },
        }.Build();
        Assert.Equal("hw/x: drop " + expected, draft.Subject);
        Assert.Equal($"It drops {expected}.", draft.Body);
        Assert.Equal(corrected, draft.Corrections.Count == 1);
    }

    [Fact]
    public void Commit_reference_takes_the_profile_form_when_the_repository_knows_it()
    {
        var draft = new DraftCase
        {
            Log = "As in abcdef12 \"hw/x: Old title\", do it.",
            FindCommit = hash => hash == "abcdef12" ? new KnownCommit("abcdef1234567890abcdef1234567890abcdef12", "hw/x: Old title") : null,
        }.Build();
        Assert.Equal("As in commit abcdef123456 (\"hw/x: Old title\"), do it.", draft.Body);
    }

    [Theory]
    [InlineData("I think this text can be dropped", true)]
    [InlineData("not really relevant for the commit log.", true)]
    [InlineData("The device was dropped by accident.", false)]
    public void Drop_takes_the_nearest_paragraph(string remark, bool dropped)
    {
        var draft = new DraftCase
        {
            Log = "First paragraph here.\n\nSecond paragraph here.\n\nThird.",
            Points = [Point(remark, under: "First paragraph here.\n\nSecond paragraph here.")],
        }.Build();
        Assert.Equal(dropped, !draft.Body.Contains("Second paragraph", StringComparison.Ordinal));
        Assert.Contains("First paragraph", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Drop_leaves_a_disputed_paragraph()
    {
        var draft = new DraftCase { Log = "One here.\n\nTwo here.", Points = [Point("This can be dropped", under: "Two here.", status: "disputed")] }.Build();
        Assert.Contains("Two here.", draft.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Find the specified DVSEC ID of it", "specified Vendor ID and Capability ID", "Find the specified Vendor ID and Capability ID of it")]
    [InlineData("the ID of the ID", "the best ID", null)]
    [InlineData("no such words", "specified Vendor ID", null)]
    public void Fragment_replaces_the_span_between_its_ends(string text, string fragment, string? expected)
    {
        Assert.Equal(expected, FragmentRule.Replace(text, fragment));
    }

    [Fact]
    public void Wanted_words_become_a_sentence_of_the_paragraph()
    {
        var draft = new DraftCase
        {
            Log = "It cleans up callers.\n\n" + SignedOff,
            Points = [Point("I would have liked to see \"add @base to the map\" and \"use @map for it\".")],
        }.Build();
        Assert.Equal("It cleans up callers. Add @base to the map and use @map for it.", draft.Body);
        Assert.Empty(draft.OpenPoints);
    }

    [Fact]
    public void Acronym_is_spelt_out_where_its_initials_stand_once()
    {
        var draft = new DraftCase
        {
            Title = "cxl: Convert \"RBI\" to enum",
            Points = [Point("Please spell out \"register block indicator\" in the subject", kind: "subject", place: "subject")],
        }.Build();
        Assert.Equal("cxl: Convert \"register block indicator\" to enum", draft.Subject);
    }

    [Theory]
    [InlineData("\tif (QI_PGRP_PDP(req->pasid_present))", "\tif (QI_PGRP_PDP(req->priv_data_present))", "In f(), pass req->priv_data_present instead of req->pasid_present to QI_PGRP_PDP().")]
    [InlineData("\tg(a, b);", "\tg(a, c);", "In f(), pass c instead of b to g().")]
    [InlineData("\tg(a, b);", "\th(a, b);", null)]
    [InlineData("\tx = a;", "\tx = b;", null)]
    public void One_operand_describes_one_changed_argument(string before, string after, string? expected)
    {
        Assert.Equal(expected, OneOperandRule.Describe(before, after, "static int f(void)"));
    }

    [Fact]
    public void Trailers_given_without_condition_stand_before_the_senders_own()
    {
        var draft = new DraftCase
        {
            Trailers =
            [
                new TrailerGiven(PatchId, Id(1), "Reviewed-by", "Tomas Berg <tomas@example.org>", "given", "(Documentation)"),
                new TrailerGiven(PatchId, Id(2), "Reviewed-by", "tomas berg <Tomas@example.org>", "given", null),
                new TrailerGiven(PatchId, Id(2), "Acked-by", "Ruth Okafor <ruth@example.org>", "conditional", "with that fixed"),
                new TrailerGiven("other@example.org", Id(2), "Tested-by", "Ruth Okafor <ruth@example.org>", "given", null),
            ],
        }.Build();
        Assert.Equal(["Reviewed-by: Tomas Berg <tomas@example.org> (Documentation)", SignedOff], draft.Trailers);
        Assert.Contains("conditional", Assert.Single(draft.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trailer_goes_when_its_drop_is_promised_and_gets_the_token_that_is_asked_for()
    {
        var draft = new DraftCase
        {
            Log = "Log.\n\nRecommended-by: Ruth Okafor <ruth@example.org>\nSigned-off-by: Sai <sai@example.org>\n" + SignedOff,
            Points =
            [
                Point("I'll change this to Suggested-by:", place: "trailer", under: "Recommended-by: Ruth Okafor <ruth@example.org>"),
                Point("Is Sai the author?", place: "trailer", under: "Signed-off-by: Sai <sai@example.org>", evidence: "I'll drop it in the next version."),
            ],
        }.Build();
        Assert.Equal(["Suggested-by: Ruth Okafor <ruth@example.org>", SignedOff], draft.Trailers);
        Assert.Empty(draft.OpenPoints);
    }

    [Fact]
    public void Question_stands_under_the_block_it_is_about_until_it_is_answered_or_dismissed()
    {
        var point = Point("Please explain why this is needed.", under: "One here.");
        string Body(params DraftAnswer[] answers) => new DraftCase { Log = "One here.\n\nTwo here.", Points = [point], Answers = answers }.Build().Body;
        Assert.Equal("One here.\n\n[?1 \"Please explain why this is needed.\" (Tomas Berg)]\n\nTwo here.", Body());
        Assert.Equal("One here.\n\nIt is the last user.\n\nTwo here.", Body(new DraftAnswer(point.Id, "It is the last user.", Dismissed: false)));
        Assert.Equal("One here.\n\nTwo here.", Body(new DraftAnswer(point.Id, "not for this log", Dismissed: true)));
    }

    [Theory]
    [InlineData("proposed", "It is simpler.", true)]
    [InlineData("proposed", "Do so because it is the last user.", false)]
    [InlineData("agreed", "It is simpler.", false)]
    public void Question_for_the_reason_stays_until_the_proposal_gives_one_or_is_agreed_to(string status, string text, bool open)
    {
        var draft = new DraftCase { Points = [Point("You should better explain the motivation.", place: "unknown")], Proposals = [Proposal("hw/x: do it\n\n" + text, status)] }.Build();
        Assert.Equal(open, draft.OpenPoints.Count == 1);
    }
}
