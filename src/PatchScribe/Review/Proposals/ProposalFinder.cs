using System.Text.RegularExpressions;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Statements;
using PatchScribe.Threads;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Finds proposed texts and what they are: a whole log, a subject, a sentence, an error message; for this change or a
/// later one. Status comes from who answers them and how.
/// </summary>
internal static partial class ProposalFinder
{
    /// <summary>Proposals in order of mail and line.</summary>
    public static IReadOnlyList<TextProposal> Find(Discussion discussion, IReadOnlyList<Remark> remarks)
    {
        var found = new List<TextProposal>();
        foreach (var mail in remarks.GroupBy(remark => remark.MessageId, StringComparer.Ordinal))
        {
            var body = discussion.Messages.First(message => message.MessageId == mail.Key).Body;
            List<Remark> own = [.. mail];
            var blocks = BlockFinder.Find(body, own).ToList();
            var ofMail = blocks.Select(Classify).OfType<TextProposal>().ToList();
            var lastLog = ofMail.Where(proposal => proposal.Kind == "commit-message").Select(proposal => proposal.Quote.LastLine).DefaultIfEmpty(int.MaxValue).Max();
            found.AddRange(ofMail);
            foreach (var remark in own.Where(remark => !blocks.Exists(block => block.FirstLine <= remark.LastLine && remark.FirstLine <= block.LastLine)))
            {
                found.AddRange(MessageProposals(remark, own, afterLog: remark.FirstLine > lastLog));
                found.AddRange(Replacements(remark, found));
            }
        }

        return ProposalStatus.Decide(found, discussion, remarks);
    }

    private static TextProposal? Classify(ProposedText block)
    {
        var lead = Sentences.Of(block.LeadIn).LastOrDefault() ?? "";
        var words = $"{lead} {(block.Context.Place.Kind == "log" ? "commit log" : "")}";
        if (block.Text.Contains("\n@@ -", StringComparison.Ordinal) || block.Text.StartsWith("diff --git", StringComparison.Ordinal) || Code().IsMatch(block.Text))
        {
            return null;
        }

        var paragraphs = block.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Length;
        var led = Words.LeadIn().IsMatch(lead);
        var single = !block.Text.Contains('\n', StringComparison.Ordinal);
        var kind = single && (Words.NamesSubject().IsMatch(words) || block.Context.Place.Kind == "subject") && led ? "subject"
            : (Words.NamesMessage().IsMatch(lead) || Hint().IsMatch(lead)) && paragraphs == 1 && led ? "error-message"
            : Shell().IsMatch(block.Text) && paragraphs == 1 ? null
            : single && SubjectLike().IsMatch(block.Text) && led ? "subject"
            : (paragraphs > 1 || block.Text.Split('\n').Length > 1) && (led || Words.NamesLog().IsMatch(words)) && IsProse(block.Text) ? "commit-message"
            : led && IsProse(block.Text) && (block.Context.Place.Kind is "log" or "subject" || Words.NamesLog().IsMatch(words)) ? "sentence"
            : null;
        return kind is null ? null : Proposal(block.Context, kind, block.Text, block.FirstLine, block.LastLine, block.LeadIn, future: false);
    }

    /// <summary>Error texts that a sentence proposes in quotes, and the output under a command that shows better ones.</summary>
    private static IEnumerable<TextProposal> MessageProposals(Remark remark, List<Remark> own, bool afterLog)
    {
        var index = own.IndexOf(remark);
        if (remark.Lines[0].Text.TrimStart().StartsWith("$ ", StringComparison.Ordinal) && remark.Lines.Count > 1
            && index > 0 && WouldPrint().IsMatch(own[index - 1].Text))
        {
            var text = string.Join('\n', remark.Lines.Skip(1).Select(line => line.Text.Trim()));
            yield return Proposal(remark, "error-message", text, remark.FirstLine + 1, remark.LastLine, own[index - 1].Text, afterLog);
            yield break;
        }

        foreach (var sentence in Sentences.Of(remark.Text).Where(sentence => WouldPrint().IsMatch(sentence) && !Words.NamesLog().IsMatch(sentence)))
        {
            foreach (Match match in Quoted().Matches(sentence))
            {
                var before = sentence[..match.Index].TrimEnd();
                if (!before.EndsWith("instead of", StringComparison.OrdinalIgnoreCase) && match.Groups["text"].Value.Contains(' ', StringComparison.Ordinal) && Prints().IsMatch(before))
                {
                    yield return Proposal(remark, "error-message", match.Groups["text"].Value, remark.FirstLine, remark.LastLine, remark.Text, afterLog);
                }
            }
        }
    }

