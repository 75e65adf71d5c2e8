using PatchScribe.Threads;

namespace PatchScribe.Summaries;

/// <summary>
/// Where one patch stands: nacked, conditional, reviewed, discussed, unanswered or missing; the tags given to it in replies, and
/// those that its log carries.
/// </summary>
public sealed record PatchStanding(MailedPatch Patch, string State, IReadOnlyList<TrailerGiven> Given, IReadOnlyList<Trailer> InLog);

/// <summary>Says for each patch of a series where it stands.</summary>
internal static class PatchStandings
{
    public static IReadOnlyList<PatchStanding> Of(PatchSeries series, Discussion discussion)
    {
        var tags = discussion.Trailers.ToLookup(tag => tag.PatchMessageId, StringComparer.Ordinal);
        var answered = discussion.Threads.SelectMany(thread => thread.Nodes.Where(node => node is { Parent: >= 0, Message: not null }).Select(node => thread.Nodes[node.Parent].MessageId)).ToHashSet(StringComparer.Ordinal);
        return [.. series.Patches.Select(patch => Stand(patch, [.. patch.MessageId is null ? [] : tags[patch.MessageId]], answered))];
    }

    private static PatchStanding Stand(MailedPatch patch, List<TrailerGiven> given, HashSet<string> answered)
    {
        var log = TrailerReader.Read(patch.Log).Where(trailer => IsReview(trailer.Token)).ToList();
        var state = patch.Missing ? "missing"
            : given.Exists(tag => tag.State == "nack") ? "nacked"
            : log.Exists(trailer => trailer.Token != "Tested-by") || given.Exists(tag => tag.State == "given" && tag.Token != "Tested-by" && IsReview(tag.Token)) ? "reviewed"
            : given.Exists(tag => tag.State == "conditional") ? "conditional"
            : patch.MessageId is not null && answered.Contains(patch.MessageId) ? "discussed" : "unanswered";
        return new PatchStanding(patch, state, given, log);
    }

    private static bool IsReview(string token) => token is "Reviewed-by" or "Acked-by" or "Tested-by" or "Reviewed-and-tested-by" or "Tested-and-reviewed-by";
}
