using System.Text.RegularExpressions;
using PatchScribe.Drafts.LogText;
using PatchScribe.Review;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A whole-log proposal becomes the base when it is the patch author's own, when it was agreed to, or when nobody
/// disputed it and its writer did not doubt it. The newest agreed one wins, else the newest. Trailers of the present
/// log stay.
/// </summary>
internal sealed partial class BaseRule : ICompositionRule
{
    private const int MinWords = 3;

    public void Apply(LogComposition log, DraftRequest request)
    {
        var scope = log.Scope;
        var candidates = (request.Review?.Proposals ?? [])
            .Where(proposal => proposal is { Kind: "commit-message", Scope: "this-change", Status: "agreed" or "proposed" })
            .Where(proposal => proposal.ByPatchAuthor || proposal.Status == "agreed" || !proposal.Hedged)
            .Where(proposal => scope.Covers(proposal.Quote.MessageId, proposal.Target) && IsLog(proposal, scope))
            .OrderBy(proposal => proposal.Status == "agreed")
            .ThenBy(proposal => scope.DateOf(proposal.Quote.MessageId))
            .ThenBy(proposal => proposal.Quote.FirstLine);
        if (candidates.LastOrDefault() is not { } chosen)
        {
            return;
        }

        var origin = new LogOrigin("mail", chosen.Quote.MessageId, File: null, chosen.Quote.FirstLine);
        var parsed = HasSubject(chosen.Text)
            ? LogParser.ParseWhole(chosen.Text, origin)
            : LogParser.ParseBody("", chosen.Text, origin);
        log.Base = chosen;
        log.Blocks.Clear();
        log.Blocks.AddRange(parsed.Blocks);
        if (parsed.Subject.Length > 0)
        {
            log.Subject = parsed.Subject;
            log.SubjectEvidence = [parsed.SubjectEvidence!];
        }

        foreach (var trailer in parsed.Trailers)
        {
            if (!log.Trailers.Exists(present => present.Text.Equals(trailer.Text, StringComparison.OrdinalIgnoreCase)))
            {
                log.Trailers.Add(trailer);
            }
        }
    }

    /// <summary>
    /// True when the text is meant as a log: it has a subject with a prefix, or the words above it speak of the log or propose
    /// a wording. An explanation or a list of options that somebody writes under the log is none.
    /// </summary>
    private static bool IsLog(TextProposal proposal, PatchScope scope)
    {
        var paragraphs = LogParser.ParseBody("", proposal.Text, new LogOrigin("mail", null, null, 1)).Blocks.Where(block => block.Kind == LogBlockKind.Paragraph);
        return paragraphs.Any(block => block.Text.Split(' ').Length >= MinWords && block.Text[0] != '[')
            && ((HasSubject(proposal.Text) && SubjectPrefix.Of(proposal.Text.Split('\n')[0].Trim()) is not null)
                || scope.LeadIns(proposal.Quote).Any(words => SpeaksOfLog().IsMatch(words)));
    }

    /// <summary>A first line of its own that is no sentence, with a body behind it, is a subject.</summary>
    private static bool HasSubject(string text)
    {
        var lines = text.Split('\n');
        var first = lines[0].Trim();
        return first.Length is > 0 and <= 120
            && (lines.Length == 1 || string.IsNullOrWhiteSpace(lines[1]))
            && first[^1] is not ('.' or ',' or ';' or ':')
            && !first.StartsWith("- ", StringComparison.Ordinal)
            && (lines.Length == 1 ? first.Contains(": ", StringComparison.Ordinal) : !first.Contains(". ", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b((commit|change|patch) ?(message|log|msg|text|description)|changelog|description|reword(ing)?|rephras(e|ing)|re-?writ(e|ing)|wording|phrase|along the lines|(should|could|would|might|can|may) (say|read|become))\b|\b(how|what) about( this| the following| something like( this)?)?\s*[:?.…]*$|\b(something like|use|write)( this| that| the following)?\s*[:.…]+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SpeaksOfLog();
}
