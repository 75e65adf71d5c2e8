namespace PatchScribe.Review.Proposals;

/// <summary>Proposals by mail and line.</summary>
internal sealed class ProposalIndex
{
    private readonly Dictionary<(string MessageId, int Line), TextProposal> blocks = [];
    private readonly Dictionary<(string MessageId, int Line), TextProposal> words = [];
    private readonly HashSet<(string MessageId, int Line)> starts = [];

    public ProposalIndex(IReadOnlyList<TextProposal> proposals)
    {
        All = proposals;
        foreach (var proposal in proposals)
        {
            var lines = proposal.Inline ? words : blocks;
            for (var line = proposal.Quote.FirstLine; line <= proposal.Quote.LastLine; line++)
            {
                lines.TryAdd((proposal.Quote.MessageId, line), proposal);
            }

            if (!proposal.Inline)
            {
                starts.Add((proposal.Quote.MessageId, proposal.Quote.FirstLine));
            }
        }
    }

    public IReadOnlyList<TextProposal> All { get; }

    /// <summary>A line that is written out as a proposed text; words quoted inside a sentence do not make the sentence a proposal.</summary>
    public bool IsInside(string messageId, int line) => blocks.ContainsKey((messageId, line));

    /// <summary>A text for later stands on the line.</summary>
    public bool IsFuture(string messageId, int line) => At(messageId, line) is { Scope: "future" };

    /// <summary>The written-out text that begins on one of the next lines, or null.</summary>
    public TextProposal? Below(string messageId, int line)
    {
        for (var next = line + 1; next <= line + 3; next++)
        {
            if (starts.Contains((messageId, next)))
            {
                return blocks[(messageId, next)];
            }
        }

        return null;
    }

    /// <summary>The proposal that stands on a line, or null.</summary>
    public TextProposal? At(string messageId, int line) =>
        blocks.TryGetValue((messageId, line), out var block) ? block : words.GetValueOrDefault((messageId, line));
}
