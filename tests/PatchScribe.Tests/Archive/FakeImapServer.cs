using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PatchScribe.Archive.Remote;

namespace PatchScribe.Tests.Archive;

/// <summary>
/// An IMAP server of a folder with three mails that answers one command as a test wants, and every other as it should. It keeps the
/// commands that it was given.
/// </summary>
internal sealed class FakeImapServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate = TestCertificate.Make();
    private readonly CancellationTokenSource stop = new();

    public FakeImapServer()
    {
        listener.Start();
        _ = Task.Run(ServeAsync);
    }

    /// <summary>Commands without their tags.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>The mails by UID; none with UID 2.</summary>
    public SortedDictionary<uint, string> Mails { get; } = new() { [1] = Mail(1), [3] = Mail(3), [4] = Mail(4) };

    public uint Validity { get; set; } = 7;

    /// <summary>The start of the command that is answered in another way, and how: the stream, and the tag.</summary>
    public (string Command, Func<Stream, string, Task> Answer)? Instead { get; set; }

    public ImapAddress Address => new("mara", "localhost", ((IPEndPoint)listener.LocalEndpoint).Port, "INBOX", StartTls: false);

    /// <summary>The certificate as a PEM file.</summary>
    public string WriteCertificate(string path)
    {
        File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        certificate.Dispose();
        stop.Dispose();
    }

    public static Task SendAsync(Stream stream, string text) => stream.WriteAsync(Encoding.Latin1.GetBytes(text)).AsTask();

    private static string Mail(int n) => ArchiveFolder.Letter($"{n}@x", $"mail {n}", $"Text of mail {n}.\n", n).Replace("\n", "\r\n", StringComparison.Ordinal);

    private async Task ServeAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stop.Token);
            _ = Task.Run(() => ServeAsync(client));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var stream = new SslStream(client.GetStream()))
        {
            try
            {
                await stream.AuthenticateAsServerAsync(certificate);
                await SendAsync(stream, "* OK ready\r\n");
                using var reader = new StreamReader(stream, Encoding.Latin1);
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    var (tag, command) = (line.Split(' ', 2)[0], line.Split(' ', 2)[^1]);
                    Commands.Enqueue(command);
                    if (Instead is { } instead && command.StartsWith(instead.Command, StringComparison.Ordinal))
                    {
                        await instead.Answer(stream, tag);
                    }
                    else
                    {
                        await SendAsync(stream, $"{Answer(command)}{tag} OK {(command.StartsWith("EXAMINE", StringComparison.Ordinal) ? "[READ-ONLY] " : "")}done\r\n");
                    }
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client has seen enough, or the test is over.
            }
        }
    }

    private string Answer(string command) =>
        command.StartsWith("CAPABILITY", StringComparison.Ordinal) ? "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2\r\n"
        : command.StartsWith("LIST \"\" \"\"", StringComparison.Ordinal) ? "* LIST (\\Noselect) \"/\" \"\"\r\n"
        : command.StartsWith("LIST \"\" INBOX", StringComparison.Ordinal) ? "* LIST () \"/\" INBOX\r\n"
        : command.StartsWith("EXAMINE", StringComparison.Ordinal) ? $"* FLAGS (\\Seen)\r\n* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY {Validity}] v\r\n* OK [UIDNEXT 5] n\r\n"
        : command.StartsWith("UID SEARCH", StringComparison.Ordinal) ? $"* SEARCH {string.Join(' ', Mails.Keys)}\r\n"
        : command.StartsWith("UID FETCH", StringComparison.Ordinal) && command.Contains("RFC822.SIZE", StringComparison.Ordinal) ? string.Concat(Mails.Select((mail, i) => $"* {i + 1} FETCH (UID {mail.Key} RFC822.SIZE {mail.Value.Length})\r\n"))
        : command.StartsWith("UID FETCH", StringComparison.Ordinal) ? string.Concat(Mails.Select((mail, i) => Asks(command, mail.Key) ? $"* {i + 1} FETCH (UID {mail.Key} BODY[] {{{mail.Value.Length}}}\r\n{mail.Value})\r\n" : ""))
        : command == "LOGOUT" ? "* BYE see you\r\n"
        : "";

    /// <summary>True when a set such as <c>1,3:4</c> holds a UID.</summary>
    private static bool Asks(string command, uint uid) => command.Split(' ')[2].Split(',').Select(range => range.Split(':').Select(uint.Parse).ToArray()).Any(range => uid >= range[0] && uid <= range[^1]);
}
