using System.Diagnostics;
using System.Globalization;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>The tool reads a folder of a real IMAP server.</summary>
public sealed class ImapTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [NeedsDovecotFact]
    public void A_folder_is_read_by_every_method_and_only_what_is_new()
    {
        using var server = new DovecotServer(folder);
        foreach (var (i, method) in ((string[])["plain", "login", "xoauth2"]).Index())
        {
            server.Deliver(i, Mail(i));
            Configure(method, server.Certificate, $"secret-command: [cat, '{WriteSecret(method == "xoauth2" ? DovecotServer.Token() : DovecotServer.Password)}']");
            Assert.Contains($": 1 read, 1 new, ", Ingest(Url(server)).Output, StringComparison.Ordinal);
        }

        Assert.Contains(": 0 read, 0 new, ", Ingest(Url(server)).Output, StringComparison.Ordinal);
        Assert.Contains("3 read, 0 new, 3 copies", Ingest($"imap://mara%40example.org@localhost:{server.StartTlsPort}").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(server.Mailbox("cur")), file => file.EndsWith('S'));

        File.Delete(server.Mailbox("dovecot-uidlist"));
        File.Delete(server.Mailbox("dovecot-uidvalidity"));
        foreach (var file in Directory.GetFiles(server.Mailbox(""), "dovecot*"))
        {
            File.Delete(file);
        }

        Assert.Contains("3 read, 0 new, 0 copies, 3 known", Ingest(Url(server)).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("archive", "check", "--archive", "a.sqlite").Exit);
    }

    [NeedsDovecotFact]
    public void A_folder_is_a_source_without_an_archive()
    {
        using var server = new DovecotServer(folder);
        server.Deliver(1, Mail(1));
        Configure("plain", server.Certificate, $"secret-file: '{WriteSecret(DovecotServer.Password)}'");
        Assert.Contains("Text of mail 1.", Run("show", Url(server)).Output, StringComparison.Ordinal);
        Assert.Contains("no folder Lists", Run("show", Url(server).Replace("INBOX", "Lists", StringComparison.Ordinal)).Errors, StringComparison.Ordinal);
    }

    [NeedsDovecotFact]
    public void What_is_wrong_is_said_and_the_secret_is_not()
    {
        using var server = new DovecotServer(folder);
        const string Wrong = "not the password";
        Configure("plain", server.Certificate, $"secret-file: '{WriteSecret(Wrong)}'");
        Refused("does not let mara@example.org in");
        Configure("plain", null, $"secret-file: '{WriteSecret(DovecotServer.Password)}'");
        Refused("no certificate that is trusted");
        Configure("plain", server.Certificate, "secret-command: ['false']");
        Refused("ended with status 1");
        Configure("plain", server.Certificate, "secret-file: /nowhere/secret");
        Refused("the secret of mara@example.org on localhost cannot be had");

        void Refused(string said)
        {
            var run = Ingest(Url(server));
            Assert.Equal(2, run.Exit);
            Assert.Contains(said, run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(Wrong, run.Output + run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain(DovecotServer.Password, run.Output + run.Errors, StringComparison.Ordinal);
        }
    }

    [NeedsDovecotFact]
    public void Killed_it_goes_on_where_it_stopped()
    {
        const int Mails = 3000;
        using var server = new DovecotServer(folder);
        for (var i = 0; i < Mails; i++)
        {
            server.Deliver(i, Mail(i) + new string('x', 10_000).Insert(5000, "\n") + "\n");
        }

        Configure("plain", server.Certificate, $"secret-file: '{WriteSecret(DovecotServer.Password)}'");
        var start = new ProcessStartInfo(Tool.Command[0], [.. Tool.Command.Skip(1), "ingest", Url(server), "--archive", "a.sqlite"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["XDG_CONFIG_HOME"] = folder;
        using (var process = Process.Start(start)!)
        {
            while (!process.HasExited && Stored() == 0)
            {
                Thread.Sleep(5);
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        var before = Stored();
        Assert.InRange(before, 1, Mails - 1);
        Assert.Contains($": {Mails - before} read, {Mails - before} new, ", Ingest(Url(server)).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run("archive", "check", "--archive", "a.sqlite").Exit);
    }

    /// <summary>Mails that are durable in the archive.</summary>
    private int Stored()
    {
        if (!File.Exists(Path.Combine(folder, "a.sqlite")))
        {
            return 0;
        }

        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "a.sqlite")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name='message'";
        if (Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT count(*) FROM message";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static string Mail(int i) =>
        $"From: Mara <mara@example.org>\nSubject: mail {i}\nDate: Fri, 1 May 2026 10:00:00 +0000\nMessage-ID: <{i}@example.org>\n\nText of mail {i}.\n";

    private static string Url(DovecotServer server) => $"imaps://mara%40example.org@localhost:{server.Port}/INBOX";

    private string WriteSecret(string secret)
    {
        var path = Path.Combine(folder, "secret");
        File.WriteAllText(path, secret + "\n");
        return path;
    }

    private void Configure(string method, string? certificate, string secret)
    {
        Directory.CreateDirectory(Path.Combine(folder, "patchscribe"));
        File.WriteAllText(Path.Combine(folder, "patchscribe", "config.yml"),
            $"imap:\n  - user: mara@example.org\n    host: localhost\n    method: {method}\n    {secret}\n" + (certificate is null ? "" : $"    ca-file: {certificate}\n"));
    }

    private ToolRun Ingest(string url) => Run("ingest", url, "--archive", "a.sqlite");

    private ToolRun Run(params string[] command) => Tool.Start("env", folder, [$"XDG_CONFIG_HOME={folder}", .. Tool.Command, .. command]);
}
