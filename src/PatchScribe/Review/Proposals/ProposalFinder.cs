using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Remarks;
using PatchScribe.Threads;
using PatchScribe.UserMessages;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Finds proposed texts and what they are: a whole log, a subject, a sentence, an error message; for this change or a
/// later one. Status comes from who answers them and how.
/// </summary>
internal static partial class ProposalFinder
{
    /// <summary>Proposals in order of mail and line.</summary>
    public static IReadOnlyList<TextProposal> Find(Discussion discussion, Conversation talk, ReplyReader replies)
    {
        var found = new List<TextProposal>();
        var byMail = new Dictionary<string, List<TextProposal>>(StringComparer.Ordinal);
        foreach (var message in discussion.Messages)
        {
            var own = talk.Of(message.MessageId);
            if (own.Count == 0 || own[0].ByRobot)
            {
                continue;
            }

            var blocks = BlockFinder.Find(replies.Lines(message), own);
            List<TextProposal> ofMail = [.. blocks.Select(Classify).OfType<TextProposal>()];
            var lastLog = ofMail.Where(proposal => proposal.Kind == "commit-message").Select(proposal => proposal.Quote.LastLine).DefaultIfEmpty(int.MaxValue).Max();
            for (var i = 0; i < own.Count; i++)
            {
                if (!ofMail.Exists(block => block.Quote.FirstLine <= own[i].FirstLine && own[i].FirstLine <= block.Quote.LastLine))
                {
                    ofMail.AddRange(QuotedTexts.Of(own, i, afterLog: own[i].FirstLine > lastLog));
                    ofMail.AddRange(Replacements(own[i], byMail));
                }
            }

            ofMail = [.. ofMail.OrderBy(proposal => proposal.Quote.FirstLine)];
            byMail.TryAdd(message.MessageId, ofMail);
            found.AddRange(ofMail);
        }

        return ProposalStatus.Decide(found, discussion, talk);
    }

    internal static TextProposal Proposal(Remark context, string kind, string text, int first, int last, string lead, bool future) => new(
        context.Author, kind, text, future || Proposing.Future().IsMatch(lead) ? "future" : "this-change", "proposed",
        new MailQuote(context.MessageId, text, first, last), Proposing.Hedge().IsMatch(lead), context.ByPatchAuthor, context.Place);

    private static TextProposal? Classify(ProposedText block)
    {
        var kind = KindOf(block);
        return kind is null ? null : Proposal(block.Context, kind, block.Text, block.FirstLine, block.LastLine, HedgeText(block), future: false) with { Inline = block.LeadIn.Length == 0 && block.Context.Text[0] is '"' or '“' };
    }

    /// <summary>The sentence before the lead-in may hold the doubt ("This is probably wrong, but ...").</summary>
    private static string HedgeText(ProposedText block) => block.Context.FirstLine < block.FirstLine ? block.Context.Text[..Math.Min(block.Context.Text.Length, 600)] : block.LeadIn;

    private static string? KindOf(ProposedText block)
    {
        var (text, lead) = (block.Text, $"{block.LeadIn} {Asked(block.Context)}");
        var lines = text.Count(c => c == '\n') + 1;
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length;
        var topic = block.Context.Topic.Kind;
        if (text.Contains("\n@@ -", StringComparison.Ordinal) || text.StartsWith("diff --git", StringComparison.Ordinal))
        {
            return null;
        }

        if (lines <= 2 && MessageCall().Matches(text).Any(match => MessageCallTable.Find(match.Groups["name"].Value) is not null) && text.Contains('"', StringComparison.Ordinal))
        {
            return topic is "message" || Topics.Message().IsMatch(lead) || Topics.MessageWords().IsMatch(lead) ? "error-message" : null;
        }

        if (Code().IsMatch(text) || (Shell().IsMatch(text) && paragraphs == 1))
        {
            return null;
        }

        return lines == 1 && (Topics.Subject().IsMatch(lead) || topic == "subject") ? "subject"
            : lines == 1 && TrailerReader.Read(text) is [var trailer] ? trailer.Token is "Reviewed-by" or "Acked-by" or "Tested-by" ? null : "sentence"
            : paragraphs == 1 && (topic == "message" || Topics.Message().IsMatch(block.LeadIn)) && !Topics.Log().IsMatch(block.LeadIn) ? "error-message"
            : lines == 1 && SubjectLike().IsMatch(text) && topic is not "diff" ? "subject"
            : topic is "diff" or "message" && !Topics.Log().IsMatch(lead) && !(block.Border == Border.Fence && paragraphs > 1) ? null
            : block.LeadIn.Length == 0 && block.Border == Border.Fence && topic is not ("log" or "subject") ? paragraphs > 1 && IsProse(text) && topic is "unknown" ? "commit-message" : null
            : !IsProse(text) && TrailerReader.Read(text).Count == 0 && !(block.LeadIn.Length == 0 && text.Contains(' ', StringComparison.Ordinal)) ? null
            : IsWhole(block, lead, paragraphs) ? "commit-message"
            : topic is "log" or "subject" or "trailer" || Topics.Log().IsMatch(lead) ? "sentence"
            : null;
    }

