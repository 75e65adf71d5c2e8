using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Review.Places;

/// <summary>The patches and cover letters of a discussion and who stands behind them. A posting without a diff has no log: it is read as a cover letter.</summary>
internal sealed class Postings
{
    private readonly Dictionary<string, PatchPlaces> patches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (HashSet<string> Emails, HashSet<string> Names)> authors = new(StringComparer.Ordinal);
    private readonly (HashSet<string> Emails, HashSet<string> Names) everybody = People([]);

    public Postings(Discussion discussion)
    {
        foreach (var series in discussion.Series)
        {
            var people = People([series.Author, .. series.Patches.Where(patch => patch.Message is not null).SelectMany(patch => new[] { patch.Author, patch.Message!.From })]);
            everybody.Emails.UnionWith(people.Emails);
            everybody.Names.UnionWith(people.Names);
            if (series.Cover is { } cover)
            {
                authors.TryAdd(cover.MessageId, people);
            }

            foreach (var patch in series.Patches.Where(patch => patch.Message is not null))
            {
                authors.TryAdd(patch.Message!.MessageId, people);
                if (patch.Diff.Length > 0)
                {
                    patches.TryAdd(patch.Message!.MessageId, new PatchPlaces(patch));
                }
            }
        }

        Ids = [.. authors.Keys];
    }

    /// <summary>Message-IDs of patches and cover letters.</summary>
    public HashSet<string> Ids { get; }

    public bool IsPatch(string messageId) => patches.ContainsKey(messageId);

    public PatchPlaces? Patch(string? messageId) => messageId is null ? null : patches.GetValueOrDefault(messageId);

    /// <summary>True when the person sent or wrote the series of a posting (of any series when the posting is not known).</summary>
    public bool IsAuthor(MailAddress person, string? posting)
    {
        var (emails, names) = posting is not null && authors.TryGetValue(posting, out var people) ? people : everybody;
        return emails.Contains(person.Email) || (person.Name.Length > 0 && names.Contains(person.Name));
    }

    private static (HashSet<string> Emails, HashSet<string> Names) People(IReadOnlyList<MailAddress> people) =>
        (people.Select(one => one.Email).Where(email => email.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase),
            people.Select(one => one.Name).Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase));
}
