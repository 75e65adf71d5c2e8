using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Statements;
using PatchScribe.UserMessages;

namespace PatchScribe.Review.Points;

/// <summary>
/// Review points: remarks of reviewers that ask for something or object. Where a remark stands decides what it is about;
/// its words decide where it stands under nothing or say otherwise.
/// </summary>
internal static partial class PointFinder
{
    /// <summary>Points in order of mail and line, without status.</summary>
    public static IEnumerable<ReviewPoint> Find(IReadOnlyList<Remark> remarks, IReadOnlyList<TextProposal> proposals)
    {
        for (var i = 0; i < remarks.Count; i++)
        {
            var remark = remarks[i];
            if (remark.ByPatchAuthor || IsProposed(remark, proposals) || IsExample(remarks, i) || IsIdea(remark, proposals))
            {
                continue;
            }

            remark = WithRest(remarks, i);

            if ((Words.Agrees().IsMatch(remark.Text) || Words.Approves().IsMatch(remark.Text)) && !remark.Text.Contains('?', StringComparison.Ordinal) && !AsksAfterAgreeing().IsMatch(remark.Text))
            {
                continue;
            }

            if (remark.Lines.All(line => Threads.TrailerReader.Read(line.Text).Count > 0) || IsCode(remark))
            {
                continue;
            }

            if (Kind(remark) is { } kind)
            {
                yield return new ReviewPoint(Id(remark), remark.Author, kind, remark.Quote, remark.Place, "unchanged", []);
            }
        }
    }

    /// <summary>Indented lines under a colon show something; the words around them ask.</summary>
    private static bool IsExample(IReadOnlyList<Remark> remarks, int index) =>
        (index > 0 && remarks[index - 1] is { } above && above.MessageId == remarks[index].MessageId && above.Run == remarks[index].Run && above.Text.EndsWith(':')
            && remarks[index].Lines.All(line => line.Text.StartsWith("  ", StringComparison.Ordinal) || line.Text.StartsWith('\t')))
        || (index > 1 && IsExample(remarks, index - 1) && remarks[index].Run == remarks[index - 1].Run && remarks[index].MessageId == remarks[index - 1].MessageId && char.IsLower(remarks[index].Text[0]));

    /// <summary>A sentence that goes on behind its example ("today: ... which the log does not say").</summary>
    private static Remark WithRest(IReadOnlyList<Remark> remarks, int index) =>
        index + 2 < remarks.Count && IsExample(remarks, index + 1) && IsExample(remarks, index + 2)
            ? remarks[index] with { Lines = [.. remarks[index].Lines, .. remarks[index + 2].Lines] }
            : remarks[index];

    private static string? Kind(Remark remark)
    {
        var text = remark.Text;
        if (Words.NamesFixes().IsMatch(text))
        {
            return "fixes-tag";
        }

        if (IsSubstitution().IsMatch(text))
        {
            return remark.Place.Kind switch { _ when Words.NamesSubject().IsMatch(text) || InSubject().IsMatch(text) => "subject", "log" => "commit-message", "subject" => "subject", "diff" => "nit-spelling", _ => "nit-spelling" };
        }

        return remark.Place.Kind switch
        {
            "subject" => "subject",
            "log" => Words.NamesSubject().IsMatch(text) ? "subject" : LooksLikeRemark(text) ? "commit-message" : null,
            "trailer" => Words.Asks().IsMatch(text) || text.Contains('?', StringComparison.Ordinal) ? (Words.NamesSubject().IsMatch(text) ? "subject" : "commit-message") : null,
            "diff" => Diff(remark),
            _ => Anywhere(remark),
        };
    }

    /// <summary>Under the log nearly every remark is about the log; pure chat is not.</summary>
    private static bool LooksLikeRemark(string text) =>
        Words.Asks().IsMatch(text) || Words.AsksForWords().IsMatch(text) || text.Contains('?', StringComparison.Ordinal) || text.StartsWith('"') || text.Split(' ').Length >= 4;

