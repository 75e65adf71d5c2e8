using System.Diagnostics;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

/// <summary>Directories of mail: Maildir, public-inbox repositories made by real git, and trees of both.</summary>
public sealed class SourceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_maildir_is_read_in_the_order_of_delivery_without_tmp()
    {
        Maildir("inbox");
        var reading = MailReader.ReadAll(Path.Combine(folder, "inbox"));
        Assert.Equal(["1@example.org", "2@example.org", "3@example.org"], Mails.Ids(reading));
        Assert.Equal([DiagnosticIds.MailNotMail], reading.Diagnostics.Select(one => one.Id));
    }

    [Fact]
    public void A_tree_gives_every_mail_once_and_names_what_is_none()
    {
        Maildir("a/inbox");
        Maildir("a/inbox/.sub");
        Write("b/one.eml", Mails.Simple(4));
        Write("b/two.txt", $"From x Mon May 11 09:00:00 2026\n{Mails.Simple(5)}\nFrom x Mon May 11 09:00:00 2026\n{Mails.Simple(6)}");
        Write("c/notes.txt", "Bo wrote:\nnothing\n");
        Write("c/page.html", "<html></html>");
        Write("c/empty", "");
        Directory.CreateSymbolicLink(Path.Combine(folder, "c", "loop"), folder);
        var reading = MailReader.ReadAll(folder);
        Assert.Equal([1, 2, 3, 1, 2, 3, 4, 5, 6], reading.Messages.Select(message => int.Parse(message.MessageId.Split('@')[0])));
        Assert.Equal((9, 5), (reading.Read, reading.Skipped));
    }

    [Fact]
    public void An_inbox_of_two_epochs_gives_what_was_not_deleted()
    {
        Epoch("v2/git/0.git", ("m", 1), ("m", 2), ("m", 3), ("d", 2));
        Epoch("v2/git/1.git", ("m", 4), ("d", 1), ("m", 5));
        Git(folder, "init", "-q", "--bare", "v2/all.git");
        Write("v2/all.git/objects/info/alternates", "../../git/0.git/objects\n../../git/1.git/objects\n");
        foreach (var path in new[] { "v2", "v2/git", "v2/all.git" })
        {
            Assert.Equal(["3@example.org", "4@example.org", "5@example.org"], Mails.Ids(MailReader.ReadAll(Path.Combine(folder, path))));
        }

        var epoch = MailReader.ReadAll(Path.Combine(folder, "v2", "git", "0.git"));
        Assert.Equal(["1@example.org", "3@example.org"], Mails.Ids(epoch));
        Assert.All(epoch.Messages, message => Assert.Equal(Mails.Simple(int.Parse(message.MessageId[..1])), Encoding.UTF8.GetString(message.Raw.Span)));
        Assert.Equal(40, epoch.Messages[0].ObjectId!.Length);
    }

    [Fact]
    public void A_mail_added_again_after_its_deletion_is_there()
    {
        Epoch("again.git", ("m", 1), ("d", 1), ("m", 2), ("m", 1));
        Assert.Equal(["2@example.org", "1@example.org"], Mails.Ids(MailReader.ReadAll(Path.Combine(folder, "again.git"))));
    }

    [Fact]
    public void A_v1_inbox_gives_what_its_tree_holds()
    {
        Git(folder, "init", "-q", "v1");
        var work = Path.Combine(folder, "v1");
        foreach (var n in new[] { 1, 2, 3 })
        {
            Write($"v1/{n}a/{new string('b', 38)}", Mails.Simple(n));
            Commit(work);
        }

        File.Delete(Path.Combine(work, "2a", new string('b', 38)));
        Commit(work);
        Assert.Equal(["1@example.org", "3@example.org"], Mails.Ids(MailReader.ReadAll(Path.Combine(work, ".git"))));
    }

    [Fact]
    public void A_repository_of_code_is_no_mail()
    {
        Git(folder, "init", "-q", "code");
        Write("code/main.c", "int main;\n");
        Commit(Path.Combine(folder, "code"));
        Assert.Contains("holds no mail", Assert.Throws<InputException>(() => MailReader.ReadAll(Path.Combine(folder, "code"))).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "nothing"));
        Assert.Throws<InputException>(() => MailReader.ReadAll(Path.Combine(folder, "nothing")));
    }

    [Fact]
    public void Folders_below_the_limit_are_not_read_and_said()
    {
        static string Path(int depth) => string.Join('/', Enumerable.Repeat("d", depth));
        Write($"{Path(MailLimits.FolderDepth)}/last.eml", Mails.Simple(1));
        Write($"{Path(MailLimits.FolderDepth + 1)}/hidden.eml", Mails.Simple(2));
        Write("first.eml", Mails.Simple(3));
        var reading = MailReader.ReadAll(folder);
        Assert.Equal(["1@example.org", "3@example.org"], Mails.Ids(reading).Order());
        Assert.Equal([DiagnosticIds.MailFolderTooDeep], reading.Diagnostics.Select(one => one.Id));
    }

    [Fact]
    public void What_cannot_be_opened_is_one_item_skipped()
    {
        Maildir("inbox");
        Write("one.eml", Mails.Simple(7));
        File.CreateSymbolicLink(Path.Combine(folder, "gone.eml"), Path.Combine(folder, "nowhere"));
        File.CreateSymbolicLink(Path.Combine(folder, "inbox", "cur", "150.x"), Path.Combine(folder, "nowhere"));
        var reading = MailReader.ReadAll(folder);
        Assert.Equal(["1@example.org", "2@example.org", "3@example.org", "7@example.org"], Mails.Ids(reading).Order());
        Assert.Equal(["gone.eml", "150.x"], reading.Diagnostics.Where(one => one.Id == DiagnosticIds.MailUnreadable).Select(one => Path.GetFileName(one.Source)));
    }

    [Fact]
    public void A_mail_that_its_repository_lacks_is_said_and_its_neighbours_are_read()
    {
        Epoch("lacks.git", ("m", 1), ("m", 2), ("m", 3));
        var lost = MailReader.ReadAll(Path.Combine(folder, "lacks.git")).Messages[1].ObjectId!;
        File.Delete(Path.Combine(folder, "lacks.git", "objects", lost[..2], lost[2..]));
        var reading = MailReader.ReadAll(Path.Combine(folder, "lacks.git"));
        Assert.Equal(["1@example.org", "3@example.org"], Mails.Ids(reading));
        Assert.Equal([DiagnosticIds.MailObjectMissing], reading.Diagnostics.Select(one => one.Id));
    }

    [Fact]
    public void Reading_may_stop_early()
    {
        Epoch("early.git", [.. Enumerable.Range(1, 9).Select(n => ("m", n))]);
        Assert.Equal("1@example.org", MailReader.Enumerate(Path.Combine(folder, "early.git")).First().Message!.MessageId);
    }

    private void Maildir(string name)
    {
        Write($"{name}/cur/100.a:2,S", Mails.Simple(1));
        Write($"{name}/cur/300.c:2,RS", Mails.Simple(3));
        Write($"{name}/new/200.b", "From x Mon May 11 09:00:00 2026\n" + Mails.Simple(2));
        Write($"{name}/new/400.d", "no mail\n");
        Write($"{name}/tmp/500.e", Mails.Simple(5));
    }

    /// <summary>One commit a step: m adds mail n, d deletes it, as public-inbox does.</summary>
    private void Epoch(string name, params (string Path, int Mail)[] steps)
    {
        var work = Path.Combine(folder, "work" + name.Replace('/', '-'));
        Directory.CreateDirectory(work);
        Git(work, "init", "-q");
        foreach (var (path, mail) in steps)
        {
            File.Delete(Path.Combine(work, "m"));
            File.Delete(Path.Combine(work, "d"));
            File.WriteAllText(Path.Combine(work, path), Mails.Simple(mail));
            Commit(work);
        }

        Git(folder, "clone", "-q", "--bare", work, name);
        Directory.Delete(work, recursive: true);
    }

    private static void Commit(string work)
    {
        Git(work, "add", "-A");
        Git(work, "-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", "commit", "-q", "-m", "mail");
    }

    private static void Git(string directory, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", directory, .. arguments]))!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
