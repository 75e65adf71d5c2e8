using PatchScribe.Archive.Remote;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>Finds the mailboxes that a path names: the repositories of a public-inbox, a Maildir with its subfolders, files, a tree of these; a thread on the web, or a folder of an IMAP server.</summary>
internal static class IntakeFinder
{
    /// <summary>The mailboxes in the order of their names; a path that is not there is the user's mistake.</summary>
    public static IReadOnlyList<IMailIntake> Find(string path, IReadOnlyList<ImapAccount> accounts)
    {
        if (ImapAddress.Is(path))
        {
            return [OfServer(ImapAddress.Parse(path), accounts)];
        }

        if (WebThread.IsUrl(path))
        {
            return [new WebIntake(path, WebLimits.Usual)];
        }

        if (File.Exists(path))
        {
            return [new MboxIntake(path)];
        }

        if (!Directory.Exists(path))
        {
            throw new InputException($"no such file: {path}", "give the path of an mbox, a Maildir or a public-inbox, or a URL");
        }

        var found = new List<IMailIntake>();
        var open = new Stack<(string Path, int Depth)>([(path, 0)]);
        while (open.TryPop(out var next))
        {
            foreach (var child in Look(next.Path, next.Depth, found))
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return found.Count > 0 ? found : throw new InputException($"{path} holds no mail", "give an mbox, a Maildir or a public-inbox");
    }

    private static ImapIntake OfServer(ImapAddress address, IReadOnlyList<ImapAccount> accounts) =>
        accounts.FirstOrDefault(account => account.User == address.User && account.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new ImapIntake(address, known, new ImapLimits())
            : throw new InputException($"no account of {address.User} on {address.Host} is configured", "docs/archive.md says how: its secret comes from a command or a file, never from the command line");

    /// <summary>Takes what a folder holds; returns the folders to look into, last name first.</summary>
    private static IEnumerable<string> Look(string folder, int depth, List<IMailIntake> found)
    {
        if (PublicInbox.Find(folder) is { } inbox)
        {
            found.AddRange(inbox.Repositories.Select(repository => new InboxIntake(repository)));
            return [];
        }

        if (PublicInbox.IsRepository(folder) || depth > MailLimits.FolderDepth)
        {
            return [];
        }

        var isMaildir = Maildir.Is(folder);
        if (isMaildir)
        {
            found.Add(new MaildirIntake(folder));
        }
        else
        {
            found.AddRange(Directory.EnumerateFiles(folder).Where(file => !Path.GetFileName(file).StartsWith('.') && new FileInfo(file).Length > 0)
                .Order(StringComparer.Ordinal).Select(file => new MboxIntake(file)));
        }

        return new DirectoryInfo(folder).EnumerateDirectories()
            .Where(child => child.LinkTarget is null && (isMaildir ? !Maildir.IsPartName(child.Name) && Maildir.Is(child.FullName) : !child.Name.StartsWith('.') || Maildir.Is(child.FullName)))
            .Select(child => child.FullName).OrderDescending(StringComparer.Ordinal);
    }
}
