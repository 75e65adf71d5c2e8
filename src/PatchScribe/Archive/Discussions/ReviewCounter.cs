using PatchScribe.Archive.Storage;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// Counts the open review points of discussions that have none counted, from the whole mails, and keeps the counts by the content of the
/// discussion. Mails are read by the caller's thread, so many bytes at once, and reviewed on all cores.
/// </summary>
internal sealed class ReviewCounter(ArchiveFile file)
{
    /// <summary>Bytes of mail after which garbage is collected.</summary>
    private const long CollectBytes = 16 << 20;

    /// <summary>Bytes of mail that are read by one git, and whose counts are written in one transaction.</summary>
    private const long BatchBytes = 4 << 20;

    private readonly GarbageBudget garbage = new(CollectBytes);

    /// <summary>Counts what is missing among the discussions with a mail since a time; <paramref name="applied"/> ones only when asked.</summary>
    public void CountMissing(long? since, bool applied, Action<ArchiveProgress> progress)
    {
        var missing = Missing(since, applied);
        var done = 0L;
        foreach (var batch in Batches(missing.GroupBy(one => one.Group)))
        {
            file.Execute("BEGIN IMMEDIATE");
            foreach (var (content, counts) in OrderedParallel.Select(Read(batch), Count, read => read.Mails.Sum(mail => (long)mail.Bytes.Length)))
            {
                file.Statement("INSERT OR REPLACE INTO review(content, points, questions) VALUES(?, ?, ?)").Bind(1, content).Bind(2, counts.Points).Bind(3, counts.Questions).Run();
                progress(new ArchiveProgress("discussions reviewed", ++done, missing.Count, ""));
            }

            file.Execute("COMMIT");
            garbage.Spend(batch.Sum(wanted => wanted.Bytes));
        }
    }

    private IEnumerable<List<Wanted>> Batches(IEnumerable<IGrouping<long, MissingCount>> groups)
    {
        var (batch, bytes) = (new List<Wanted>(), 0L);
        foreach (var wanted in groups.SelectMany(OfGroup))
        {
            if (batch.Count > 0 && bytes + wanted.Bytes > BatchBytes)
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(wanted);
            bytes += wanted.Bytes;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The mails of each discussion: those of its group, or where the group has others, those that the outlines tie together.</summary>
    private IEnumerable<Wanted> OfGroup(IGrouping<long, MissingCount> group)
    {
        var mails = new List<(string MessageId, long Id, long Bytes)>();
        var rows = file.Statement("SELECT mid, id, size FROM message WHERE grp=? ORDER BY id").Bind(1, group.Key);
        while (rows.Step())
        {
            mails.Add((rows.Text(0), rows.Integer(1), rows.Integer(2)));
        }

        var discussions = file.Statement("SELECT count(*) FROM discussion WHERE grp=?").Bind(1, group.Key).Scalar() > 1
            ? GroupOutlines.Build(new GroupOutlines(file).Of(group.Key)).ToDictionary(one => one.RootMessageId, one => one.Messages.Select(message => message.MessageId).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal)
            : [];
        return group.Select(one =>
        {
            var own = discussions.TryGetValue(one.Root, out var ids) ? mails.Where(mail => ids.Contains(mail.MessageId)).ToList() : mails;
            return new Wanted(one, own.ConvertAll(mail => mail.Id), own.Sum(mail => mail.Bytes));
        });
    }

    private IEnumerable<(MissingCount Discussion, List<StoredMail> Mails)> Read(List<Wanted> batch)
    {
        var mails = new MailLoader(file).Read([.. batch.SelectMany(wanted => wanted.Ids).Distinct()]).ToDictionary(mail => mail.Id);
        foreach (var wanted in batch)
        {
            yield return (wanted.Discussion, [.. wanted.Ids.Where(mails.ContainsKey).Select(id => mails[id])]);
        }
    }

    private static (byte[] Content, ReviewCounts Counts) Count((MissingCount Discussion, List<StoredMail> Mails) read)
    {
        var built = DiscussionBuilder.Build(read.Mails.ConvertAll(MailLoader.Decode));
        return (read.Discussion.Content, Count(built.FirstOrDefault(discussion => discussion.Messages.Any(message => message.MessageId == read.Discussion.Root))));
    }

    /// <summary>Review points that are open, and questions of the author that nobody answered.</summary>
    private static ReviewCounts Count(Discussion? discussion)
    {
        if (discussion is null)
        {
            return new ReviewCounts(0, 0);
        }

        var review = ReviewReader.Read(discussion);
        var author = discussion.Series.LastOrDefault(series => series.Kind == "patches")?.Author.Name;
        return new ReviewCounts(
            review.Points.Count(point => point.Status is not ("addressed" or "withdrawn" or "answered" or "touched")),
            review.Questions.Count(question => question.AnsweredBy is null && question.Author == author));
    }

    private List<MissingCount> Missing(long? since, bool applied)
    {
        var missing = new List<MissingCount>();
        var rows = file.Statement(
            """
            SELECT grp, root, discussion.content FROM discussion LEFT JOIN review ON review.content = discussion.content
            WHERE review.content IS NULL AND name IS NOT NULL AND (?1 IS NULL OR last >= ?1) AND (?2 OR spoke <> 'Applied') ORDER BY last DESC
            """).Bind(1, since).Bind(2, applied ? 1L : 0L);
        while (rows.Step())
        {
            missing.Add(new MissingCount(rows.Integer(0), rows.Text(1), rows.Bytes(2)));
        }

        return missing;
    }

    private sealed record MissingCount(long Group, string Root, byte[] Content);

    private sealed record Wanted(MissingCount Discussion, List<long> Ids, long Bytes);
}

/// <summary>What is open in a discussion: review points that wait for its author, questions of the author that wait for an answer.</summary>
internal sealed record ReviewCounts(int Points, int Questions)
{
    /// <summary>Changes when points are found in another way; counts of older versions are then made anew.</summary>
    public const int Version = 1;
}
