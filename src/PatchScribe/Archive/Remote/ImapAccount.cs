namespace PatchScribe.Archive.Remote;

/// <summary>
/// How to log in to an IMAP server as one user: <c>plain</c> (RFC 4616), <c>login</c> (RFC 3501 section 6.2.3) or <c>xoauth2</c> (the
/// secret is then an access token). <paramref name="Secret"/> is asked when a connection is made and kept nowhere;
/// <paramref name="CaFile"/> is a PEM file of certificates to trust instead of the system's, or null.
/// </summary>
public sealed record ImapAccount(string User, string Host, string Method, string? CaFile, Func<string> Secret);