    /// <summary>
    /// A paragraph of the patch's author under a quoted paragraph of a proposal, sharing its opening words or two fifths of
    /// its words, is what the author puts in its place.
    /// </summary>
    private static IEnumerable<TextProposal> Replacements(Remark remark, List<TextProposal> earlier)
    {
        if (!remark.ByPatchAuthor || remark.Place is not { Kind: "remark", Text: { } quoted })
        {
            yield break;
        }

        var piece = TextOf(quoted.Split('\n').Reverse().SkipWhile(string.IsNullOrWhiteSpace).TakeWhile(line => !string.IsNullOrWhiteSpace(line)).Reverse());
        var ofProposal = earlier.Exists(proposal => proposal is { Kind: "commit-message" } && proposal.Quote.MessageId != remark.MessageId && TextOf(proposal.Text.Split('\n')).Contains(piece, StringComparison.Ordinal));
        if (piece.Length > 0 && ofProposal && IsProse(remark.Text) && Resembles(piece, remark.Text))
        {
            yield return Proposal(remark, "sentence", string.Join('\n', remark.Lines.Select(line => line.Text.Trim())), remark.FirstLine, remark.LastLine, "", future: false);
        }
    }

    private static bool Resembles(string piece, string own)
    {
        var (a, b) = (piece.ToLowerInvariant().Split(' '), own.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var content = a.Where(word => word.Length > 3).ToHashSet(StringComparer.Ordinal);
        return a.Take(3).SequenceEqual(b.Take(3), StringComparer.Ordinal) || content.Count(word => b.Contains(word, StringComparer.Ordinal)) * 5 >= content.Count * 2 && content.Count > 4;
    }

    private static string TextOf(IEnumerable<string> lines) => string.Join(' ', string.Join(' ', lines).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static TextProposal Proposal(Remark context, string kind, string text, int first, int last, string lead, bool future) => new(
        context.Author, kind, text, future || Words.Future().IsMatch(lead) ? "future" : "this-change", "proposed",
        new MailQuote(context.MessageId, text, first, last), Words.Hedge().IsMatch(lead), context.ByPatchAuthor, context.Place);

    private static bool IsProse(string text)
    {
        var letters = text.Count(c => char.IsLetter(c) || c == ' ');
        return letters * 100 >= text.Count(c => c != '\n') * 70 && text.Split(' ').Length >= 4;
    }

    [GeneratedRegex(@"^\s*(#include|static |struct |int |void |return\b|if \(|for \(|\}|/\*)|;\s*$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*[$#] \S", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^[A-Za-z0-9_./,-]+(/[^:\s]+)?( [a-z0-9_-]+)?: \S.{3,90}[^.:;,]$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SubjectLike();

    [GeneratedRegex(@"\b(hint|error|message|warning)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Hint();

    [GeneratedRegex(@"\b((could|should|would|might|can|may|maybe|better|rather|wonder|suggest)\b.*\b(error|message|report|print|say|hint|warn)|\b(report|print|say|hint)\b.*\b(instead|rather))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WouldPrint();

    [GeneratedRegex(@"\b(report|print|say|says|saying|show|message|error|hint|warn|with|like|to)\b[^.""]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Prints();

    [GeneratedRegex("""["“](?<text>[^"“”]{8,200})["”]""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
