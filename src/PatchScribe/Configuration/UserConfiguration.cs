namespace PatchScribe.Configuration;

/// <summary>
/// How to log in to an IMAP server: <c>Method</c> is plain, login or xoauth2; the secret is the first line that <c>SecretCommand</c>
/// prints (program and arguments, no shell) or that <c>SecretFile</c> holds, one of the two; <c>CaFile</c> is a PEM file or null.
/// </summary>
public sealed record ImapSettings(string User, string Host, string Method, IReadOnlyList<string> SecretCommand, string? SecretFile, string? CaFile);

/// <summary>The settings of a user, <c>patchscribe/config.yml</c> under XDG_CONFIG_HOME (docs/configuration.md). Unlike a repository's they may name programs.</summary>
public sealed record UserConfiguration(IReadOnlyList<ImapSettings> Imap)
{
    /// <summary>No settings.</summary>
    public static UserConfiguration Empty { get; } = new([]);
}
