using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PatchScribe.Archive.Storage;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>How often a tag was given to the newest version: on how many of its patches, by how many people.</summary>
public sealed record TagCount(string Token, int Patches, int People);

/// <summary>How an archive keeps <see cref="TagCount"/>.</summary>
[JsonSerializable(typeof(IReadOnlyList<TagCount>))]
internal sealed partial class TagCountsJson : JsonSerializerContext;

/// <summary>Who spoke last in a discussion.</summary>
internal enum LastWord
{
    /// <summary>The author of the newest version.</summary>
    Author,

    /// <summary>Somebody else.</summary>
    Other,

    /// <summary>Somebody else, giving a tag.</summary>
    Tag,

    /// <summary>A maintainer who applied the patches.</summary>
    Applied,
}

/// <summary>What the list of discussions says of one of them, taken from its mails.</summary>
internal sealed record DiscussionRow
{
    /// <summary>Changes when rows are made in another way; older ones are then made anew.</summary>
    public const int Version = 1;

    public required string Root { get; init; }

    public required string Subject { get; init; }

    /// <summary>Author of the newest series, or null in a discussion without patches.</summary>
    public MailAddress? Author { get; init; }

    public decimal? SeriesVersion { get; init; }

    /// <summary>Patches of the newest version that are here.</summary>
    public int Patches { get; init; }

    /// <summary>Patches that it announces.</summary>
    public int Expected { get; init; }

    public required int Messages { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public long? First { get; init; }

    public long? Last { get; init; }

    public required IReadOnlyList<TagCount> Trailers { get; init; }

    public required LastWord Spoke { get; init; }

    /// <summary>A hash over the mails: equal as long as none comes or goes.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The row of a discussion.</summary>
    public static DiscussionRow Of(Discussion discussion)
    {
        var newest = discussion.Series.LastOrDefault(series => series.Kind == "patches") ?? (discussion.Series.Count > 0 ? discussion.Series[^1] : null);
        var dates = discussion.Messages.Select(message => message.Date).OfType<DateTimeOffset>().Select(date => date.ToUnixTimeSeconds()).ToList();
        return new DiscussionRow
        {
            Root = discussion.RootMessageId,
            Subject = discussion.Subject,
            Author = newest?.Author,
            SeriesVersion = newest?.Version,
            Patches = newest?.Patches.Count(patch => !patch.Missing) ?? 0,
            Expected = newest?.Expected ?? 0,
            Messages = discussion.Messages.Count,
            First = dates.Count > 0 ? dates.Min() : null,
            Last = dates.Count > 0 ? dates.Max() : null,
            Trailers = Count(discussion, newest),
            Spoke = Speaker(discussion, newest),
            Content = ContentOf(discussion),
        };
    }

    /// <summary>Writes the row for a group.</summary>
    public void Insert(ArchiveFile file, long group) =>
        file.Statement("INSERT INTO discussion(grp, root, subject, name, email, version, patches, expected, messages, first, last, trailers, spoke, content) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .Bind(1, group).Bind(2, Root).Bind(3, Subject).Bind(4, Author?.Name).Bind(5, Author?.Email).Bind(6, SeriesVersion?.ToString()).Bind(7, Patches).Bind(8, Expected)
            .Bind(9, Messages).Bind(10, First).Bind(11, Last).Bind(12, Trailers.Count == 0 ? "" : JsonSerializer.Serialize(Trailers, TagCountsJson.Default.IReadOnlyListTagCount)).Bind(13, Spoke.ToString()).Bind(14, Content).Run();

    private static List<TagCount> Count(Discussion discussion, PatchSeries? newest)
    {
        var patches = (newest?.Patches ?? []).Select(patch => patch.Message?.MessageId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. discussion.Trailers.Where(trailer => trailer.State is "given" or "nack" && patches.Contains(trailer.PatchMessageId))
                .GroupBy(trailer => trailer.Token, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new TagCount(group.Key, group.Select(trailer => trailer.PatchMessageId).Distinct(StringComparer.Ordinal).Count(), group.Select(trailer => trailer.Value).Distinct(StringComparer.Ordinal).Count())),
        ];
    }

    private static LastWord Speaker(Discussion discussion, PatchSeries? newest)
    {
        var byRobots = discussion.RobotMails();
        var last = discussion.Messages.LastOrDefault(message => !byRobots.Contains(message.MessageId)) ?? discussion.Messages[^1];
        return discussion.Notices.Any(notice => notice.Kind == "applied" && notice.MessageId == last.MessageId) ? LastWord.Applied
            : newest is not null && (Same(last.Author, newest.Author) || Same(last.From, newest.Author)) ? LastWord.Author
            : discussion.Trailers.Any(trailer => trailer.GivenByMessageId == last.MessageId && trailer.State == "given") ? LastWord.Tag
            : LastWord.Other;
    }

    private static bool Same(MailAddress a, MailAddress b) => a.Email.Equals(b.Email, StringComparison.OrdinalIgnoreCase);

    private static byte[] ContentOf(Discussion discussion)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var message in discussion.Messages.Select(message => message.MessageId).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(message + "\n"));
        }

        return hash.GetHashAndReset()[..16];
    }
}
