using System.Diagnostics;
using System.Text;
using PatchScribe.Archive;
using PatchScribe.Archive.Intake;
using PatchScribe.Archive.Remote;
using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using static PatchScribe.Tests.Archive.FakeImapServer;

namespace PatchScribe.Tests.Archive;

/// <summary>Reading over IMAP from a server that may be broken or hostile; a real one is read in the end-to-end tests.</summary>
public sealed class ImapIntakeTests : IDisposable
{
    private const string Secret = "kept to itself";
    private const string Silence = "silence";
    private const string Drip = "a byte now and then";

    /// <summary>What a server is waited for where it is no part of the test: a busy machine has it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);
    private readonly ArchiveFolder folder = new();
    private readonly FakeImapServer server = new();

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_folder_is_read_once_and_then_what_is_new()
    {
        Assert.Equal(3, Ingest().Added);
        Assert.Equal((0, 0), Counts(Ingest()));
        server.Mails[9] = ArchiveFolder.Letter("9@x", "new", "New.\n");
        Assert.Equal((1, 1), Counts(Ingest()));
        server.Validity++;
        var again = Ingest();
        Assert.Equal((4, 4), (again.Read, again.Known));
    }

    [Fact]
    public void Nothing_is_said_that_could_change_the_folder()
    {
        Ingest();
        Assert.Contains("EXAMINE INBOX", server.Commands);
        Assert.All(server.Commands, command => Assert.Matches("^(CAPABILITY|AUTHENTICATE|NAMESPACE|LIST|EXAMINE|UID SEARCH|UID FETCH [0-9:,]+ \\((UID )?(RFC822.SIZE|BODY.PEEK\\[\\])|LOGOUT)", command));
    }

    [Theory]
    [InlineData("plain", "AUTHENTICATE PLAIN AG1hcmEAa2VwdCB0byBpdHNlbGY=")]
    [InlineData("login", "LOGIN mara \"kept to itself\"")]
    [InlineData("xoauth2", "AUTHENTICATE XOAUTH2 dXNlcj1tYXJhAWF1dGg9QmVhcmVyIGtlcHQgdG8gaXRzZWxmAQE=")]
    public void The_method_is_the_one_that_is_configured(string method, string command)
    {
        Ingest(method: method);
        Assert.Contains(command, server.Commands);
    }

