using PatchScribe.Archive.Words;

namespace PatchScribe.Archive.Queries;

/// <summary>What a step of a query does; steps stand in postfix order, so that no recursion is needed.</summary>
internal enum QueryStep
{
    /// <summary>Words that must stand in a mail.</summary>
    Words,

    /// <summary>Both of the two results before.</summary>
    And,

    /// <summary>Either of the two results before.</summary>
    Or,

    /// <summary>The first of the two results before without the second.</summary>
    AndNot,
}

/// <summary>
/// One step of a query. <see cref="Terms"/>: words in the form of the index that stand one behind the other in one of
/// <see cref="Columns"/> (empty: any); the last may be the start of a word.
/// </summary>
internal sealed record QueryNode(QueryStep Step)
{
    public IReadOnlyList<string> Terms { get; init; } = [];

    public IReadOnlyList<WordColumn> Columns { get; init; } = [];

    public bool IsPrefix { get; init; }

    /// <summary>True when the index cannot prove it: it knows which words a mail has, not in which order.</summary>
    public bool IsPhrase => Terms.Count > 1;
}

/// <summary>A query: steps in postfix order (none: every mail), and what holds for all results.</summary>
internal sealed record SearchQuery(IReadOnlyList<QueryNode> Steps)
{
    /// <summary>Only mails sent at or after this time, seconds since 1970.</summary>
    public long? From { get; init; }

    /// <summary>Only mails sent before this time.</summary>
    public long? Until { get; init; }

    /// <summary>Only the mail of this Message-ID.</summary>
    public string? MessageId { get; init; }

    /// <summary>True when candidates of the index have to be looked at.</summary>
    public bool NeedsProof => Steps.Any(step => step.IsPhrase);
}
