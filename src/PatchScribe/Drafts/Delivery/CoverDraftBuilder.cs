using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Threads;
using PatchScribe.Threads.Versions;

namespace PatchScribe.Drafts.Delivery;

/// <summary>
/// The cover letter of the next version: the words of the present one as its author wrote them, with the changelog of the
/// drafts before an older changelog, else at the end. Short log and diffstat are left out: git-format-patch(1) makes them anew.
/// </summary>
public sealed class CoverDraftBuilder(ChangeLogWriter changeLog)
{
    /// <summary>The draft; null when the series has no cover letter or nothing is to be said in it.</summary>
    public CommitLogDraft? Build(PatchSeries series, IReadOnlyList<CommitLogDraft> drafts, Discussion discussion, DiscussionReview review)
    {
        if (series.Cover is not { } cover || changeLog.All(series, drafts, discussion, review, cover.Body) is not { Count: > 0 } sections)
        {
            return null;
        }

        var title = SubjectParser.Parse(cover.Subject).Title;
        var lines = cover.Body.Split('\n');
        var end = Array.FindIndex(lines, line => line is "-- " or "--");
        lines = end > 0 ? lines[..end] : lines;
        lines = lines[..ShortLog(lines)];
        var at = Array.FindIndex(lines, line => ChangelogReader.IsHeading(line));
        at = at >= 0 ? at : lines.Length;
        var (above, below) = (Join(lines[..at]), Join(lines[at..]));
        var body = string.Join("\n\n", sections.Select(section => section.Text).Prepend(above).Append(below).Where(part => part.Length > 0));
        return new CommitLogDraft
        {
            MessageId = cover.MessageId,
            Kind = "cover",
            Subject = title,
            Body = body,
            Trailers = [],
            Text = $"{title}\n\n{body}\n",
            PresentText = $"{title}\n\n{Join(lines)}\n",
            Paragraphs =
            [
                new DraftParagraph(title, [new Evidence("mail", title, cover.MessageId)]),
                .. Kept(above, cover.MessageId, 1),
                .. sections.Select(section => new DraftParagraph(section.Text, section.Evidence)),
                .. Kept(below, cover.MessageId, at + 1),
            ],
            Corrections = [],
            OpenPoints = [],
            Contradictions = [],
            Notes = [],
        };
    }

    private static IEnumerable<DraftParagraph> Kept(string text, string messageId, int line) =>
        text.Length == 0 ? [] : [new DraftParagraph(text, [new Evidence("mail", text, messageId, Line: line)])];

    /// <summary>Index of "Name (n):" over indented titles, of a diffstat or a diff, whichever comes first; the end when there is none.</summary>
    private static int ShortLog(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if ((ChangelogReader.IsShortLog(lines[i]) && i + 1 < lines.Length && lines[i + 1].StartsWith("  ", StringComparison.Ordinal)) || ChangelogReader.IsStat(lines[i]) || lines[i].StartsWith("diff --git ", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return lines.Length;
    }

    private static string Join(string[] lines) => string.Join('\n', lines).Trim('\n', ' ');
}
