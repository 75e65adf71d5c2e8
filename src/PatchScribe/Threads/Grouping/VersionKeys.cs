using System.Runtime.InteropServices;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>One way to recognise a series in another version: the rule, how sure it is, a key that both have, and its words for a person.</summary>
internal readonly record struct VersionKey(string Rule, double Confidence, (int Kind, int Whose, int What) Key, string Words);

/// <summary>
/// The keys of a series: Change-Id trailers, its sender with the title of the cover or first patch, its sender with the titles
/// of patches, the title alone when it is long, patch-ids, its thread.
/// </summary>
internal sealed class VersionKeys
{
    /// <summary>How sure the title of a whole series of the same sender makes.</summary>
    public const double SeriesTitle = 0.95;

    /// <summary>How sure the title of one patch of the same sender makes; half of the patches must agree.</summary>
    public const double OnePatchTitle = 0.8;

    /// <summary>A title of this many words is not met twice by chance.</summary>
    private const int WordsOfOwnTitle = 5;

    /// <summary>Texts are compared as numbers.</summary>
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public List<VersionKey> Of(PlacedSeries placed)
    {
        var series = placed.Series;
        var keys = new List<VersionKey>();
        foreach (var id in placed.Marks.Where(mark => mark.Token == "Change-Id"))
        {
            keys.Add(new VersionKey("change-id", 1, (1, 0, Number(id.Value)), id.Value));
        }

        var subject = Title(series.Subject);
        List<string> titles = series.Kind != "patches" ? [] : [.. series.Patches.Where(patch => !patch.Missing).Select(patch => Title(patch.Title)).Where(title => title != subject).Distinct(StringComparer.Ordinal)];
        string[] senders = [series.Author.Email.ToLowerInvariant(), series.Author.Name.ToLowerInvariant()];
        foreach (var sender in senders.Where(sender => sender.Length > 0).Distinct(StringComparer.Ordinal).Select(Number))
        {
            keys.Add(new VersionKey("title", SeriesTitle, (2, sender, Number(subject)), subject));
            keys.AddRange(titles.Select(title => new VersionKey("title", OnePatchTitle, (2, sender, Number(title)), title)));
        }

        if (series.Kind == "patches")
        {
            if (subject.AsSpan().Count(' ') >= WordsOfOwnTitle - 1)
            {
                keys.Add(new VersionKey("title", 0.7, (3, 0, Number(subject)), subject));
            }

            keys.AddRange(series.Patches.Where(patch => !patch.Missing).Select(patch => patch.PatchId).OfType<string>().Select(id => new VersionKey("patch-id", 0.9, (4, 0, Number(id)), id)));
            keys.AddRange(placed.Threads.Select(thread => new VersionKey("thread", 0.6, (5, Number(senders[0]), thread), senders[0])));
        }

        return keys;
    }

    /// <summary>Every mail of a series that is in the source.</summary>
    public static IEnumerable<MailMessage> Mails(PatchSeries series) =>
        series.Patches.Select(patch => patch.Message).Prepend(series.Cover).OfType<MailMessage>();

    /// <summary>Titles without regard to case and blanks.</summary>
    private static string Title(string title) =>
        string.Join(' ', title.TrimEnd('.').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private int Number(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out var known);
        number = known ? number : numbers.Count;
        return number;
    }
}
