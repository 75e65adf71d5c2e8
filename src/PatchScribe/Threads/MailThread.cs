using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// A message in its thread: its parent's position in <see cref="MailThread.Nodes"/> (-1 for a root) and its depth.
/// <see cref="Message"/> is null for a ghost: a message that others refer to and that is not in the source.
/// </summary>
public sealed record ThreadNode(string MessageId, MailMessage? Message, int Parent, int Depth);

/// <summary>
/// Messages tied together by References and In-Reply-To, parents before children, siblings by date, then Message-ID;
/// the same for any order of arrival.
/// </summary>
public sealed record MailThread(IReadOnlyList<ThreadNode> Nodes);
