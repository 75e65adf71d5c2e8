using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Claims;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Templating;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Holds what the log says that a command prints against the behaviour models. Slips in quoted messages are put right; a
/// refuted claim that recorded runs speak about becomes a conflict of proposal and model (or the preferred side alone), one
/// that rests on source reading a question. A sentence that refers back into the block belongs to it.
/// </summary>
internal sealed class ClaimRule(TemplateSet templates) : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var choice in request.ModelChoices)
        {
            MendMessages(log, choice);
            var text = new NumberedText(log.Blocks);
            var refuted = ClaimChecker.Check(choice, text.Text, request.KnownValues).Where(result => result.Verdict == ClaimVerdict.Refuted).ToList();
            if (choice.Assumed && refuted.Count > 0)
            {
                log.Notes.Add($"assumed: no diff in this source; before and after are the transition \"{string.Join("; ", choice.Reasons)}\" of the model {choice.Model.Name}");
            }

            foreach (var group in Ranges(refuted, text).OrderByDescending(group => group.First))
            {
                Replace(log, request, group);
            }

            log.Contradictions.Sort((a, b) => (a.Evidence[0].Line ?? 0).CompareTo(b.Evidence[0].Line ?? 0));
        }
    }

    /// <summary>Puts the program's own text where a quoted message differs by blanks, quote marks, line breaks or its program's name.</summary>
    private static void MendMessages(LogComposition log, ModelChoice choice)
    {
        var text = new NumberedText(log.Blocks);
        foreach (var result in ClaimChecker.Check(choice, text.Text))
        {
            var broken = result.Verdict == ClaimVerdict.Confirmed && result.Corrections.Count == 0 && result.Claim.QuotedText.Contains('\n', StringComparison.Ordinal)
                ? [new MessageCorrection(result.Claim.QuotedText, result.Claim.Message, result.Claim.FirstLine, result.Claim.LastLine, "a line break in the output")]
                : result.Corrections;
            foreach (var correction in broken)
            {
                foreach (var index in text.BlocksOf(correction.FirstLine, correction.LastLine).Where(index => log.Blocks[index].Kind == LogBlockKind.Verbatim).ToList())
                {
                    Mend(log, index, correction, choice.Model.Name, result.Rules);
                }
            }
        }
    }

    private static void Mend(LogComposition log, int index, MessageCorrection correction, string model, IReadOnlyList<string> rules)
    {
        var block = log.Blocks[index];
        var from = correction.From.Split('\n').Select(line => line.Trim()).ToList();
        for (var i = 0; i + from.Count <= block.Lines.Count; i++)
        {
            if (!block.Lines.Skip(i).Take(from.Count).Select(line => line.Trim()).SequenceEqual(from, StringComparer.Ordinal))
            {
                continue;
            }

            var evidence = new Evidence("model", correction.To, File: model, Rule: string.Join(", ", rules));
            log.Blocks[index] = block with { Lines = [.. block.Lines.Take(i), .. correction.To.Split('\n'), .. block.Lines.Skip(i + from.Count)], Evidence = [.. block.Evidence, evidence] };
            log.Corrections.Add(new DraftCorrection(string.Join(' ', from), correction.To, Applied: true, $"quoted message, {correction.Because}", [evidence]));
            return;
        }
    }

    private sealed record Range(int First, int Last, IReadOnlyList<ClaimResult> Results);

    /// <summary>Blocks of each refuted claim with what announces it and refers to it; ranges that touch are one.</summary>
    private static List<Range> Ranges(List<ClaimResult> refuted, NumberedText text)
    {
        var ranges = new List<Range>();
        foreach (var result in refuted)
        {
            var lines = result.Introductions.Concat(result.References).Select(reference => (reference.FirstLine, reference.LastLine)).Append((result.Claim.FirstLine, result.Claim.LastLine));
            var blocks = lines.SelectMany(range => text.BlocksOf(range.Item1, range.Item2)).ToList();
            var range = new Range(blocks.Min(), blocks.Max(), [result]);
            foreach (var touching in ranges.Where(other => other.First <= range.Last + 1 && range.First <= other.Last + 1).ToList())
            {
                ranges.Remove(touching);
                range = new Range(Math.Min(range.First, touching.First), Math.Max(range.Last, touching.Last), [.. touching.Results, .. range.Results]);
            }

            ranges.Add(range);
        }

        return ranges;
    }

    private void Replace(LogComposition log, DraftRequest request, Range range)
    {
        var people = log.Blocks.GetRange(range.First, range.Last - range.First + 1);
        if (range.Results.Any(result => result.Evidence != "run"))
        {
            Ask(log, request, range, people);
            return;
        }

        if (request.Prefer == PreferredSide.People)
        {
            log.Notes.Add($"the model {range.Results[0].Model} refutes {range.Results.Count} claims that are kept as written");
            return;
        }

        var statements = range.Results.SelectMany(result => result.ModelSays).DistinctBy(statement => (statement.Command, statement.Before, statement.After)).ToList();
        var rules = range.Results.SelectMany(result => result.Rules).Distinct(StringComparer.Ordinal).ToList();
        var evidence = statements.SelectMany(statement => new[] { statement.Before.Message, statement.After.Message }).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(message => new Evidence("model", message, File: range.Results[0].Model, Rule: string.Join(", ", rules))).ToList();
        var model = LogParser.ParseBody("", ModelStatements.Text(statements), new LogOrigin("model", null, range.Results[0].Model, 1)).Blocks
            .Select(block => block with { Evidence = evidence }).ToList();
        log.Blocks.RemoveRange(range.First, people.Count);
        if (request.Prefer == PreferredSide.Model)
        {
            log.Blocks.InsertRange(range.First, model);
            log.Notes.Add($"{range.Results.Count} claims replaced by what the model {range.Results[0].Model} says");
            return;
        }

        var versions = range.Results.SelectMany(result => result.Versions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var conflict = templates.Render(TemplateSet.Conflict, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["source"] = Source(people, request),
            ["unanswered"] = log.Base?.Status == "proposed",
            ["people"] = LogWriter.Write(people, request.Profile),
            ["model"] = LogWriter.Write(model, request.Profile),
            ["name"] = range.Results[0].Model,
            ["rules"] = $"{string.Join(", ", rules)}; {string.Join(", ", versions)}",
        });
        log.Blocks.Insert(range.First, new LogBlock(LogBlockKind.Conflict, conflict.Split('\n'), people[0].FirstLine, people[^1].LastLine,
            [.. people.SelectMany(block => block.Evidence), .. evidence]));
        foreach (var result in range.Results)
        {
            log.Contradictions.Add(new DraftContradiction(result.Claim.Message, EvidenceOf(result, people), result.ModelText, result.Model, result.Rules, result.Assumed));
        }
    }

    private static void Ask(LogComposition log, DraftRequest request, Range range, List<LogBlock> people)
    {
        var result = range.Results[0];
        var id = $"model-{result.Model}-{string.Join('-', result.Rules)}";
        var evidence = people[0].Evidence[0];
        new OpenQuestion(id, [], evidence.MessageId ?? "", result.Claim.Message, null, $"the model {result.Model} ({string.Join(", ", result.Rules)}) says otherwise, from reading the source alone",
            "no recorded run speaks for either side: is this what the program prints?", evidence).Write(log, request.Answers, range.Last);
    }

    /// <summary>The evidence of the block that holds the claim's message.</summary>
    private static IReadOnlyList<Evidence> EvidenceOf(ClaimResult result, List<LogBlock> people)
    {
        var message = TextMatch.Squeeze(result.Claim.QuotedText.Length > 0 ? result.Claim.QuotedText : result.Claim.Message);
        var block = people.Find(one => one.Kind == LogBlockKind.Verbatim && TextMatch.Squeeze(string.Join(' ', one.Lines)).Contains(message, StringComparison.Ordinal)) ?? people[0];
        return block.Evidence;
    }

    private static string Source(List<LogBlock> people, DraftRequest request)
    {
        var id = people[0].Evidence.Select(evidence => evidence.MessageId).FirstOrDefault(id => id is not null);
        var mail = request.Discussion?.Messages.FirstOrDefault(message => message.MessageId == id);
        var name = mail is { Synthetic: true, Source: { } path } ? Path.GetFileName(path) : id is null ? "the log" : $"<{id}>";
        return $"{name}:{people[0].FirstLine}-{people[^1].LastLine}";
    }
}
