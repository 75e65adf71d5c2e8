using PatchScribe.Diagnostics;

namespace PatchScribe.Mail.Sources;

/// <summary>Reads a Maildir (maildir(5)): every file of <c>cur</c> and <c>new</c> is one message; flags mean nothing, <c>tmp</c> is left alone.</summary>
internal static class Maildir
{
    private const string Current = "cur";
    private const string Unseen = "new";

    /// <summary>True for a folder that holds <c>cur</c> and <c>new</c>.</summary>
    public static bool Is(string path) => Directory.Exists(Path.Combine(path, Current)) && Directory.Exists(Path.Combine(path, Unseen));

    /// <summary>True for a subfolder that is the Maildir itself rather than a mailbox in it.</summary>
    public static bool IsPartName(string name) => name is Current or Unseen or "tmp";

    /// <summary>The messages in the order of their file names, which begin with the time of delivery.</summary>
    public static IEnumerable<RawMail> Read(string path)
    {
        foreach (var file in Files(path))
        {
            yield return ReadOne(file);
        }
    }

    /// <summary>The messages whose file names are not known, each with its name, and how many of them there are.</summary>
    public static (int Count, IEnumerable<(string Name, RawMail Mail)> Mails) ReadExcept(string path, Func<string, bool> isKnown)
    {
        var files = Files(path).Where(file => !isKnown(file.Name)).ToList();
        return (files.Count, files.Select(file => (file.Name, ReadOne(file))));
    }

    private static IEnumerable<FileInfo> Files(string path) => new[] { Current, Unseen }
        .SelectMany(part => new DirectoryInfo(Path.Combine(path, part)).EnumerateFiles())
        .Where(file => !file.Name.StartsWith('.'))
        .OrderBy(file => file.Name, StringComparer.Ordinal).ThenBy(file => file.FullName, StringComparer.Ordinal);

    private static RawMail ReadOne(FileInfo file)
    {
        try
        {
            if (file.Length > MailLimits.MessageBytes)
            {
                return RawMail.Skip(DiagnosticIds.MailTooLarge, $"message of {file.Length} bytes skipped, the limit is {MailLimits.MessageBytes}", file.FullName);
            }

            var bytes = file.Length == 0 ? [] : File.ReadAllBytes(file.FullName);
            return SourceSniffer.Kind(bytes) == SourceKind.Mail
                ? new RawMail(bytes, file.FullName, 1)
                : RawMail.Skip(DiagnosticIds.MailNotMail, "no mail: it has no header fields", file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return RawMail.Skip(DiagnosticIds.MailUnreadable, e.Message, file.FullName);
        }
    }
}
