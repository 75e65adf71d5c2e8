using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// A block of text in a reply that may be a proposal: its 1-based lines without fence, the text without fence or indent,
/// the words that lead to it, and the remark before it (null at the beginning).
/// </summary>
internal sealed record ProposedText(Remark Context, int FirstLine, int LastLine, string Text, string LeadIn, bool Fenced);
