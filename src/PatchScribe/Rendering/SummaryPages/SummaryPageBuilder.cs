using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>Lays out a summary: first what a maintainer must know in ten seconds, then what was asked, and everything it rests on.</summary>
public static class SummaryPageBuilder
{
    private const int MaxWaits = 2;
    private const int MaxBlocks = 5;
    private const int MaxPatches = 10;
    private const int MaxBehaviour = 8;

    /// <summary>The page of one discussion.</summary>
    public static SummaryPage Build(ThreadSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var verdict = summary.Verdict;
        return new SummaryPage(
            summary.Discussion.Subject.Length == 0 ? "(no subject)" : summary.Discussion.Subject,
            verdict.State,
            verdict.Blocks.Count > 0 ? Tone.Bad : verdict.State.StartsWith("reviewed", StringComparison.Ordinal) ? Tone.Good : Tone.Half,
            PageFacts.Of(summary),
            Cut("waits for", verdict.WaitsFor.Select(one => new PageItem($"{one.Name}{(one.Since is { } since ? $" since {PageFacts.Day(since)}" : "")}: {one.For}", one.Source)), MaxWaits),
            Cut("blocks", verdict.Blocks.Select(one => new PageItem(one.Text, one.Source, Tone: Tone.Bad)), MaxBlocks),
            Cut("patches", PatchLines.Of(summary), MaxPatches),
            [.. Sections(summary).Where(section => section.Items.Count > 0)]);
    }

    private static IEnumerable<PageSection> Sections(ThreadSummary summary)
    {
        var review = summary.Review;
        yield return new PageSection("asked", [.. review.Points.OrderBy(point => Order(point.Status)).Select(Point)]);
        yield return new PageSection("corrected", [.. review.Corrections.Select(one => new PageItem($"{one.Wrong} -> {one.Right}", one.Quote, Label: one.Author))]);
        yield return new PageSection("proposed", [.. review.Proposals.Where(one => one is { Scope: "this-change", Inline: false }).Select(Proposal)]);
        yield return new PageSection("decided", [.. review.Decisions.Select(one => new PageItem(Said(one.Author, one.Quote.Quote), one.Quote, Label: one.Kind))]);
        yield return new PageSection("disagreed", [.. review.Disagreements.Select(one => new PageItem($"{Said(one.Author, one.Quote.Quote)}, to {one.With}", one.Quote, Tone: Tone.Bad))]);
        yield return SummarySeriesItems.Standings(summary);
        yield return SummarySeriesItems.Needs(summary);
        yield return SummarySeriesItems.Unanswered(summary);
        foreach (var change in summary.Versions)
        {
            yield return SummaryVersionItems.Of(change);
        }

        var patches = PatchNames(summary.Discussion.Series);
        yield return new PageSection("tags", [.. summary.Discussion.Trailers.Select(tag => Tag(tag, patches))]);
        yield return Cut($"before and after{(summary.Behaviour.Assumed ? " (assumed: no diff in this source)" : "")}, worst first", summary.Behaviour.Changes.Select(BehaviourItems.Of), MaxBehaviour);
        yield return new PageSection("messages", [.. summary.Changes.SelectMany(change => change.Messages).Select(BehaviourItems.Message)]);
        yield return new PageSection("ideas for later", [.. review.Proposals.Where(one => one.Scope == "future").Select(Proposal)]);
        yield return new PageSection("open questions", [.. review.Questions.Where(one => one.AnsweredBy is null).Select(one => new PageItem(Said(one.Author, one.Quote.Quote), one.Quote))]);
        yield return new PageSection("error messages cited", [.. review.ErrorMessages.Select(one => new PageItem(one.Text, one.Quote, one.Role))]);
        yield return new PageSection("references", [.. summary.References.Zip(review.CommitReferences, Reference)]);
    }

    private static PageItem Point(ReviewPoint point)
    {
        var below = new List<PageItem>();
        if (point.Place.Text is { } text && point.Place.Kind is not "unknown")
        {
            var at = point.Place.File is { } file ? $"{file}:{point.Place.Line?.ToString(System.Globalization.CultureInfo.InvariantCulture)} " : "";
            below.Add(new PageItem(at + LastLine(text), Label: "under"));
        }

        if (point.WordDiff is { } difference)
        {
            below.Add(new PageItem(difference, Label: "changed"));
        }

        below.AddRange(point.Evidence.TakeLast(1).Select(one => new PageItem($"\"{one.Quote}\"", one, Label: "because")));
        return new PageItem(Said(point.Author, point.Quote.Quote), point.Quote, point.Status, point.Kind, ToneOf(point.Status)) { Below = below };
    }

    private static PageItem Proposal(TextProposal one) =>
        new($"{one.Author}{(one.Hedged ? ", hedged" : "")}:", one.Quote, one.Status, one.Kind, ToneOf(one.Status)) { Below = [new PageItem(one.Text) { Verbatim = true }] };

    /// <summary>"v2 3/5" for each patch; nothing where there is only one.</summary>
    private static Dictionary<string, string> PatchNames(IReadOnlyList<PatchSeries> all)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (series, patch) in all.SelectMany(series => series.Patches, (series, patch) => (series, patch)).Where(pair => pair.patch.MessageId is not null))
        {
            names.TryAdd(patch.MessageId!, FormattableString.Invariant($" on v{series.Version}{(patch.Index is { } index ? $" {index}/{series.Expected}" : "")}"));
        }

        return names.Count > 1 ? names : [];
    }

    private static PageItem Tag(TrailerGiven one, Dictionary<string, string> patches) =>
        new($"{one.Token}: {one.Value}{patches.GetValueOrDefault(one.PatchMessageId)}{(one.Note is null ? "" : $"  ({one.Note})")}", new MailQuote(one.GivenByMessageId, one.Value, 0, 0), one.State, Tone: one.State == "given" ? Tone.Good : one.State is "nack" or "retracted" ? Tone.Bad : Tone.Half);

    private static PageItem Reference(ResolvedReference one, CommitReference named)
    {
        var (state, tone) = one.Resolved switch
        {
            null => ("not looked up, no repository given", Tone.Plain),
            true => ($"exists{(one.Subject is null ? "" : ", title right")}: {one.FullHash}", Tone.Good),
            false => (one.Ambiguous ? "ambiguous: several objects of the repository begin so" : one.FullHash is null ? "not in the repository" : $"its title is \"{one.FoundSubject}\"", Tone.Bad),
        };
        return new PageItem($"{one.Hash}{(one.Subject is null ? "" : $" \"{one.Subject}\"")}: {state}", new MailQuote(named.MessageId, one.Hash, named.Line, named.Line), Tone: tone);
    }

    internal static Tone ToneOf(string status) => status switch
    {
        "addressed" or "withdrawn" => Tone.Good,
        "touched" or "answered" or "agreed" or "superseded" => Tone.Half,
        "unchanged" or "disputed" or "unanswered" or "rejected" => Tone.Bad,
        _ => Tone.Plain,
    };

    internal static PageSection Cut(string title, IEnumerable<PageItem> items, int most)
    {
        var all = items.ToList();
        return new PageSection(title, [.. all.Take(most)], Math.Max(0, all.Count - most));
    }

    /// <summary>What is open comes first.</summary>
    private static int Order(string status) => status switch { "disputed" or "unanswered" or "unchanged" => 0, "agreed" => 1, "touched" or "answered" => 2, _ => 3 };

    private static string Said(string author, string words) => $"{author}: \"{Quotation.OneLine(words)}\"";

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
}
