using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Points;
using PatchScribe.Review.Remarks;
using PatchScribe.Review.Statements;

namespace PatchScribe.Review.Proposals;

/// <summary>Texts that a sentence proposes in quotation marks, and better output that somebody shows under a command.</summary>
internal static partial class QuotedTexts
{
    public static IEnumerable<TextProposal> Of(IReadOnlyList<Remark> own, int index, bool afterLog)
    {
        var remark = own[index];
        if (remark.Lines[0].Text.TrimStart().StartsWith("$ ", StringComparison.Ordinal))
        {
            if (remark.Lines.Count > 1 && index > 0 && Proposing.WouldPrint().IsMatch(own[index - 1].Text))
            {
                var text = string.Join('\n', remark.Lines.Skip(1).Select(line => line.Text.Trim()));
                yield return ProposalFinder.Proposal(remark, "error-message", text, remark.FirstLine + 1, remark.LastLine, own[index - 1].Text, afterLog);
            }

            yield break;
        }

        if (!remark.Text.AsSpan().ContainsAny('"', '“'))
        {
            yield break;
        }

        foreach (var sentence in Sentences.Of(remark.Lines))
        {
            if (Kind(remark, sentence.Text) is { } kind)
            {
                foreach (var text in In(sentence.Text, remark.Place.Text, kind))
                {
                    yield return ProposalFinder.Proposal(remark, kind, text, sentence.FirstLine, sentence.LastLine, kind == "error-message" ? remark.Text : sentence.Text, afterLog && kind == "error-message") with { Inline = true };
                }
            }
        }
    }

    /// <summary>What quoted words in this sentence would be, or null when it asks for no text.</summary>
    private static string? Kind(Remark remark, string sentence)
    {
        var message = Proposing.WouldPrint().IsMatch(sentence) && !Topics.Log().IsMatch(sentence[..Math.Max(0, sentence.AsSpan().IndexOfAny('"', '“'))]);
        if (message && (remark.Topic.Kind is "message" or "unknown" || remark.Pasted))
        {
            return "error-message";
        }

        if (SentenceSense.Of(sentence) != Ask.Request)
        {
            return null;
        }

        return remark.Topic.Kind == "message" ? "error-message"
            : Topics.Subject().IsMatch(sentence) || remark.Topic.Kind == "subject" ? "subject"
            : (remark.Topic.Kind == "log" && !remark.ByPatchAuthor) || Topics.Log().IsMatch(sentence) ? "sentence"
            : null;
    }

    private static IEnumerable<string> In(string sentence, string? present, string kind)
    {
        var (accepted, end) = (false, 0);
        foreach (Match match in Quoted().Matches(sentence))
        {
            var text = match.Groups["text"].Value;
            var before = sentence[..match.Index].TrimEnd();
            var joined = accepted && sentence[end..match.Index].Trim() is "and" or "or" or "," or ", and";
            accepted = joined || (!Proposing.PresentBeforeQuote().IsMatch(before) && (Proposing.VerbBeforeQuote().IsMatch(before) || (kind == "error-message" && Printing().IsMatch(before))));
            end = match.Index + match.Length;
            if (accepted && text.Contains(' ', StringComparison.Ordinal) && present?.Contains(text, StringComparison.Ordinal) != true)
            {
                yield return text;
            }
        }
    }

    [GeneratedRegex(@"\b(report|print|say|says|saying|show|message|error|hint|warn|with|like)\b[^.""]{0,60}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Printing();

    [GeneratedRegex("""["“](?<text>[^"“”]{3,200})["”]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
