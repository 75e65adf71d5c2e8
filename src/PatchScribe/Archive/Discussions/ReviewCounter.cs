using PatchScribe.Archive.Storage;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>Counts the open review points of discussions that have none counted, from the whole mails, and keeps the counts by the content of the discussion.</summary>
internal sealed class ReviewCounter(ArchiveFile file)
{
    /// <summary>Counts what is missing among the discussions with a mail since a time.</summary>
    public void CountMissing(long? since, Action<ArchiveProgress> progress)
    {
        var missing = Missing(since);
        if (missing.Count == 0)
        {
            return;
        }

        var done = 0L;
        foreach (var group in missing.GroupBy(one => one.Group))
        {
            var built = new DiscussionReader(file).OfGroup(group.Key);
            var wanted = group.Select(one => (one.Content, Discussion: built.FirstOrDefault(discussion => discussion.Messages.Any(message => message.MessageId == one.Root)))).ToList();
            var counted = OrderedParallel.Select(wanted, one => (one.Content, Counts: Count(one.Discussion)), _ => 1L << 20).ToList();
            file.Execute("BEGIN IMMEDIATE");
            foreach (var (content, counts) in counted)
            {
                file.Statement("INSERT OR REPLACE INTO review(content, points, questions) VALUES(?, ?, ?)").Bind(1, content).Bind(2, counts.Points).Bind(3, counts.Questions).Run();
            }

            file.Execute("COMMIT");
            done += counted.Count;
            progress(new ArchiveProgress("discussions", done, missing.Count, ""));
        }
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

    private List<(long Group, string Root, byte[] Content)> Missing(long? since)
    {
        var missing = new List<(long, string, byte[])>();
        var rows = file.Statement("SELECT grp, root, discussion.content FROM discussion LEFT JOIN review ON review.content = discussion.content WHERE review.content IS NULL AND name IS NOT NULL AND (?1 IS NULL OR last >= ?1) ORDER BY last DESC").Bind(1, since);
        while (rows.Step())
        {
            missing.Add((rows.Integer(0), rows.Text(1), rows.Bytes(2)));
        }

        return missing;
    }
}
