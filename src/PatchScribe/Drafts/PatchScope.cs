using PatchScribe.Drafts.LogText;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Drafts;

/// <summary>
/// Which parts of a discussion speak of one patch: what stands under it or under its older versions, and replies
/// that climb to it. Without a patch everything does.
/// </summary>
internal sealed class PatchScope
{
    /// <summary>Lines between the end of a lead-in and the text under it; a fence may stand between them.</summary>
    private const int LeadInDistance = 4;

    private readonly HashSet<string> current = new(StringComparer.Ordinal);
    private readonly HashSet<string> older = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> patchOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> dates = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ReviewRemark> remarks;
    private readonly bool everything;

    private PatchScope(bool everything, IReadOnlyList<ReviewRemark> remarks) => (this.everything, this.remarks) = (everything, remarks);

    public static PatchScope Of(DraftRequest request) => Of(request.Discussion, request.Review, request.Patch);

    public static PatchScope Of(Discussion? discussion, DiscussionReview? review, MailedPatch? patch)
    {
        var scope = new PatchScope(discussion is null || patch?.Message is null, review?.Remarks ?? []);
        if (discussion is null)
        {
            return scope;
        }

        foreach (var message in discussion.Messages)
        {
            scope.dates[message.MessageId] = message.Date ?? DateTimeOffset.MinValue;
        }

        if (patch is { Message: { } mail })
        {
            scope.current.Add(mail.MessageId);
            scope.AddOlder(discussion, patch);
        }

        scope.Climb(discussion);
        return scope;
    }

    /// <summary>True when a statement of that mail, standing under that place, is about the patch in its newest version.</summary>
    public bool Covers(string messageId, ReviewPlace? place) => everything || current.Contains(PatchOf(messageId, place));

    /// <summary>True when it is about an older version of the patch.</summary>
    public bool CoversOlder(string messageId, ReviewPlace? place) => !everything && older.Contains(PatchOf(messageId, place));

    /// <summary>When the mail was sent; unknown mails are the oldest.</summary>
    public DateTimeOffset DateOf(string messageId) => dates.GetValueOrDefault(messageId, DateTimeOffset.MinValue);

    /// <summary>Remarks about the patch in its newest version, in order of mail and line.</summary>
    public IEnumerable<ReviewRemark> Remarks => remarks.Where(remark => Covers(remark.Quote.MessageId, remark.Place));

    /// <summary>True when a mail answers another one directly.</summary>
    public bool Answers(string messageId, string parentId) => parents.GetValueOrDefault(messageId) == parentId;

    /// <summary>The last sentences in front of a text: of the remark that ends right above it or whose fence it stands in, and of the one before.</summary>
    public IEnumerable<string> LeadIns(MailQuote text) => remarks
        .Where(remark => remark.Quote.MessageId == text.MessageId && remark.Quote.FirstLine < text.FirstLine && remark.Quote.LastLine >= text.FirstLine - LeadInDistance)
        .Select(remark => SentenceSplitter.Split(remark.Quote.Quote) is { Count: > 0 } sentences ? string.Join(' ', sentences.TakeLast(2)) : "");

    /// <summary>Remarks in other mails that stand under a quotation: its end is the last thing quoted above them.</summary>
    public IEnumerable<ReviewRemark> RemarksUnder(MailQuote quote)
    {
        var words = TextMatch.Squeeze(quote.Quote);
        return Remarks.Where(remark => remark.Quote.MessageId != quote.MessageId
            && LastLine(remark.Place.Text) is { Length: > 0 } last && words.EndsWith(last, StringComparison.Ordinal));
    }

    private static string LastLine(string? quoted) =>
        TextMatch.Squeeze((quoted ?? "").TrimEnd().Split('\n')[^1]);

    private string PatchOf(string messageId, ReviewPlace? place) =>
        place?.PatchMessageId ?? patchOf.GetValueOrDefault(messageId, "");

    private void AddOlder(Discussion discussion, MailedPatch patch)
    {
        foreach (var other in discussion.Series.SelectMany(series => series.Patches))
        {
            var same = string.Equals(other.Title, patch.Title, StringComparison.OrdinalIgnoreCase)
                || (other.PatchId is not null && other.PatchId == patch.PatchId);
            if (other.Message is { } mail && same && !current.Contains(mail.MessageId))
            {
                older.Add(mail.MessageId);
            }
        }
    }

    /// <summary>Nodes come parents first, so one pass hands every reply the patch that it climbs to.</summary>
    private void Climb(Discussion discussion)
    {
        var patches = discussion.Series.SelectMany(series => series.Patches)
            .Where(patch => patch.Message is not null).Select(patch => patch.Message!.MessageId).ToHashSet(StringComparer.Ordinal);
        foreach (var thread in discussion.Threads)
        {
            for (var i = 0; i < thread.Nodes.Count; i++)
            {
                var node = thread.Nodes[i];
                if (node.Parent >= 0)
                {
                    parents[node.MessageId] = thread.Nodes[node.Parent].MessageId;
                }

                if (patches.Contains(node.MessageId))
                {
                    patchOf[node.MessageId] = node.MessageId;
                }
                else if (node.Parent >= 0 && patchOf.TryGetValue(thread.Nodes[node.Parent].MessageId, out var patch))
                {
                    patchOf[node.MessageId] = patch;
                }
            }
        }
    }
}
