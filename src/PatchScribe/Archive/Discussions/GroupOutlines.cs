using PatchScribe.Archive.Storage;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>What a group's discussions are tied from: a mail of the archive with its outline.</summary>
internal readonly record struct OutlinedMail(string MessageId, string Subject, DateTimeOffset? Date, byte[] Outline);

/// <summary>Reads the outlines of a group, and ties them into discussions.</summary>
internal sealed class GroupOutlines(ArchiveFile file)
{
    /// <summary>The mails of a group.</summary>
    public List<OutlinedMail> Of(long group)
    {
        var mails = new List<OutlinedMail>();
        var rows = file.Statement("SELECT mid, subject, date, data FROM message JOIN outline ON outline.message = message.id WHERE grp=?").Bind(1, group);
        while (rows.Step())
        {
            mails.Add(new OutlinedMail(rows.Text(0), rows.Text(1), rows.IsNull(2) ? null : DateTimeOffset.FromUnixTimeSeconds(rows.Integer(2)), rows.Bytes(3)));
        }

        return mails;
    }

    /// <summary>The discussions of these mails, whose bodies are what <see cref="MailOutline"/> keeps of them.</summary>
    public static IReadOnlyList<Discussion> Build(List<OutlinedMail> mails) =>
        DiscussionBuilder.Build([.. mails.Select(mail => MailOutline.Read(mail.MessageId, mail.Subject, mail.Date, mail.Outline))]);
}
