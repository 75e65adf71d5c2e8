using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Remote;

/// <summary>
/// A folder on a server: <c>imaps://user@host[:port]/folder</c> (TLS from the start), or <c>imap://</c> (STARTTLS, never without). A
/// subset of RFC 5092: a user or folder may be percent-encoded; no folder means INBOX.
/// </summary>
internal sealed record ImapAddress(string User, string Host, int Port, string Folder, bool StartTls)
{
    private const int TlsPort = 993;
    private const int StartTlsPort = 143;

    /// <summary>True for the URL of an IMAP server.</summary>
    public static bool Is(string source) =>
        source.StartsWith("imaps://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("imap://", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address; a URL without user, or with a password, is the user's mistake.</summary>
    public static ImapAddress Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.UserInfo.Length == 0)
        {
            throw new InputException("an IMAP folder needs a user and a host", "give imaps://USER@HOST/FOLDER; an @ in the user is written %40");
        }

        if (uri.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            throw new InputException("a password in a URL is seen by everyone on this machine, and is not taken", "docs/archive.md says where the secret of an IMAP account is kept");
        }

        var startTls = uri.Scheme == "imap";
        var folder = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new ImapAddress(Uri.UnescapeDataString(uri.UserInfo), uri.Host, uri.Port > 0 ? uri.Port : startTls ? StartTlsPort : TlsPort, folder.Length == 0 ? "INBOX" : folder, startTls);
    }

    /// <summary>The same folder is written the same way every time.</summary>
    public override string ToString() =>
        $"{(StartTls ? "imap" : "imaps")}://{Uri.EscapeDataString(User)}@{Host}{(Port is TlsPort or StartTlsPort ? "" : $":{Port}")}/{Uri.EscapeDataString(Folder)}";
}
