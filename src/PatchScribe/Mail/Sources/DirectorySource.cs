using PatchScribe.Diagnostics;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Reads a directory: a Maildir, a public-inbox, or a tree of such things, mailboxes and messages, in the order of their
/// names. What is no mail is skipped and named; links to directories are not followed.
/// </summary>
internal static class DirectorySource
{
    /// <summary>Everything below a directory.</summary>
    public static IEnumerable<RawMail> Read(string root)
    {
        var open = new Stack<(string Path, bool IsFolder, int Depth)>([(root, true, 0)]);
        while (open.TryPop(out var next))
        {
            if (!next.IsFolder)
            {
                foreach (var mail in SkipsErrors(OfFile(next.Path), next.Path))
                {
                    yield return mail;
                }
            }
            else if (next.Depth > MailLimits.FolderDepth)
            {
                yield return RawMail.Skip(DiagnosticIds.MailFolderTooDeep, $"folders nest deeper than {MailLimits.FolderDepth}", next.Path);
            }
            else
            {
                var isRoot = next.Depth == 0;
                foreach (var mail in isRoot ? OfFolder(next.Path) : SkipsErrors(OfFolder(next.Path), next.Path))
                {
                    yield return mail;
                }

                foreach (var child in Children(next.Path).Reverse())
                {
                    open.Push((child.FullName, child is DirectoryInfo, next.Depth + 1));
                }
            }
        }
    }

    /// <summary>The mails that a folder holds as a mailbox of its own kind; none for a plain folder.</summary>
    private static IEnumerable<RawMail> OfFolder(string path) =>
        Maildir.Is(path) ? Maildir.Read(path)
        : PublicInbox.Find(path) is { } inbox ? inbox.Read()
        : [];

    /// <summary>The files and folders to look into; of a Maildir its subfolders, of a repository none.</summary>
    private static IEnumerable<FileSystemInfo> Children(string path)
    {
        if (PublicInbox.IsRepository(path) || PublicInbox.Find(path) is not null)
        {
            return [];
        }

        var isMaildir = Maildir.Is(path);
        return new DirectoryInfo(path).EnumerateFileSystemInfos("*", Listing)
            .Where(child => child is DirectoryInfo
                ? !child.Attributes.HasFlag(FileAttributes.ReparsePoint) && !(isMaildir && Maildir.IsPartName(child.Name)) && IsWanted(child)
                : !isMaildir && !child.Name.StartsWith('.'))
            .OrderBy(child => child.FullName, StringComparer.Ordinal);
    }

    private static EnumerationOptions Listing => new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Hidden folders belong to programs, unless they are folders of a Maildir.</summary>
    private static bool IsWanted(FileSystemInfo folder) => !folder.Name.StartsWith('.') || Maildir.Is(folder.FullName);

    private static IEnumerable<RawMail> OfFile(string path)
    {
        // A pipe or device in a tree has no length; opening it could wait for ever.
        if (new FileInfo(path).Length == 0)
        {
            throw new InputException($"{path} is empty", "remove it, or give the files that hold mail");
        }

        using var stream = File.OpenRead(path);
        foreach (var mail in StreamSource.Read(stream, path, takesPages: false))
        {
            yield return mail;
        }
    }

    /// <summary>In a tree, what cannot be read is one item skipped.</summary>
    private static IEnumerable<RawMail> SkipsErrors(IEnumerable<RawMail> mails, string path)
    {
        using var each = mails.GetEnumerator();
        while (true)
        {
            RawMail? failure = null;
            var more = false;
            try
            {
                more = each.MoveNext();
            }
            catch (InputException e)
            {
                failure = RawMail.Skip(DiagnosticIds.MailNotMail, e.Message, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failure = RawMail.Skip(DiagnosticIds.MailUnreadable, e.Message, path);
            }

            if (failure is { } skipped)
            {
                yield return skipped;
            }

            if (!more)
            {
                yield break;
            }

            yield return each.Current;
        }
    }
}
