using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Remote;

/// <summary>
/// One folder of an IMAP server, opened for reading only, through MailKit. What is said to the server (RFC 3501 and 9051):
/// CAPABILITY, STARTTLS, ID never, LOGIN or AUTHENTICATE PLAIN / XOAUTH2, NAMESPACE and LIST (to find the folder), EXAMINE, UID SEARCH,
/// UID FETCH of RFC822.SIZE and BODY.PEEK[], LOGOUT: nothing that changes a flag or a mail. Every failure is an <see cref="InputException"/>
/// that repeats nothing of what was sent to log in.
/// </summary>
internal sealed class ImapSession : IDisposable
{
    private readonly ImapAddress address;
    private readonly ImapLimits limits;
    private readonly ImapClient client = new() { CheckCertificateRevocation = false };
    private BudgetStream? stream;
    private ImapFolder? folder;

    /// <summary>Connects, logs in, opens the folder.</summary>
    public ImapSession(ImapAddress address, ImapAccount account, ImapLimits limits)
    {
        (this.address, this.limits) = (address, limits);
        try
        {
            client.ServerCertificateValidationCallback = CertificateCheck.For(account.CaFile);
            Ask("connect", limits.AnswerBytes, ConnectAsync);
            Ask("log in", limits.AnswerBytes, cancellation => LogInAsync(account, cancellation));
            folder = Ask("open", limits.AnswerBytes, ExamineAsync);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>UIDVALIDITY: as long as it is the same, a UID means the same mail.</summary>
    public uint Validity => folder!.UidValidity;

    /// <summary>The UIDs behind one, ascending.</summary>
    public IReadOnlyList<uint> After(uint last)
    {
        // n:* gives the newest mail even when its UID is less than n.
        var found = last == uint.MaxValue ? [] : Ask("list", limits.AnswerBytes, cancellation => folder!.SearchAsync(SearchQuery.Uids(new UniqueIdRange(new UniqueId(last + 1), UniqueId.MaxValue)), cancellation));
        return [.. found.Select(uid => uid.Id).Where(uid => uid > last).Distinct().Order()];
    }

    /// <summary>The sizes that the server names; a mail that is gone is not among them.</summary>
    public IReadOnlyDictionary<uint, long> Sizes(IReadOnlyList<uint> uids)
    {
        var request = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size);
        var sizes = new Dictionary<uint, long>();
        foreach (var mail in Ask("list", limits.AnswerBytes, cancellation => folder!.FetchAsync(Ids(uids), request, cancellation)))
        {
            if (mail.Size is { } size)
            {
                sizes[mail.UniqueId.Id] = size;
            }
        }

        return sizes;
    }

    /// <summary>The mails, which together have so many bytes; one that the server does not send is not among them.</summary>
    public IReadOnlyDictionary<uint, byte[]> Fetch(IReadOnlyList<uint> uids, long bytes)
    {
        var wanted = uids.ToHashSet();
        var mails = new Dictionary<uint, byte[]>();
        Ask("fetch", ImapLimits.BytesFor(bytes, uids.Count), async cancellation =>
        {
            await folder!.GetStreamsAsync(Ids(uids), TakeAsync, cancellation);
            return 0;
        });
        return mails;

        async Task TakeAsync(ImapFolder from, int index, UniqueId uid, Stream mail, CancellationToken cancellation)
        {
            if (wanted.Contains(uid.Id))
            {
                var target = new MemoryStream();
                await mail.CopyToAsync(target, cancellation);
                mails[uid.Id] = target.ToArray();
            }
        }
    }

    public void Dispose()
    {
        try
        {
            if (client.IsConnected)
            {
                Ask("leave", limits.AnswerBytes, async cancellation =>
                {
                    await client.DisconnectAsync(quit: true, cancellation);
                    return 0;
                });
            }
        }
        catch (InputException)
        {
            // All that was asked for is here.
        }

        client.Dispose();
        stream?.Dispose();
    }

    private static List<UniqueId> Ids(IReadOnlyList<uint> uids) => [.. uids.Select(uid => new UniqueId(uid))];

    private async Task<int> ConnectAsync(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, cancellation);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        stream = new BudgetStream(new NetworkStream(socket, ownsSocket: true), limits.Wait);
        stream.Allow(limits.AnswerBytes);
        await client.ConnectAsync(stream, address.Host, address.Port, address.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.SslOnConnect, cancellation);
        return 0;
    }

    private async Task<int> LogInAsync(ImapAccount account, CancellationToken cancellation)
    {
        var secret = account.Secret();
        if (account.Method == "login")
        {
            // Without a SASL mechanism the LOGIN command is left.
            client.AuthenticationMechanisms.Clear();
            await client.AuthenticateAsync(Encoding.UTF8, new NetworkCredential(address.User, secret), cancellation);
        }
        else
        {
            await client.AuthenticateAsync(account.Method == "xoauth2" ? new SaslMechanismOAuth2(address.User, secret) : new SaslMechanismPlain(address.User, secret), cancellation);
        }

        return 0;
    }

    private async Task<ImapFolder> ExamineAsync(CancellationToken cancellation)
    {
        var found = (ImapFolder)await client.GetFolderAsync(address.Folder, cancellation);
        await found.OpenAsync(FolderAccess.ReadOnly, cancellation);
        return found;
    }

    private T Ask<T>(string what, long bytes, Func<CancellationToken, Task<T>> command)
    {
        stream?.Allow(bytes);
        using var limit = new CancellationTokenSource(limits.Wait + TimeSpan.FromSeconds(what == "fetch" ? bytes / (double)limits.BytesPerSecond : 0));
        try
        {
            return command(limit.Token).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not InputException)
        {
            throw Said(what, e);
        }
    }

    private InputException Said(string what, Exception e) => e switch
    {
        _ when stream?.IsSpent == true => new InputException($"{address.Host} sends more than was asked for", "this is no proper IMAP server, or one under attack; nothing more is read from it", e),
        _ when e.GetBaseException() is OperationCanceledException or TimeoutException => new InputException($"{address.Host} does not answer", "try again later: it goes on where it stopped", e),
        SslHandshakeException when e.GetBaseException() is System.Security.Authentication.AuthenticationException => new InputException($"{address.Host} shows no certificate that is trusted for this name", "check the name; a certificate of your own is named with ca-file (docs/archive.md)", e),
        _ when what == "log in" && e is AuthenticationException or NotSupportedException or ImapCommandException =>
            new InputException($"{address.Host} does not let {address.User} in", "check user, method and secret of the account (docs/archive.md)", e),
        FolderNotFoundException => new InputException($"{address.Host} has no folder {address.Folder}", "give imaps://USER@HOST/FOLDER with its whole name", e),
        ImapCommandException command => new InputException($"{address.Host} refuses to {what} {address.Folder}: {command.ResponseText}", "check the folder and the account's rights", e),
        SocketException => new InputException($"{address.Host}:{address.Port} cannot be reached: {e.Message}", "check the host and the network", e),
        ProtocolException or IOException or ServiceNotConnectedException or ObjectDisposedException or FormatException or NotSupportedException =>
            new InputException($"the connection to {address.Host} broke: {e.Message}", "ingest again: it goes on where it stopped", e),
        _ => new InputException($"{address.Host} could not be read: {e.Message}", "ingest again: it goes on where it stopped", e),
    };
}