    [Theory]
    [InlineData("AUTHENTICATE", "does not let mara in")]
    [InlineData("EXAMINE", "refuses to open INBOX")]
    [InlineData("UID SEARCH", "refuses to list INBOX")]
    [InlineData("UID FETCH", "refuses to list INBOX")]
    public void A_refusal_is_said_without_the_secret(string command, string said)
    {
        server.Instead = (command, (stream, tag) => SendAsync(stream, $"{tag} NO no {(command == "AUTHENTICATE" ? Secret : "")}\r\n"));
        var failure = Assert.Throws<InputException>(() => Ingest());
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_nobody_vouches_for_is_not_told_the_secret()
    {
        Assert.Contains("no certificate that is trusted", Assert.Throws<InputException>(() => Ingest(trusted: false)).Message, StringComparison.Ordinal);
        using var other = new FakeImapServer();
        Assert.Contains("no certificate that is trusted", Assert.Throws<InputException>(() => Ingest(caFile: other.WriteCertificate(folder.PathOf("other.pem")))).Message, StringComparison.Ordinal);
        Assert.Empty(server.Commands);
    }

    /// <summary>What a server may do in the middle of sending mail; the mail before it stays, and the next ingest goes on behind it.</summary>
    public static TheoryData<string> Attacks => [.. Broken.Keys];

    private static readonly Dictionary<string, Func<Stream, string, Task>> Broken = new()
    {
        ["truncated literal"] = async (stream, _) =>
        {
            await SendAsync(stream, "* 2 FETCH (UID 3 BODY[] {500}\r\nSubject: cut\r\n");
            stream.Close();
        },
        ["endless line"] = (stream, _) => RepeatAsync(stream, "* OK " + new string('x', 4000)),
        ["endless responses"] = (stream, _) => RepeatAsync(stream, "* 1 EXISTS\r\n"),
        ["huge literal"] = async (stream, _) =>
        {
            await SendAsync(stream, "* 2 FETCH (UID 3 BODY[] {4294967295}\r\n");
            await RepeatAsync(stream, new string('x', 4000));
        },
        ["literal longer than any"] = (stream, _) => SendAsync(stream, "* 2 FETCH (UID 3 BODY[] {99999999999999999999}\r\n"),
        ["wrong tag"] = (stream, _) => SendAsync(stream, "Z99999999 OK done\r\n"),
        ["no protocol at all"] = (stream, _) => SendAsync(stream, "HTTP/1.1 400 Bad Request\r\n\r\n"),
        ["deep parentheses"] = (stream, _) => RepeatAsync(stream, "* 2 FETCH (" + new string('(', 4000)),
        ["BYE in the middle"] = async (stream, _) =>
        {
            await SendAsync(stream, "* BYE going down\r\n");
            stream.Close();
        },
        [Silence] = (_, _) => Task.CompletedTask,
        [Drip] = async (stream, _) =>
        {
            while (true)
            {
                await SendAsync(stream, "*");
                await Task.Delay(100);
            }
        },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_hostile_server_costs_little_and_loses_nothing(string attack)
    {
        server.Instead = ("UID FETCH 3 (", Broken[attack]);
        var watch = Stopwatch.StartNew();
        Assert.Contains("localhost", Assert.Throws<InputException>(() => Ingest(wait: attack is Silence or Drip ? Short : Patience)).Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Equal("1@x", folder.Search("text"));
        server.Instead = null;
        Assert.Equal((2, 2), Counts(Ingest()));
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void So_does_one_that_attacks_from_the_start(string attack)
    {
        foreach (var command in (string[])["CAPABILITY", "UID SEARCH"])
        {
            server.Instead = (command, Broken[attack]);
            Assert.Contains("localhost", Assert.Throws<InputException>(() => Ingest(wait: Short)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_mail_that_is_withheld_or_too_large_or_none_is_said()
    {
        var listed = false;
        server.Instead = ("UID FETCH", AnswerAsync);
        var counts = Ingest(batch: 1 << 20);
        Assert.Equal([DiagnosticIds.MailTooLarge, DiagnosticIds.ArchiveMailNotSent, DiagnosticIds.MailNotMail], counts.Diagnostics.Select(one => one.Id));
        Assert.Equal((0, 3), (counts.Read, counts.Skipped));

        Task AnswerAsync(Stream stream, string tag)
        {
            var answer = listed ? "* 3 FETCH (UID 4 BODY[] {16}\r\nno header at all)\r\n"
                : "* 1 FETCH (UID 1 RFC822.SIZE 99999999)\r\n* 2 FETCH (UID 3 RFC822.SIZE 100)\r\n* 3 FETCH (UID 4 RFC822.SIZE 16)\r\n";
            listed = true;
            return SendAsync(stream, $"{answer}{tag} OK done\r\n");
        }
    }

    [Theory]
    [InlineData("imaps://mara@host", "imaps://mara@host/INBOX")]
    [InlineData("imaps://mara%40example.org@Host:993/Lists/kvm%20arm", "imaps://mara%40example.org@host/Lists%2Fkvm%20arm")]
    [InlineData("imap://mara@host:1143/INBOX", "imap://mara@host:1143/INBOX")]
    public void A_folder_is_written_one_way(string url, string written) => Assert.Equal(written, ImapAddress.Parse(url).ToString());

    [Theory]
    [InlineData("imaps://host/INBOX", "needs a user")]
    [InlineData("imaps://", "needs a user")]
    [InlineData("imaps://mara:pass@host/", "a password in a URL")]
    [InlineData("imaps://nobody@host/", "no account of nobody on host")]
    public void A_mistake_is_said(string url, string said) =>
        Assert.Contains(said, Assert.Throws<InputException>(() => folder.Ingest(url, [new ImapAccount("mara", "host", "plain", null, () => Secret)])).Message, StringComparison.Ordinal);

    private IngestCounts Ingest(string method = "plain", bool trusted = true, string? caFile = null, long batch = 1, TimeSpan? wait = null)
    {
        var account = new ImapAccount("mara", "localhost", method, caFile ?? (trusted ? server.WriteCertificate(folder.PathOf("ca.pem")) : null), () => Secret);
        using var file = ArchiveFile.Open(folder.ArchivePath, create: true);
        var limits = new ImapLimits { AnswerBytes = 256 << 10, BatchBytes = batch, Wait = wait ?? Patience, BytesPerSecond = 1 << 20 };
        return new Ingestor(file, _ => { }).Ingest([new ImapIntake(server.Address, account, limits)]);
    }

    private static (int Read, int Added) Counts(IngestCounts counts) => (counts.Read, counts.Added);

    private static async Task RepeatAsync(Stream stream, string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        for (var i = 0; i < 1 << 20; i++)
        {
            await stream.WriteAsync(bytes);
        }
    }
}
