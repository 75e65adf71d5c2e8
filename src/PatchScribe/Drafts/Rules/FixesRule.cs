using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A Fixes trailer that was asked for and that the log lacks is a question; the commit that brought the removed line
/// is offered as a candidate, never written unasked; a line that the reviewer wrote out is taken as it stands.
/// </summary>
internal sealed partial class FixesRule : ICompositionRule
{
    private const int MaxCandidates = 3;

    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.Review is not { } review || log.Trailers.Exists(trailer => trailer.Text.StartsWith("Fixes:", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        foreach (var asked in LogRequestReader.Read(log, review).Where(asked => asked.Kind == LogRequestKind.Fixes && !asked.Ids.Any(log.Met.Contains)))
        {
            if (Given(asked, request) is { } line)
            {
                log.AddTrailer(line);
                log.Met.Add(asked.Point.Id);
                continue;
            }

            var origins = request.FindOrigins?.Invoke() ?? [];
            var help = origins.Count == 0 ? null
                : $"candidate{(origins.Count > 1 ? "s" : "")}: {string.Join(", ", origins.Take(MaxCandidates).Select(one => $"Fixes: {one.Id[..request.Profile.HashLength]} (\"{one.Subject}\")"))}";
            var why = origins.Count > 0 ? $"{QuestionRule.Name(asked.Point.Author) ?? "somebody"} asked for it; the candidate is the commit that brought the removed lines"
                : request.FindOrigins is null ? "asked for; with --repo the commit that brought the removed lines is looked up" : "asked for; no commit could be found that brought the removed lines";
            new OpenQuestion(asked.Id, asked.Ids, asked.Point.Quote.MessageId, asked.Words, QuestionRule.Name(asked.Point.Author), help, why, QuestionRule.EvidenceOf(asked.Point))
                .Write(log, request.Answers, log.Blocks.Count - 1);
        }
    }

    /// <summary>The line as the request's own mail writes it out in the reviewer's own words, joined where the mail broke it.</summary>
    private static LogTrailer? Given(LogRequest asked, DraftRequest request)
    {
        var lines = request.Discussion?.Messages.FirstOrDefault(message => message.MessageId == asked.Point.Quote.MessageId)?.Body.Split('\n') ?? [];
        for (var i = asked.Point.Quote.FirstLine - 1; i >= 0 && i < lines.Length; i++)
        {
            if (!FixesLine().IsMatch(lines[i].Trim()))
            {
                continue;
            }

            var text = lines[i].Trim();
            text = text.EndsWith(')') || i + 1 == lines.Length || !lines[i + 1].TrimEnd().EndsWith("\")", StringComparison.Ordinal) ? text : text + " " + lines[i + 1].Trim();
            return new LogTrailer(text, [new Evidence("mail", text, asked.Point.Quote.MessageId, Line: i + 1)]);
        }

        return null;
    }

    [GeneratedRegex("^Fixes: [0-9a-f]{7,40}\\b")]
    private static partial Regex FixesLine();
}
