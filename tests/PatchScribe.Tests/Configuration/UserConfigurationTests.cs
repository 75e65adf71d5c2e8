using PatchScribe.Configuration;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Configuration;

public sealed class UserConfigurationTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var accounts = UserConfigurationReader.Parse("imap:\n  - user: mara\n    host: imap.example.org\n    method: xoauth2\n    secret-command: [token, --for, mara]\n    ca-file: /ca.pem\n  - {user: ines, host: h, secret-file: /s}\n", "c").Imap;
        Assert.Equal(("mara", "imap.example.org", "xoauth2", "token --for mara", "/ca.pem"), (accounts[0].User, accounts[0].Host, accounts[0].Method, string.Join(' ', accounts[0].SecretCommand), accounts[0].CaFile));
        Assert.Equal(("plain", "/s"), (accounts[1].Method, accounts[1].SecretFile));
    }

    [Theory]
    [InlineData("smtp: []\n", "'smtp' is no key")]
    [InlineData("imap:\n  - {user: u, host: h}\n", "one of 'secret-command' and 'secret-file'")]
    [InlineData("imap:\n  - {user: u, host: h, secret-file: a, secret-command: [b]}\n", "one of 'secret-command' and 'secret-file'")]
    [InlineData("imap:\n  - {user: u, host: h, secret-file: a, password: p}\n", "'password' is no key")]
    [InlineData("imap:\n  - {host: h, secret-file: a}\n", "'user' is missing")]
    [InlineData("imap:\n  - {user: u, host: h, secret-file: a, method: cram}\n", "'method' is plain, login or xoauth2")]
    public void A_mistake_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => UserConfigurationReader.Parse(text, "c")).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_an_empty_configuration() => Assert.Empty(UserConfigurationReader.Parse("", "c").Imap);
}
