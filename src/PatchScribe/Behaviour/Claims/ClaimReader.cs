using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.Wording;

namespace PatchScribe.Behaviour.Claims;

/// <summary>Finds what a log claims about the program of a model: blocks with a command or a message, and "can already happen" sentences.</summary>
internal sealed class ClaimReader(BehaviourModel model)
{
    private readonly QuotedMessage _messages = new(model);

    /// <summary>The claims in the order of the text.</summary>
    public IReadOnlyList<Claim> Read(LogPassages passages)
    {
        var claims = new List<Claim>();
        var pair = 0;
        foreach (var block in passages.Blocks)
        {
            var (command, message) = Split(block.Lines);
            var last = claims.Count > 0 ? claims[^1] : null;
            if (message.Length == 0 || (command is null && last is null && !_messages.HasProgram(message)) || IsProposal(block.LeadIn))
            {
                continue;
            }

            var side = ClaimWords.SideOf(block.LeadIn?.Text ?? "");
            var first = side is ClaimSide.After or null && last is { Kind: ClaimKind.Prints, Side: ClaimSide.Before, Pair: 0 } ? last : null;
            if (first is not null)
            {
                claims[^1] = first with { Pair = ++pair };
            }

            claims.Add(new Claim(
                ClaimKind.Prints,
                first is not null ? ClaimSide.After : side ?? ClaimSide.Both,
                command ?? last?.Command,
                QuotedMessage.OneLine(message),
                Condition(block.LeadIn, first?.Condition ?? ""),
                first is not null ? pair : 0,
                block.LeadIn?.FirstLine ?? block.FirstLine,
                block.LastLine)
            {
                QuotedText = message,
            });
        }

        claims.AddRange(passages.Sentences.Select(s => ReadAlready(s, claims)).OfType<Claim>().ToList());
        return [.. claims.OrderBy(c => c.FirstLine)];
    }

    private static string Condition(LogSentence? leadIn, string before) =>
        string.Join("; ", new[] { before, leadIn?.Text ?? "" }.Where(t => t.Length > 0));

    // What could or might be printed one day is no claim about the change.
    private static bool IsProposal(LogSentence? leadIn) => leadIn is not null && ClaimWords.IsProposal(leadIn.Text);

    private (CommandLine? Command, string Message) Split(IReadOnlyList<string> lines)
    {
        CommandLine? command = null;
        var message = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var isPrompt = line.StartsWith("$ ", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal);
            var text = isPrompt ? line[2..].TrimStart() : line;
            if (!IsCommand(text))
            {
                message.Add(line);
                continue;
            }

            while (text.EndsWith('\\') && i + 1 < lines.Count)
            {
                text = text[..^1] + " " + lines[++i];
            }

            command = CommandLineReader.Read(model, CommandLineReader.Split(text));
        }

        return (command, string.Join('\n', message).Trim('\n'));
    }

    private bool IsCommand(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? text : text[..space];
        return space > 0 && !name.EndsWith(':') && model.Programs.Any(p => Wildcard.Matches(p, name[(name.LastIndexOf('/') + 1)..]));
    }

    private static Claim? ReadAlready(LogSentence sentence, List<Claim> claims)
    {
        if (!ClaimWords.IsAlready(sentence.Text))
        {
            return null;
        }

        var before = claims.Where(c => c.Kind == ClaimKind.Prints && c.LastLine < sentence.FirstLine).ToList();
        var meant = ClaimWords.ReferenceOf(sentence.Text) switch
        {
            ClaimSide.Before => before.FindLast(c => c.Side == ClaimSide.Before) ?? before.LastOrDefault(),
            _ => before.FindLast(c => c.Side != ClaimSide.Before) ?? before.LastOrDefault(),
        };
        return meant is null
            ? null
            : new Claim(
                ClaimKind.AlreadyPossible, ClaimSide.Before, meant.Command, meant.Message, sentence.Text, 0, sentence.FirstLine, sentence.LastLine)
            {
                QuotedText = meant.QuotedText,
            };
    }
}
