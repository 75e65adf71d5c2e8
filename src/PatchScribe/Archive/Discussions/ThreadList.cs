using System.Text.Json;
using PatchScribe.Archive.Storage;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Discussions;

/// <summary>Lists discussions, the one that moved last first. Points that nobody counted yet are counted and kept.</summary>
internal sealed class ThreadList(ArchiveFile file)
{
    /// <summary>Discussions with a mail since a time (null: all); quiet days are counted up to <paramref name="now"/>.</summary>
    public IReadOnlyList<ThreadLine> Read(DateTimeOffset? since, DateTimeOffset now, string? awaiting, Action<ArchiveProgress> progress)
    {
        new DerivedData(file, progress).Refresh();
        new DiscussionWriter(file).WriteAll(progress);

        // Nobody waits for a discussion whose patches are applied, whatever is open in it.
        new ReviewCounter(file).CountMissing(since?.ToUnixTimeSeconds(), applied: awaiting is null, progress);
        using var command = file.Command(
            """
            SELECT root, subject, name, email, version, patches, expected, messages, first, last, trailers, spoke, points, questions
            FROM discussion LEFT JOIN review ON review.content = discussion.content
            WHERE $since IS NULL OR last >= $since ORDER BY last DESC, root
            """, ("$since", since?.ToUnixTimeSeconds()));
        using var rows = command.ExecuteReader();
        var lines = new List<ThreadLine>();
        while (rows.Read())
        {
            var line = Line(rows, now);
            if (awaiting is null || line.Awaiting == awaiting)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static ThreadLine Line(Microsoft.Data.Sqlite.SqliteDataReader row, DateTimeOffset now)
    {
        var last = Time(row, 9);
        var counts = row.IsDBNull(12) ? new ReviewCounts(0, 0) : new ReviewCounts(row.GetInt32(12), row.GetInt32(13));
        var author = row.IsDBNull(2) ? null : new MailAddress(row.GetString(2), row.GetString(3));
        return new ThreadLine
        {
            RootMessageId = row.GetString(0),
            Subject = row.GetString(1),
            Author = author,
            Version = row.IsDBNull(4) ? null : row.GetString(4),
            Patches = row.GetInt32(5),
            Expected = row.GetInt32(6),
            Messages = row.GetInt32(7),
            First = Time(row, 8),
            Last = last,
            DaysQuiet = last is { } time ? Math.Max(0, (int)(now - time).TotalDays) : null,
            Trailers = row.GetString(10) is { Length: > 0 } trailers ? JsonSerializer.Deserialize(trailers, TagCountsJson.Default.IReadOnlyListTagCount) ?? [] : [],
            OpenPoints = counts.Points,
            Awaiting = author is null ? null : Turn(counts, Enum.Parse<LastWord>(row.GetString(11))),
        };
    }

    /// <summary>Open points wait for the author, the author's open questions and unanswered patches for a reviewer; after a tag, and once the patches are applied, nobody waits.</summary>
    private static string? Turn(ReviewCounts counts, LastWord spoke) =>
        spoke == LastWord.Applied ? null
        : counts.Points > 0 ? "author"
        : counts.Questions > 0 || spoke == LastWord.Author ? "reviewer"
        : spoke == LastWord.Other ? "author"
        : null;

    private static DateTimeOffset? Time(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(column));
}
