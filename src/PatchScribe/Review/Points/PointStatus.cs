using PatchScribe.Review.Quoting;
using PatchScribe.Review.Statements;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>
/// What became of a point. Said "addressed" only where the next version proves it: the patch is gone, the words objected
/// to are gone, the words asked for are there. Else "touched" or "unchanged" by the text that it stands under; without a
/// next version by what the answers say.
/// </summary>
internal static class PointStatus
{
    public static ReviewPoint Decide(ReviewPoint point, Discussion discussion, IReadOnlyList<Remark> remarks, IReadOnlyList<FactCorrection> corrections, IReadOnlyList<TextProposal> proposals)
    {
        var remark = remarks.First(remark => remark.MessageId == point.Quote.MessageId && remark.FirstLine == point.Quote.FirstLine);
        var answers = QuestionFinder.AnswersTo(remark, remarks).ToList();
        MailQuote[] evidence = [.. answers.Select(answer => answer.Quote)];
        if (remarks.FirstOrDefault(later => later.Author == point.Author && later.MessageId != point.Quote.MessageId && Withdraws(later, remark)) is { } withdrawal)
        {
            return point with { Status = "withdrawn", Evidence = [withdrawal.Quote] };
        }

        if (NextVersion(point, discussion) is { } next)
        {
            var (status, proof) = ByNextVersion(point, next, discussion, corrections);
            return point with { Status = status, Evidence = [.. evidence, .. proof] };
        }

        var proposal = remark.Place.Kind == "unknown" || Words.NamesLog().IsMatch(point.Quote.Quote)
            ? proposals.FirstOrDefault(later => later is { Kind: "commit-message", Scope: "this-change" } && IsAfter(later.Quote, point.Quote) && Words.NamesLog().IsMatch(point.Quote.Quote))
            : null;
        var byAnswer = answers.Exists(answer => Words.Disagrees().IsMatch(answer.Text)) ? "disputed"
            : answers.Exists(answer => answer.ByPatchAuthor && (Words.Agrees().IsMatch(answer.Text) || Words.Promises().IsMatch(answer.Text))) ? "agreed"
            : answers.Count > 0 || proposal is not null ? "answered" : "unchanged";
        return point with { Status = byAnswer, Evidence = proposal is null ? evidence : [.. evidence, proposal.Quote] };
    }

    /// <summary>The same patch in the next version: found, gone (found with a null patch), or no next version at all (null).</summary>
    private static (MailedPatch? Old, MailedPatch? New, PatchSeries Series)? NextVersion(ReviewPoint point, Discussion discussion)
    {
        var series = discussion.Series.FirstOrDefault(one => one.Patches.Any(patch => patch.Message?.MessageId == point.Place.PatchMessageId && point.Place.PatchMessageId is not null));
        var next = series is null ? null : discussion.Series.FirstOrDefault(one => one.Version > series.Version && one.Supersedes == series.Version);
        if (series is null || next is null)
        {
            return null;
        }

        var old = series.Patches.First(patch => patch.Message?.MessageId == point.Place.PatchMessageId);
        var now = next.Patches.FirstOrDefault(patch => !patch.Missing && patch.Title.Equals(old.Title, StringComparison.OrdinalIgnoreCase))
            ?? next.Patches.FirstOrDefault(patch => !patch.Missing && patch.PatchId is not null && patch.PatchId == old.PatchId)
            ?? (next.Expected == series.Expected ? next.Patches.FirstOrDefault(patch => !patch.Missing && patch.Index == old.Index) : null);
        return now is null && !next.Complete ? null : (old, now, next);
    }

    private static (string Status, IEnumerable<MailQuote> Proof) ByNextVersion(ReviewPoint point, (MailedPatch? Old, MailedPatch? New, PatchSeries Series) next, Discussion discussion, IReadOnlyList<FactCorrection> corrections)
    {
        if (next.New is not { } now)
        {
            return ("addressed", [new MailQuote(next.Series.Cover?.MessageId ?? discussion.RootMessageId, "the patch is not in the next version", 1, 1)]);
        }

        var old = next.Old!;
        var (before, after) = (old.Title + "\n" + old.Log, now.Title + "\n" + now.Log);
        MailQuote Quote(string text) => new(now.Message!.MessageId, text, now.LogLine, now.LogLine);
        var proven = corrections.FirstOrDefault(correction => correction.Quote.MessageId == point.Quote.MessageId && correction.Quote.FirstLine == point.Quote.FirstLine);
        if (proven is not null && !Holds(after, proven.Wrong) && Holds(after, proven.Right))
        {
            return ("addressed", [Quote(proven.Right)]);
        }

        if (point.Kind == "fixes-tag")
        {
            var added = TrailerReader.Read(now.Log).FirstOrDefault(trailer => trailer.Token == "Fixes");
            return added is not null ? ("addressed", [Quote($"Fixes: {added.Value}")]) : ("unchanged", []);
        }

        if (point.Kind == "subject")
        {
            return old.Title == now.Title ? ("unchanged", []) : ("touched", [Quote(now.Title)]);
        }

        if (point.Place is { Kind: "log" or "trailer", Text: { } place })
        {
            var stays = Holds(after, place);
            return stays ? ("unchanged", []) : IsObjection(point) ? ("addressed", [Quote(now.Log)]) : ("touched", [Quote(now.Log)]);
        }

        if (point.Place is { Kind: "diff", Text: { } line })
        {
            return now.Diff.Contains(line.TrimEnd(), StringComparison.Ordinal) ? ("unchanged", []) : ("touched", [Quote(now.Title)]);
        }

        return before == after ? ("unchanged", []) : ("touched", [Quote(now.Log)]);
    }

    /// <summary>"This is wrong" is met when the words are gone; "explain why" is not.</summary>
    private static bool IsObjection(ReviewPoint point) => !Words.AsksForWords().IsMatch(point.Quote.Quote) && !point.Quote.Quote.Contains('?', StringComparison.Ordinal);

    private static bool Holds(string text, string words) => Squeeze(text).Contains(Squeeze(words), StringComparison.Ordinal);

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsAfter(MailQuote later, MailQuote earlier) => later.MessageId != earlier.MessageId || later.FirstLine > earlier.LastLine;

    private static bool Withdraws(Remark later, Remark point) =>
        later.Place.Text is { } quoted && quoted.Contains(point.Lines[0].Text.Trim(), StringComparison.Ordinal)
        && (later.Text.StartsWith("never mind", StringComparison.OrdinalIgnoreCase) || later.Text.StartsWith("nevermind", StringComparison.OrdinalIgnoreCase)
            || later.Text.StartsWith("ignore that", StringComparison.OrdinalIgnoreCase) || later.Text.StartsWith("scratch that", StringComparison.OrdinalIgnoreCase));
}
