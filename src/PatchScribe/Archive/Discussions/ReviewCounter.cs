using PatchScribe.Archive.Storage;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// Counts the open review points of discussions that have none counted, from the whole mails, and keeps the counts by the content of the
/// discussion. Groups of mails are read by the caller's thread, so many bytes at once, and reviewed on all cores.
/// </summary>
internal sealed class ReviewCounter(ArchiveFile file)
{
    /// <summary>Bytes of mail that are read by one git, and whose counts are written in one transaction.</summary>
    private const long BatchBytes = 4 << 20;

    /// <summary>Counts what is missing among the discussions with a mail since a time; <paramref name="applied"/> ones only when asked.</summary>
    public void CountMissing(long? since, bool applied, Action<ArchiveProgress> progress)
    {
        var missing = Missing(since, applied);
        var done = 0L;
        foreach (var batch in Batches(missing.GroupBy(one => one.Group)))
        {
            file.Execute("BEGIN IMMEDIATE");
            foreach (var counted in OrderedParallel.Select(Read(batch), Count, group => group.Mails.Sum(mail => (long)mail.Bytes.Length)))
            {
                foreach (var (content, counts) in counted)
                {
                    file.Statement("INSERT OR REPLACE INTO review(content, points, questions) VALUES(?, ?, ?)").Bind(1, content).Bind(2, counts.Points).Bind(3, counts.Questions).Run();
                }

                done += counted.Count;
                progress(new ArchiveProgress("discussions reviewed", done, missing.Count, ""));
            }

            file.Execute("COMMIT");
        }
    }

    private IEnumerable<List<Wanted>> Batches(IEnumerable<IGrouping<long, MissingCount>> groups)
    {
        var (batch, bytes) = (new List<Wanted>(), 0L);
        foreach (var group in groups)
        {
            var wanted = new Wanted([.. group], [], 0);
            var rows = file.Statement("SELECT id, size FROM message WHERE grp=? ORDER BY id").Bind(1, group.Key);
            while (rows.Step())
            {
                wanted = wanted with { Bytes = wanted.Bytes + rows.Integer(1) };
                wanted.Ids.Add(rows.Integer(0));
            }

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

    private IEnumerable<(Wanted Group, List<StoredMail> Mails)> Read(List<Wanted> batch)
    {
        var mails = new MailLoader(file).Read([.. batch.SelectMany(group => group.Ids)]).ToDictionary(mail => mail.Id);
        foreach (var group in batch)
        {
            yield return (group, [.. group.Ids.Where(mails.ContainsKey).Select(id => mails[id])]);
        }
    }

    private static List<(byte[] Content, ReviewCounts Counts)> Count((Wanted Group, List<StoredMail> Mails) read)
    {
        var built = DiscussionBuilder.Build(read.Mails.ConvertAll(MailLoader.Decode));
        return read.Group.Missing.ConvertAll(one => (one.Content, Count(built.FirstOrDefault(discussion => discussion.Messages.Any(message => message.MessageId == one.Root)))));
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

    private sealed record Wanted(List<MissingCount> Missing, List<long> Ids, long Bytes);
}
