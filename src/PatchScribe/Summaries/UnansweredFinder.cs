using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>A mail that waits: who has not answered whom, since when (UTC, null: not known), and the mail.</summary>
public sealed record Unanswered(string Who, string Whom, DateTimeOffset? Since, string MessageId);

/// <summary>
/// Finds the replies to the newest series that its author has not answered, and the author's questions that the person asked has
/// not answered. A mail with nothing but tags and thanks waits for nobody; a newer version answers what came before it.
/// </summary>
internal static class UnansweredFinder
{
    public static IReadOnlyList<Unanswered> Find(Discussion discussion)
    {
        if (discussion.Series.LastOrDefault(series => series.Kind == "patches") is not { } newest)
        {
            return [];
        }

        var silent = discussion.Notices.Select(notice => notice.MessageId).Concat(Own(discussion)).ToHashSet(StringComparer.Ordinal);
        var found = new List<Unanswered>();
        foreach (var thread in discussion.Threads)
        {
            var waiting = Waiting(thread, newest, silent);
            found.AddRange(waiting.Where(one => one.Since is null || newest.Date is null || one.Since >= newest.Date));
        }

        return [.. found.OrderBy(one => one.Since).ThenBy(one => one.MessageId, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Own(Discussion discussion) =>
        discussion.Series.SelectMany(series => series.Patches.Select(patch => patch.MessageId).Append(series.Cover?.MessageId)).OfType<string>();

    /// <summary>From the leaves up: who wrote below a mail answers it.</summary>
    private static IEnumerable<Unanswered> Waiting(MailThread thread, PatchSeries newest, HashSet<string> silent)
    {
        var below = new HashSet<string>[thread.Nodes.Count];
        for (var i = thread.Nodes.Count - 1; i >= 0; i--)
        {
            var node = thread.Nodes[i];
            var voices = below[i] ?? [];
            if (node.Message is { } mail && node.Parent >= 0 && !silent.Contains(mail.MessageId))
            {
                var author = IsSame(mail.Author, newest.Author);
                var whom = author && Asks(mail.Body) ? thread.Nodes[node.Parent].Message?.Author : newest.Author;
                if (whom is not null && !IsSame(whom, mail.Author) && !voices.Contains(Key(whom)) && (author || HasWords(mail.Body)))
                {
                    yield return new Unanswered(whom.Name, mail.Author.Name, mail.Date, mail.MessageId);
                }

                voices.Add(Key(mail.Author));
            }

            if (node.Parent >= 0)
            {
                // Small sets are poured into the large one, so that a long thread stays cheap.
                var above = below[node.Parent] ?? [];
                var (large, small) = above.Count >= voices.Count ? (above, voices) : (voices, above);
                large.UnionWith(small);
                below[node.Parent] = large;
            }
        }
    }

    private static string Key(MailAddress person) => (person.Email.Length > 0 ? person.Email : person.Name).ToLowerInvariant();

    private static bool IsSame(MailAddress a, MailAddress b) => Key(a) == Key(b) || (a.Name.Length > 0 && a.Name.Equals(b.Name, StringComparison.OrdinalIgnoreCase));

    private static bool Asks(string body) => OwnLines(body).Any(line => line.TrimEnd().EndsWith('?'));

    private static bool HasWords(string body) => OwnLines(body).Any(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 3);

    /// <summary>Without tags, attribution and greetings.</summary>
    private static IEnumerable<string> OwnLines(string body) =>
        Threads.Tags.ReplyText.OwnLines(body).Where(line => line.Length > 0 && !TrailerReader.IsTrailer(line) && !line.TrimEnd().EndsWith("wrote:", StringComparison.Ordinal) && !line.StartsWith("On ", StringComparison.Ordinal)
            && !line.StartsWith("Thank", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Applied", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Queued", StringComparison.OrdinalIgnoreCase));
}
