using PatchScribe.Archive;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Cli.Archives;

/// <summary>
/// A SOURCE that is a Message-ID, with or without angle brackets: the whole discussion from the archive, all versions; what it does not
/// know is fetched when <c>PATCHSCRIBE_INBOX</c> names a public-inbox on the web. Or the URL of a message there, or of an IMAP folder.
/// </summary>
internal static class ArchiveSource
{
    /// <summary>True for a URL, and for what has the form of a Message-ID (RFC 5322 section 3.6.4) and names no file.</summary>
    public static bool Is(string source)
    {
        var id = Bare(source);
        return MailArchive.IsUrl(source) || id.Length < source.Length
            || (id.IndexOf('@', StringComparison.Ordinal) > 0 && !id.Any(char.IsWhiteSpace) && !Path.Exists(source));
    }

    /// <summary>The mails of the discussion.</summary>
    public static MailReading Read(string source)
    {
        if (MailArchive.IsUrl(source))
        {
            return MailArchive.Fetch(source, ImapAccounts.Read());
        }

        var (id, path) = (Bare(source), ArchiveOptions.PathOf(null));
        if (File.Exists(path) && FromArchive(id, path) is { } found)
        {
            return found;
        }

        if (Environment.GetEnvironmentVariable("PATCHSCRIBE_INBOX") is { Length: > 0 } inbox)
        {
            return MailArchive.Fetch(MailArchive.PageOf(inbox, id), []);
        }

        throw File.Exists(path)
            ? new InputException($"the archive {path} does not know <{id}>", $"ingest its list again, or fetch the thread with b4 mbox {id}")
            : new InputException($"there is no archive to look up <{id}>, and no file of that name", $"fetch the thread with b4 mbox {id}, or ingest its list with patchscribe ingest");
    }

    private static MailReading? FromArchive(string id, string path)
    {
        using var archive = MailArchive.Open(path);
        return archive.ReadDiscussion([id]);
    }

    /// <summary>Completes a single mail to its discussion when an archive knows it, or a mail that it answers.</summary>
    public static MailReading Complete(MailReading reading)
    {
        var path = ArchiveOptions.PathOf(null);
        if (reading.Messages is not [{ Synthetic: false, Pasted: false } mail] || !File.Exists(path))
        {
            return reading;
        }

        using var archive = MailArchive.Open(path);
        string[] ids = [mail.MessageId, .. mail.InReplyTo is { } answered ? [answered] : Array.Empty<string>(), .. mail.References.Reverse()];
        return archive.ReadDiscussion(ids) is not { } found ? reading
            : found.Messages.Any(message => message.MessageId == mail.MessageId) ? found with { Diagnostics = [.. reading.Diagnostics, .. found.Diagnostics] }
            : found with { Messages = [.. found.Messages, mail], Read = found.Read + 1, Diagnostics = [.. reading.Diagnostics, .. found.Diagnostics] };
    }

    private static string Bare(string source) => source.StartsWith('<') && source.EndsWith('>') ? source[1..^1] : source;
}
