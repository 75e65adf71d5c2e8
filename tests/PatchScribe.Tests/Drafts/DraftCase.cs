using System.Globalization;
using PatchScribe.Analysis;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Diffs;
using PatchScribe.Drafts.LogText;
using PatchScribe.Drafts;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Drafts;

/// <summary>A small discussion of one patch, made by hand: mail 0 is the patch, the others answer the one before.</summary>
internal sealed class DraftCase
{
    public const string PatchId = "0@example.org";

    private static readonly TemplateSet Templates = TemplateSet.Load([RepositoryRoot.PathOf("templates")]);

    public string Title { get; init; } = "hw/x: do it";

    public string Log { get; init; } = "The log.\n\nSigned-off-by: Ines Marlow <ines@example.org>";

    public int Replies { get; init; } = 2;

    public IReadOnlyList<ReviewPoint> Points { get; init; } = [];

    public IReadOnlyList<ReviewRemark> Remarks { get; init; } = [];

    public IReadOnlyList<FactCorrection> Corrections { get; init; } = [];

    public IReadOnlyList<TextProposal> Proposals { get; init; } = [];

    public IReadOnlyList<TrailerGiven> Trailers { get; init; } = [];

    public IReadOnlyList<DraftAnswer> Answers { get; init; } = [];

    public IReadOnlyDictionary<string, string> Symbols { get; init; } = new Dictionary<string, string>();

    public Func<string, KnownCommit?>? FindCommit { get; init; }

    public Func<IReadOnlyList<KnownCommit>>? FindOrigins { get; init; }

    public Func<string, IReadOnlyList<string>>? PrefixHistory { get; init; }

    public Func<IReadOnlySet<string>, IReadOnlyDictionary<string, string>>? FindMisspellings { get; init; }

    public IReadOnlyList<RunPair> Runs { get; init; } = [];

    public string Diff { get; init; } = "";

    public string Profile { get; init; } = "qemu";

    public bool LinkAsked { get; init; }

    public static ReviewRemark Remark(string quote, string? under = null, int mail = 2, bool byAuthor = true, string place = "remark", int line = 3) =>
        new(byAuthor ? "Ines Marlow" : "Tomas Berg", byAuthor, new MailQuote(Id(mail), quote, line, line), new ReviewPlace(under is null ? "unknown" : place, null, null, under));

    public static ReviewPoint Point(string quote, string kind = "commit-message", string place = "log", string? under = null, string status = "answered", int mail = 1, string? evidence = null) =>
        new("p" + quote.Length.ToString(CultureInfo.InvariantCulture), "Tomas Berg", kind, Quote(quote, mail), new ReviewPlace(place, null, null, under),
            status, evidence is null ? [] : [Quote(evidence, mail + 1)]);

    public const string LeadIn = "How about this commit log:";

    public static TextProposal Proposal(string text, string status = "proposed", bool byAuthor = true, bool hedged = false, int mail = 2, string kind = "commit-message") =>
        new("Ines Marlow", kind, text, "this-change", status, Quote(text, mail), hedged, byAuthor, null);

    /// <summary>Every proposal that stands at the beginning of its mail is led to by words that call it a log.</summary>
    private static ReviewRemark LeadTo(TextProposal proposal) =>
        new(proposal.Author, proposal.ByPatchAuthor, proposal.Quote with { Quote = LeadIn, FirstLine = 1, LastLine = 1 }, new ReviewPlace("unknown", null, null, null));

    public static MailQuote Quote(string text, int mail) => new(Id(mail), text, 3, 3 + text.Count(c => c == '\n'));

    public static string Id(int mail) => mail.ToString(CultureInfo.InvariantCulture) + "@example.org";

    public CommitLogDraft Build() => new DraftBuilder(Templates).Build(Request());

    private DraftRequest Request()
    {
        var author = new MailAddress("Ines Marlow", "ines@example.org");
        var messages = Enumerable.Range(0, Replies + 1).Select(i => new MailMessage
        {
            MessageId = Id(i),
            From = author,
            Author = author,
            Subject = (i == 0 ? "" : "Re: ") + "[PATCH] " + Title,
            Body = Log,
            Date = new DateTimeOffset(2026, 5, 1, i, 0, 0, TimeSpan.Zero),
        }).ToList();
        var patch = new MailedPatch { Message = messages[0], Title = Title, Author = author, Log = Log, Files = DiffReader.Read(Diff).Files };
        var series = new PatchSeries { Id = patch.MessageId ?? "", Subject = Title, Version = 1, Author = author, Expected = 1, Complete = true, GroupedBy = "single", Patches = [patch] };
        return new DraftRequest
        {
            Patch = patch,
            Profile = LogProfile.Named(Profile),
            LinkAsked = LinkAsked,
            ModelSymbols = Symbols,
            FindCommit = FindCommit,
            Answers = Answers,
            FindOrigins = FindOrigins,
            PrefixHistory = PrefixHistory,
            FindMisspellings = FindMisspellings,
            Runs = Runs,
            Analysis = new ChangeAnalysis { Subject = Title, Files = patch.Files, Conditionals = [], Messages = [], Interfaces = [], Behaviour = [] },
            Discussion = new Discussion
            {
                RootMessageId = Id(0),
                Subject = Title,
                Threads = [new MailThread([.. messages.Select((message, i) => new ThreadNode(message.MessageId, message, i - 1, i))])],
                Messages = messages,
                Series = [series],
                Trailers = Trailers,
            },
            Review = new DiscussionReview
            {
                Points = Points,
                Corrections = Corrections,
                Decisions = [],
                Proposals = Proposals,
                Questions = [],
                ErrorMessages = [],
                CommitReferences = [],
                Remarks = [.. Points.Select(point => new ReviewRemark(point.Author, ByPatchAuthor: false, point.Quote, point.Place)), .. Proposals.Where(one => one.Quote.FirstLine == 3).Select(LeadTo), .. Remarks],
            },
        };
    }
}
