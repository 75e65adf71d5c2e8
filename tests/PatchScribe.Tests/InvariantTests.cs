using PatchScribe.Behaviour;
using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Rendering;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Tests;

/// <summary>What holds for every sample: nothing is lost, order of arrival does not matter, a draft has no placeholder and rests on its sources.</summary>
public sealed class InvariantTests
{
    public static TheoryData<string> Samples()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.PathOf("samples"), "*.mbox", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetRelativePath(RepositoryRoot.PathOf(), file));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_mail_in_comes_out_exactly_once(string sample)
    {
        var messages = Read(sample);
        var threaded = DiscussionBuilder.Build(messages).SelectMany(discussion => discussion.Threads).SelectMany(thread => thread.Nodes).Where(node => node.Message is not null).Select(node => node.MessageId);
        Assert.Equal(messages.Select(message => message.MessageId).Order(StringComparer.Ordinal), threaded.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Order_of_arrival_does_not_matter(string sample)
    {
        var messages = Read(sample).ToArray();
        var expected = Summary(messages);
        Assert.Equal(expected, Summary([.. messages.Reverse()]));
        var random = new Random(20261125);
        for (var round = 0; round < 5; round++)
        {
            random.Shuffle(messages);
            Assert.Equal(expected, Summary(messages));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_draft_has_no_placeholder_and_every_paragraph_a_source(string sample)
    {
        foreach (var draft in Drafts(Read(sample)))
        {
            Assert.DoesNotContain("{{", draft.Text, StringComparison.Ordinal);
            Assert.All(draft.Paragraphs, paragraph => Assert.NotEmpty(paragraph.Evidence));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_the_sources_of_a_paragraph_quote_stands_in_the_mail(string sample)
    {
        var messages = Read(sample).ToDictionary(message => message.MessageId);
        foreach (var evidence in Drafts([.. messages.Values]).SelectMany(draft => draft.Paragraphs).SelectMany(paragraph => paragraph.Evidence).Where(evidence => evidence.Kind == "mail"))
        {
            var mail = messages[evidence.MessageId!];
            var text = Diagnostics.Quotation.OneLine(mail.Subject + " " + mail.Body.Replace("\n> ", "\n", StringComparison.Ordinal));
            Assert.Contains(Diagnostics.Quotation.OneLine(evidence.Quote), text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sentence_of_a_draft_stands_in_its_sources_but_for_the_corrections(string sample)
    {
        foreach (var draft in Drafts(Read(sample)))
        {
            foreach (var paragraph in draft.Paragraphs)
            {
                var known = Words(string.Join(' ', paragraph.Evidence.Select(evidence => evidence.Quote)));
                known.UnionWith(draft.Corrections.SelectMany(correction => Words(correction.To)));
                Assert.Empty(Words(paragraph.Text).Except(known, StringComparer.Ordinal));
            }
        }
    }

    private static HashSet<string> Words(string text) =>
        [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', ';', '"', '(', ')')).Where(word => word.Length > 0)];

    private static IReadOnlyList<MailMessage> Read(string sample) => MailReader.ReadAll(RepositoryRoot.PathOf(sample)).Messages;

    private static string Summary(IReadOnlyList<MailMessage> messages) =>
        SummaryJsonWriter.Write([.. DiscussionBuilder.Build(messages).Select(new SummaryBuilder(BehaviourModels.List(), null).Build)], ReadingCounts.None);

    private static IEnumerable<CommitLogDraft> Drafts(IReadOnlyList<MailMessage> messages)
    {
        var builder = new DraftBuilder(TemplateSet.Load([RepositoryRoot.PathOf("templates")]));
        foreach (var discussion in DiscussionBuilder.Build(messages))
        {
            var review = ReviewReader.Read(discussion);
            foreach (var patch in DraftPlanner.Plan(discussion, review).Patches)
            {
                yield return builder.Build(new DraftRequest { Patch = patch, Discussion = discussion, Review = review, Profile = LogProfile.Named("qemu") });
            }
        }
    }
}
