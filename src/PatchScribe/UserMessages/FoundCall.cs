using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>A message and the call that it was read from.</summary>
internal readonly record struct FoundCall(UserMessage Message, MessageCall Known, CodeSegment Segment, CodeCall Call);
