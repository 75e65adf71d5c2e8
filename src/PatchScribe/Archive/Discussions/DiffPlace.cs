using PatchScribe.Diffs;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>What is kept of the diff of a mail: its patch-id, and what stands behind it.</summary>
internal static class DiffPlace
{
    /// <summary>What stands this near to the end of a mail with a diff is kept: signature, <c>base-commit</c>.</summary>
    private const int TailLength = 4000;

    /// <summary>The signature and what follows it.</summary>
    public static ReadOnlySpan<char> Tail(string text, int diff)
    {
        var from = Math.Max(diff, text.Length - TailLength);
        var mark = text.IndexOf("\n-- \n", from, StringComparison.Ordinal);
        return mark < 0 ? [] : text.AsSpan(mark + 1);
    }

    /// <summary>The stable patch-id of the diff in the body or an attachment, or null.</summary>
    public static string? PatchIdOf(MailMessage mail)
    {
        var at = MailedPatchReader.DiffStart(mail.Body);
        if (at >= 0)
        {
            return PatchId.Stable(mail.Body.AsSpan(at));
        }

        foreach (var part in mail.Parts)
        {
            if (part.Text is { } text && !ReferenceEquals(text, mail.Body) && MailedPatchReader.DiffStart(text) is var found and >= 0)
            {
                return PatchId.Stable(text.AsSpan(found));
            }
        }

        return null;
    }
}
