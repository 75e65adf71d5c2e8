using System.Buffers;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Finds the mails of threads that are patches, cover letters or pull requests. Replies are not, also those that lost their
/// "Re:": they answer a patch and have no diff of their own. Robots' mails are not.
/// </summary>
internal static class PatchMailFinder
{
    private static readonly SearchValues<string> SignOff = SearchValues.Create(["\nSigned-off-by: "], StringComparison.OrdinalIgnoreCase);

    /// <summary>For each thread and node its patch mail, or null.</summary>
    public static PatchMail?[][] Find(IReadOnlyList<MailThread> threads, IReadOnlyDictionary<string, string> notices)
    {
        var found = new PatchMail?[threads.Count][];
        for (var thread = 0; thread < threads.Count; thread++)
        {
            var nodes = threads[thread].Nodes;
            found[thread] = new PatchMail?[nodes.Count];
            var above = new PatchMail?[nodes.Count];
            for (var node = 0; node < nodes.Count; node++)
            {
                var parent = nodes[node].Parent;
                above[node] = parent < 0 ? null : found[thread][parent] ?? above[parent];
                if (nodes[node].Message is { Pasted: false } message && !notices.ContainsKey(message.MessageId))
                {
                    found[thread][node] = Read(message, parent < 0 ? null : nodes[parent].Message, thread, node, above[node]);
                }
            }
        }

        return found;
    }

    private static PatchMail? Read(MailMessage message, MailMessage? parent, int thread, int node, PatchMail? above)
    {
        if (SubjectParser.StartsAsReply(message.Subject) || SubjectParser.Parse(message.Subject) is not { IsReply: false } subject)
        {
            return null;
        }

        var answers = message.InReplyTo is not null || message.References.Count > 0;
        if (!subject.IsPatch && !subject.IsPull && (subject.Tags.Count == 0 ? answers || !IsSignedPatch(message) : !IsTaggedPatch(message, subject)))
        {
            return null;
        }

        var diffAt = MailedPatchReader.DiffStart(message.Body);
        var mail = new PatchMail(message, subject, thread, node, diffAt, above);
        return !mail.HasDiff && answers && IsReplyWithoutPrefix(subject, parent) ? null : mail;
    }

    /// <summary>No number and no diff, or the number and the title of the mail that it answers.</summary>
    private static bool IsReplyWithoutPrefix(PatchSubject subject, MailMessage? parent)
    {
        if (subject.IsPull)
        {
            return false;
        }

        if (subject.Index is null)
        {
            return true;
        }

        var answered = parent is null ? null : SubjectParser.Parse(parent.Subject);
        return answered is not null && answered.Index == subject.Index && answered.Total == subject.Total && answered.Version == subject.Version
            && answered.Title.Equals(subject.Title, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A mail without any bracket counts as a patch when it starts a thread, is signed off and has a git diff.</summary>
    private static bool IsSignedPatch(MailMessage message) =>
        message.Body.Contains("\ndiff --git ", StringComparison.Ordinal) && message.Body.AsSpan().ContainsAny(SignOff);

    private static bool IsTaggedPatch(MailMessage message, PatchSubject subject) =>
        MailedPatchReader.HasDiff(message) && (subject.IsRfc || subject.Version is not null || message.Body.AsSpan().ContainsAny(SignOff));
}
