using System.Globalization;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Review;

/// <summary>
/// Holds what the review stage reads against the labels: points of the text kinds by message and word overlap, one to one;
/// proposals by equal text, blanks aside. Every miss is one line in <see cref="Lines"/>.
/// </summary>
internal sealed class ReviewScorer
{
    private static readonly string[] TextKinds = ["commit-message", "subject", "fixes-tag", "error-message", "behaviour"];

    public int Labelled { get; private set; }

    public int Found { get; private set; }

    public int RightKind { get; private set; }

    public int False { get; private set; }

    public int FalseInNegatives { get; private set; }

    public int Proposals { get; private set; }

    public int ExactProposals { get; private set; }

    public int Addressed { get; private set; }

    public int AddressedProven { get; private set; }

    public int AddressedOrTouched { get; private set; }

    public int WronglyAddressed { get; private set; }

    public List<string> Lines { get; } = [];

    public double Recall => (double)Found / Labelled;

    public double Precision => (double)Found / Math.Max(1, Found + False);

    public static ReviewScorer Score(IEnumerable<LabelledThread> threads)
    {
        var scorer = new ReviewScorer();
        foreach (var thread in threads)
        {
            scorer.Score(thread);
        }

        return scorer;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"text points {Found} of {Labelled} found (recall {Recall:0.00}), {False} false (precision {Precision:0.00}), {RightKind} of the same kind; "
        + $"{FalseInNegatives} false in the negatives; proposals {ExactProposals} of {Proposals} exact; "
        + $"addressed {AddressedOrTouched} of {Addressed} seen ({AddressedProven} proven), {WronglyAddressed} wrongly");

    private static List<DiscussionReview> Read(params string?[] paths) =>
        [.. DiscussionBuilder.Build([.. paths.OfType<string>().SelectMany(path => MailReader.ReadAll(path).Messages)]).Select(ReviewReader.Read)];

    private void Score(LabelledThread thread)
    {
        var reviews = Read(thread.MailPath);
        var found = reviews.SelectMany(review => review.Points).ToList();
        var wanted = thread.Points.Where(point => TextKinds.Contains(point.Kind, StringComparer.Ordinal)).ToList();
        var pairs = Match(wanted, found.Where(point => TextKinds.Contains(point.Kind, StringComparer.Ordinal)).ToList());
        Labelled += wanted.Count;
        Found += pairs.Count;
        foreach (var (label, point) in pairs)
        {
            RightKind += label.Kind == point.Kind ? 1 : 0;
            Note(thread, label.Kind == point.Kind ? "found" : $"kind {point.Kind} for {label.Kind}", label.MessageId, label.Quote);
        }

        foreach (var label in wanted.Except(pairs.Select(pair => pair.Label)))
        {
            Note(thread, $"MISS {label.Kind}", label.MessageId, label.Quote);
        }

        foreach (var point in found.Where(point => TextKinds.Contains(point.Kind, StringComparer.Ordinal)).Except(pairs.Select(pair => pair.Point)))
        {
            False++;
            FalseInNegatives += thread.Negative ? 1 : 0;
            Note(thread, $"FALSE {point.Kind} under {point.Place.Kind}", point.Quote.MessageId, point.Quote.Quote);
        }

        ScoreProposals(thread, reviews);
        ScoreStatus(thread, wanted);
    }

    private void ScoreProposals(LabelledThread thread, List<DiscussionReview> reviews)
    {
        var texts = reviews.SelectMany(review => review.Proposals.Select(one => (one.Quote.MessageId, Text: Squeeze(one.Text), one.Kind))
            .Concat(review.Corrections.Select(one => (one.Quote.MessageId, Text: $"s/{one.Wrong}/{one.Right}/", Kind: "substitution")))).ToList();
        foreach (var label in thread.Proposals)
        {
            Proposals++;
            var exact = texts.FindIndex(one => one.MessageId == label.MessageId && one.Text == Squeeze(label.Text));
            ExactProposals += exact >= 0 ? 1 : 0;
            if (exact >= 0)
            {
                texts.RemoveAt(exact);
            }

            Note(thread, exact >= 0 ? "proposal" : "MISS proposal", label.MessageId, label.Text);
        }

        foreach (var (messageId, text, kind) in texts.Where(one => one.Kind != "substitution"))
        {
            Note(thread, $"other proposal {kind}", messageId, text);
        }
    }

    private void ScoreStatus(LabelledThread thread, List<LabelledPoint> wanted)
    {
        if (thread.LaterPath is null)
        {
            return;
        }

        var points = Read(thread.MailPath, thread.LaterPath).SelectMany(review => review.Points).ToList();
        foreach (var (label, point) in Match(wanted, points))
        {
            var addressed = label.Status.StartsWith("addressed", StringComparison.Ordinal);
            Addressed += addressed ? 1 : 0;
            AddressedProven += addressed && point.Status == "addressed" ? 1 : 0;
            AddressedOrTouched += addressed && point.Status is "addressed" or "touched" ? 1 : 0;
            WronglyAddressed += !addressed && point.Status == "addressed" ? 1 : 0;
            Note(thread, $"status {point.Status} for {label.Status}", label.MessageId, label.Quote);
        }
    }

    private static List<(LabelledPoint Label, ReviewPoint Point)> Match(List<LabelledPoint> labels, List<ReviewPoint> points)
    {
        var free = points.ToList();
        var pairs = new List<(LabelledPoint, ReviewPoint)>();
        foreach (var label in labels)
        {
            var best = free.Where(point => point.Quote.MessageId == label.MessageId).Select(point => (Point: point, Score: Overlap(label.Quote, point.Quote.Quote) + (label.Kind == point.Kind ? 0.1 : 0)))
                .Where(one => one.Score >= 0.5).OrderByDescending(one => one.Score).FirstOrDefault().Point;
            if (best is not null)
            {
                free.Remove(best);
                pairs.Add((label, best));
            }
        }

        return pairs;
    }

    /// <summary>Shared words over the words of the shorter text.</summary>
    private static double Overlap(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }

    private static HashSet<string> WordsOf(string text) =>
        new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"');

    private void Note(LabelledThread thread, string what, string messageId, string quote) =>
        Lines.Add($"{thread.Name} {what,-34} <{messageId[..Math.Min(16, messageId.Length)]}> {Squeeze(quote)[..Math.Min(110, Squeeze(quote).Length)]}");
}
