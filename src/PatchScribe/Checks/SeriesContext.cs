using System.Text.RegularExpressions;
using PatchScribe.Analysis;
using PatchScribe.Checks.Log;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks;

/// <summary>One patch of a series: its whole log and what it does.</summary>
public sealed record SeriesPatch(string Log, ChangeAnalysis Analysis);

/// <summary>
/// What the rest of a series says and does, seen from one of its patches: the other logs and the cover letter, in which a change may be
/// documented as well, and the other analyses, in which it may be taken back. One patch alone has none.
/// </summary>
public sealed partial class SeriesContext
{
    private readonly SharedSeries series;
    private readonly int self;

    private SeriesContext(SharedSeries series, int self) => (this.series, this.self) = (series, self);

    private sealed record SharedSeries(IReadOnlyList<SeriesPatch> Patches, Lazy<FactMentions[]> Logs, Lazy<FactMentions?> Cover, Lazy<HashSet<string>> Names);

    /// <summary>A patch by itself.</summary>
    public static SeriesContext None { get; } = Of([], null, 0);

    /// <summary>The context of every patch of a series, in its order; <paramref name="cover"/> is the text of the cover letter or null.</summary>
    public static IReadOnlyList<SeriesContext> Of(IReadOnlyList<SeriesPatch> patches, string? cover)
    {
        ArgumentNullException.ThrowIfNull(patches);
        var first = Of(patches, cover, 0);
        return [.. patches.Select((_, i) => new SeriesContext(first.series, i))];
    }

    /// <summary>Who else quotes, names or describes all of the facts, in words; null when one of them is said by nobody.</summary>
    internal string? SaysAll<T>(IEnumerable<T> facts, Func<FactMentions, T, LogMention?> of) =>
        facts.Select(fact => Says(log => of(log, fact))).Aggregate((string?)"", (all, one) => all is null ? null : one) is { Length: > 0 } who ? who : null;

    /// <summary>
    /// True when the series as a whole leaves the message as it was: what this patch makes of it, later patches turn back into what
    /// earlier ones began with.
    /// </summary>
    internal bool TakesBack(UserMessageChange change)
    {
        var (first, last, others) = (change.Before, change.After, 0);
        for (var i = self - 1; i >= 0; i--)
        {
            if (At(i, change).FirstOrDefault(other => other.After == first) is { } earlier)
            {
                (first, others) = (earlier.Before, others + 1);
            }
        }

        for (var i = self + 1; i < series.Patches.Count; i++)
        {
            if (At(i, change).FirstOrDefault(other => other.Before == last && (last is not null || other.After == first)) is { } later)
            {
                (last, others) = (later.After, others + 1);
            }
        }

        return others > 0 && first == last;
    }

    /// <summary>True when a changed line of another patch has the word.</summary>
    internal bool Knows(string word) => series.Names.Value.Contains(word);

    private string? Says(Func<FactMentions, LogMention?> of) =>
        series.Logs.Value.Where((log, i) => i != self && Is(of(log))).Any() ? "another log of the series"
        : series.Cover.Value is { } cover && Is(of(cover)) ? "the cover letter" : null;

    private static bool Is(LogMention? mention) => mention is { Kind: not MentionKind.General };

    private IEnumerable<UserMessageChange> At(int patch, UserMessageChange change) =>
        series.Patches[patch].Analysis.Messages.Where(other => other.File == change.File && other.Before != other.After);

    private static SeriesContext Of(IReadOnlyList<SeriesPatch> patches, string? cover, int self) => new(new SharedSeries(
        patches,
        new Lazy<FactMentions[]>(() => [.. patches.Select(patch => new FactMentions(new CheckedLog(patch.Log)))]),
        new Lazy<FactMentions?>(() => cover is null ? null : new FactMentions(new CheckedLog(cover))),
        new Lazy<HashSet<string>>(() => patches.Count < 2 ? [] : Words(patches))), self);

    private static HashSet<string> Words(IReadOnlyList<SeriesPatch> patches) =>
        [.. patches.SelectMany(patch => patch.Analysis.Files).SelectMany(file => file.Lines).SelectMany(line => Word().Matches(line.Text)).Select(match => match.Value),
         .. patches.SelectMany(patch => patch.Analysis.Files).Select(file => file.Path[(file.Path.LastIndexOf('/') + 1)..])];

    [GeneratedRegex(@"--[a-z][a-z0-9-]{2,60}|\b\w{3,64}\b")]
    private static partial Regex Word();
}
