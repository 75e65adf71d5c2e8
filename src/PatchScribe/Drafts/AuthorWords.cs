using System.Text.RegularExpressions;
using PatchScribe.Review;

namespace PatchScribe.Drafts;

/// <summary>What a patch author's own words do to a text: take it up, keep it, drop it, withdraw the patch.</summary>
internal static partial class AuthorWords
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The quoted text stays as it is.</summary>
    [GeneratedRegex(@"\b(as[- ]is|keep (it|this|that)|(use|take) (this|that|it|\^+)|will use|looks (good|fine)|sounds good|agreed?|ok(ay)?|fine|sure|makes sense)\b|^\^\^", Options)]
    public static partial Regex Keeps();

    /// <summary>One promise for everything that a mail asks: "will do the modifications according to your comments".</summary>
    [GeneratedRegex(@"\b(will|i'll|i am going to|i'm going to|let me) (do|make|apply|address|incorporate|follow|fix|take|update|change|adopt|use|correct|adjust|rework|rewrite|modify|reword|rephrase)\b.{0,60}\b(according(ly)?|as (you|per|suggested|proposed|advised)|per your|your (comments?|suggestions?|wording|proposal|text|version|subject|title)|all (of )?(your|these|those|them|the)|the same|the (modifications|suggested|proposed))\b", Options)]
    public static partial Regex TakesUpAll();

    /// <summary>A trailer or a text goes.</summary>
    [GeneratedRegex(@"\b(i'll|i will|will|let me) (drop|remove|delete) (it|this|that|them)\b", Options)]
    public static partial Regex Drops();

    /// <summary>The patch itself goes.</summary>
    [GeneratedRegex(@"\b(i'll|i will|will|i am going to|i'm going to|let me|let's|please) (remove|drop|skip|withdraw|abandon|ignore|discard) (this|that|the) (patch|one)\b(?<rest>.{0,30})", Options)]
    private static partial Regex Withdraws();

    [GeneratedRegex(@"\b(part|hunk|from the|line|if |comment)", Options)]
    private static partial Regex NotThePatch();

    /// <summary>The words correct or promise to correct something.</summary>
    [GeneratedRegex(@"\b(i'll|i will|will) (fix|correct|change|update)\b|^(oops|right|you('re| are) right|good catch|indeed)\b", Options)]
    public static partial Regex AcceptsCorrection();

    /// <summary>True when the author withdraws the patch.</summary>
    public static bool WithdrawsPatch(string text) =>
        Withdraws().Match(text) is { Success: true } match && !NotThePatch().IsMatch(match.Groups["rest"].Value);

    /// <summary>True when the patch author took a proposal up: it is agreed to, or a direct answer promises everything.</summary>
    public static bool TakesUp(TextProposal proposal, PatchScope scope) =>
        proposal.Status == "agreed" || TakesUpAll(proposal.Quote, scope) is not null;

    /// <summary>The author's direct answer that promises everything that the quotation's mail asks, or null.</summary>
    public static ReviewRemark? TakesUpAll(MailQuote quote, PatchScope scope) => scope.Remarks.FirstOrDefault(remark =>
        remark.ByPatchAuthor && scope.Answers(remark.Quote.MessageId, quote.MessageId)
        && remark.Place.Kind is "unknown" or "remark" && TakesUpAll().IsMatch(remark.Quote.Quote));
}
