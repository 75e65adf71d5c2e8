using PatchScribe.Review.Remarks;

namespace PatchScribe.Review.Proposals;

/// <summary>How a written-out text is set off from the words around it.</summary>
internal enum Border
{
    /// <summary>Nothing but the lead-in above it.</summary>
    Plain,

    /// <summary>Deeper indentation, or a bar at the left.</summary>
    Indent,

    /// <summary>A fence, scissors, or quotation marks around it.</summary>
    Fence,
}

/// <summary>
/// A text that somebody writes out in a reply: the remark in which it starts, its 1-based lines without fence, the text
/// without fence or indent, and the sentence that leads to it (empty when none does).
/// </summary>
internal sealed record ProposedText(Remark Context, int FirstLine, int LastLine, string Text, string LeadIn, Border Border);