    /// <summary>The words of another that the text answers: the last paragraph quoted above it.</summary>
    private static string Asked(Remark remark) =>
        remark.Place is { Kind: "remark", Text: { } quoted } ? TextOf(quoted.Split('\n').Reverse().SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Reverse()) : "";

    /// <summary>A whole log: several paragraphs, or put in place of the description, or of all that is quoted of a short log.</summary>
    private static bool IsWhole(ProposedText block, string lead, int paragraphs) =>
        (block.LeadIn.Length > 0 && (paragraphs > 1 || (Topics.Log().IsMatch(lead) && !PartOfLog().IsMatch(block.LeadIn)))) || (block.Context.Topic.Kind == "unknown" && (block.Context.Pasted || block.Border != Border.Plain) && block.Text.Contains('\n', StringComparison.Ordinal));

    /// <summary>
    /// A paragraph of the patch's author under a quoted paragraph of a proposal, sharing its opening words or two fifths of
    /// its words, is what the author puts in its place.
    /// </summary>
    private static IEnumerable<TextProposal> Replacements(Remark remark, Dictionary<string, List<TextProposal>> earlier)
    {
        if (!remark.ByPatchAuthor || remark.Under is not { } under || remark.Place.Text is not { } quoted || !earlier.TryGetValue(under.MessageId, out var proposals))
        {
            yield break;
        }

        var piece = TextOf(quoted.Split('\n').Reverse().SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Reverse());
        var ofProposal = proposals.Exists(proposal => proposal.Kind == "commit-message" && proposal.Quote.FirstLine <= under.Line && under.Line <= proposal.Quote.LastLine);
        if (piece.Length > 0 && ofProposal && IsProse(remark.Text) && Resembles(piece, remark.Text))
        {
            yield return Proposal(remark, "sentence", string.Join('\n', remark.Lines.Select(line => line.Text.Trim())), remark.FirstLine, remark.LastLine, "", future: false);
        }
    }

    private static bool Resembles(string piece, string own)
    {
        var (a, b) = (piece.ToLowerInvariant().Split(' '), own.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var content = a.Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
        var words = b.ToHashSet(StringComparer.Ordinal);
        return a.Take(3).SequenceEqual(b.Take(3), StringComparer.Ordinal) || (content.Count > 4 && content.Count(words.Contains) * 5 >= content.Count * 2);
    }

    private static string TextOf(IEnumerable<string> lines) => string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsProse(string text)
    {
        var letters = text.Count(c => char.IsLetter(c) || c == ' ');
        return letters * 100 >= text.Count(c => c != '\n') * 70 && text.Split([' ', '\n']).Length >= 4;
    }

    [GeneratedRegex(@"^[ \t]*(<\w+|#include|#define|static |struct |int |void |return\b|\w+\(\) ?\{|if \(|for \(|while \(|\}|/\*)|[;{][ \t]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[ \t]*[$#] \S", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]\w+)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex MessageCall();

    [GeneratedRegex(@"^[A-Za-z0-9_./,-]{1,99}(/[^:\s]{1,99})?( [a-z0-9_-]+)?: \S.{3,90}[^.:;,]$", RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectLike();

    [GeneratedRegex(@"\b(sentence|line|phrase|part|last|first|second) ?\b|\bin the (commit|change)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PartOfLog();
}
