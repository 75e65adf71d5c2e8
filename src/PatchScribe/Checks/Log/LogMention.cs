namespace PatchScribe.Checks.Log;

/// <summary>How clearly a log speaks of something; the clearest first.</summary>
internal enum MentionKind
{
    /// <summary>Its text stands in the log, values in place of format specifiers.</summary>
    Quoted,

    /// <summary>Its name (symbol, function, property, option) stands in the log.</summary>
    Named,

    /// <summary>A sentence has most of its words.</summary>
    Described,

    /// <summary>The log speaks of messages in general.</summary>
    General,
}

/// <summary>Where a log speaks of something: 1-based line (subject is 1) and the words.</summary>
internal sealed record LogMention(MentionKind Kind, int Line, string Words);
