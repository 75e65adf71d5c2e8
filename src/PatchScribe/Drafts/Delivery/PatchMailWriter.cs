using System.Text;
using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Drafts.Delivery;

/// <summary>What a patch mail is made of beside its draft: author, date, subject brackets without them ("PATCH v3 2/4"), notes below <c>---</c>, diff.</summary>
public sealed record PatchMail(CommitLogDraft Draft, MailAddress Author, DateTimeOffset? Date, string Tag, string Notes, string Diff);

/// <summary>Writes a patch with its new log as git-format-patch(1) does: an mbox entry that git-am(1) applies.</summary>
public static partial class PatchMailWriter
{
    /// <summary>The mbox entry of one patch.</summary>
    public static string Write(PatchMail patch)
    {
        var mail = new StringBuilder("From " + (patch.Draft.Commit ?? new string('0', 40)) + " Mon Sep 17 00:00:00 2001\n");
        MailText.Addresses(mail, "From", [patch.Author]);
        if (patch.Date is { } date)
        {
            mail.Append("Date: ").Append(MailText.Date(date)).Append('\n');
        }

        MailText.Field(mail, "Subject", $"[{patch.Tag}] {patch.Draft.Subject}");
        mail.Append("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n");
        var text = patch.Draft.Text;
        var body = text.StartsWith(patch.Draft.Subject, StringComparison.Ordinal) ? text[patch.Draft.Subject.Length..].Trim('\n') : text.TrimEnd('\n');
        foreach (var line in body.Split('\n'))
        {
            mail.Append(Separator().IsMatch(line) ? ">" : "").Append(line).Append('\n');
        }

        mail.Append("---\n");
        mail.Append(patch.Notes.Length > 0 ? $"\n{patch.Notes}\n\n" : "\n");
        mail.Append(patch.Diff.TrimEnd('\n')).Append("\n-- \npatchscribe\n\n");
        return mail.ToString();
    }

    /// <summary>What git-mailsplit(1) would take for the beginning of a mail: "From ", then a time and a year.</summary>
    [GeneratedRegex(@"^>*From .* \d{1,2}:\d\d(:\d\d)? .*\d{4}", RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();
}
