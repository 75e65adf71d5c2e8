namespace PatchScribe.Behaviour.Wording;

/// <summary>A sentence of prose with its 1-based lines.</summary>
internal sealed record LogSentence(string Text, int FirstLine, int LastLine);

/// <summary>
/// A verbatim block (indented, or between fences): its lines without the fences, the 1-based lines with them, and the sentence
/// that introduces it, if the text before it is one.
/// </summary>
internal sealed record LogVerbatim(IReadOnlyList<string> Lines, int FirstLine, int LastLine, LogSentence? LeadIn);

/// <summary>A log as sentences of prose and verbatim blocks, each in the order of the text.</summary>
internal sealed record LogPassages(IReadOnlyList<LogSentence> Sentences, IReadOnlyList<LogVerbatim> Blocks);
