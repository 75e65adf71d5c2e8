using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>One way to recognise a series in another version: the rule, how sure it is, and a key that both have.</summary>
internal readonly record struct VersionKey(string Rule, double Confidence, string Key)
{
    /// <summary>What the key is made of, for a person.</summary>
    public string Words => Rule == "thread" ? "its sender and thread" : $"the {Rule} \"{Key[(Key.IndexOf('\n', StringComparison.Ordinal) + 1)..]}\"";
}

/// <summary>
/// The keys of a series: Change-Id trailers, its sender with the title of the cover or first patch, its sender with the titles
/// of patches, the title alone when it is long, patch-ids, its thread.
/// </summary>
internal static class VersionKeys
{
    /// <summary>How sure the title of a whole series of the same sender makes.</summary>
    public const double SeriesTitle = 0.95;

    /// <summary>How sure the title of one patch of the same sender makes; half of the patches must agree.</summary>
    public const double OnePatchTitle = 0.8;

    /// <summary>A title of this many words is not met twice by chance.</summary>
    private const int WordsOfOwnTitle = 5;

    public static IEnumerable<VersionKey> Of(PlacedSeries placed)
    {
        var series = placed.Series;
        foreach (var id in placed.Marks.Where(mark => mark.Token == "Change-Id"))
        {
            yield return new VersionKey("change-id", 1, "c\n" + id.Value);
        }

        var subject = Title(series.Subject);
        string[] senders = [series.Author.Email.ToLowerInvariant(), series.Author.Name.ToLowerInvariant()];
        foreach (var sender in senders.Where(sender => sender.Length > 0).Distinct(StringComparer.Ordinal))
        {
            yield return new VersionKey("title", SeriesTitle, sender + "\n" + subject);
            foreach (var title in PatchTitles(series).Where(title => title != subject))
            {
                yield return new VersionKey("title", OnePatchTitle, sender + "\n" + title);
            }
        }

        if (series.Kind == "patches")
        {
            if (subject.Count(' ') >= WordsOfOwnTitle - 1)
            {
                yield return new VersionKey("title", 0.7, "t\n" + subject);
            }

            foreach (var id in series.Patches.Where(patch => !patch.Missing).Select(patch => patch.PatchId).OfType<string>())
            {
                yield return new VersionKey("patch-id", 0.9, "p\n" + id);
            }

            foreach (var thread in placed.Threads)
            {
                yield return new VersionKey("thread", 0.6, $"h\n{thread}\n{senders[0]}");
            }
        }
    }

    /// <summary>Every mail of a series that is in the source.</summary>
    public static IEnumerable<MailMessage> Mails(PatchSeries series) =>
        series.Patches.Select(patch => patch.Message).Prepend(series.Cover).OfType<MailMessage>();

    /// <summary>Titles without regard to case and blanks.</summary>
    private static string Title(string title) =>
        string.Join(' ', title.TrimEnd('.').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> PatchTitles(PatchSeries series) =>
        series.Kind != "patches" ? [] : series.Patches.Where(patch => !patch.Missing).Select(patch => Title(patch.Title)).Distinct(StringComparer.Ordinal);
}