    private static string? Diff(Remark remark)
    {
        var text = remark.Text;
        if (Words.NamesLog().IsMatch(text) && Words.AsksForWords().IsMatch(text))
        {
            return "commit-message";
        }

        var line = remark.Place.Text ?? "";
        var message = MessageCall().Matches(line).Any(match => MessageCallTable.Find(match.Groups["name"].Value) is not null) || (line.Contains('"', StringComparison.Ordinal) && Words.NamesMessage().IsMatch(text));
        return message && (Words.NamesMessage().IsMatch(text) || AboutWords().IsMatch(text)) ? "error-message"
            : !Words.Asks().IsMatch(text) && !text.Contains('?', StringComparison.Ordinal) ? null
            : text.EndsWith('?') && Sentences.Of(text).Count() == 1 && !Words.AsksForWords().IsMatch(text) ? "question" : "code";
    }

    private static string? Anywhere(Remark remark)
    {
        var text = remark.Text;
        if (Words.NamesSubject().IsMatch(text) && Words.Asks().IsMatch(text))
        {
            return "subject";
        }

        if (remark.Place.Kind == "remark" && !remark.Pasted)
        {
            return Words.NamesLog().IsMatch(text) && (Words.Asks().IsMatch(text) || Words.AsksForWords().IsMatch(text)) ? "commit-message" : null;
        }

        return Words.NamesLog().IsMatch(text) && (Words.Asks().IsMatch(text) || Words.AsksForWords().IsMatch(text)) ? "commit-message"
            : Motivation().IsMatch(text) ? "commit-message"
            : remark.Pasted && CorrectsFact().IsMatch(text) ? "commit-message"
            : Words.NamesMessage().IsMatch(text) && VisibleToUser().IsMatch(text) ? "error-message"
            : Documentation().IsMatch(text) && Words.Asks().IsMatch(text) ? "documentation"
            : Process().IsMatch(text) ? "process"
            : null;
    }

    private static bool IsProposed(Remark remark, IReadOnlyList<TextProposal> proposals) => proposals.Any(proposal =>
        proposal.Quote.MessageId == remark.MessageId && proposal.Quote.FirstLine <= remark.FirstLine && remark.LastLine <= proposal.Quote.LastLine + 1);

    /// <summary>A remark that proposes something for later asks nothing of this change.</summary>
    private static bool IsIdea(Remark remark, IReadOnlyList<TextProposal> proposals) => proposals.Any(proposal =>
        proposal.Scope == "future" && proposal.Quote.MessageId == remark.MessageId && proposal.Quote.FirstLine <= remark.LastLine && remark.FirstLine <= proposal.Quote.LastLine);

    private static bool IsCode(Remark remark) =>
        remark.Lines.Count(line => CodeLine().IsMatch(line.Text)) * 2 > remark.Lines.Count;

    private static string Id(Remark remark) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{remark.MessageId}\n{remark.FirstLine}")))[..12];

    [GeneratedRegex(@"\b(but|however|except|please|could you|though)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AsksAfterAgreeing();

    [GeneratedRegex(@"^(nit: ?|typo: ?)?s/[^/]+/[^/]*/", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsSubstitution();

    [GeneratedRegex(@"\bin (the )?(subject|title)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InSubject();

    [GeneratedRegex(@"(?<name>[A-Za-z_]\w+)\s*\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MessageCall();

    [GeneratedRegex(@"\b(explain|what is|describe|clarify|state|understand)\b.{0,40}\b(motivation|reason|rationale|purpose|why (this|the) (patch|change)|use case)\b|\bwhy (do we need|is this (patch|change) needed)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Motivation();

    [GeneratedRegex("""\b(device|file|option|property|symbol) (name )?is ["'`]""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CorrectsFact();

    [GeneratedRegex(@"\b(spell|spelled|call it|word(s|ing)?|visible to users?|user sees|capital|newline|punctuation|typo)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AboutWords();

    [GeneratedRegex(@"\b(users?|visible|printed|reads?|spell|information)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VisibleToUser();

    [GeneratedRegex(@"\b(documentation|docs?/|kernel-doc|man page|release notes?)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Documentation();

    [GeneratedRegex(@"\b(please|could you|can you|should)\b.{0,60}\b(resend|respin|rebase|repost|split (this|it|the)|cover letter|checkpatch|cc (the|me)|get_maintainer|plain text|base64)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Process();

    [GeneratedRegex(@"^\s*([+-]\s*\S|[\w>.\[\]-]+ [+|&-]?= |return\b|if \(|for \(|\}|\{|#(include|if|define)|/\*|\*/|@@ )|[;{]\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeLine();
}
