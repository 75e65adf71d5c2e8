using PatchScribe.Configuration;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Configuration;

public sealed class ConfigurationReaderTests : IDisposable
{
    private static readonly string[] Rules = ["PS0101", "PS0102"];

    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_key_is_read()
    {
        var read = Parse("profile: linux\nchecks:\n  PS0101: off\n  PS0102: error\nexceptions:\n  - rule: PS0101\n    path: hw/*\n    reason: old\nmessages:\n  - call: my_error\n    format: 2\n    severity: warning\nmodels:\n  - m.yml\n");
        Assert.Equal("linux", read.Profile);
        Assert.Null(read.Checks["PS0101"]);
        Assert.Equal(Severity.Error, read.Checks["PS0102"]);
        Assert.Equal([new RuleException("PS0101", "hw/*", "old")], read.Exceptions);
        Assert.Equal([new ConfiguredCall("my_error", 2, "warning")], read.Calls);
        Assert.Equal(["m.yml"], read.Models);
    }

    [Theory]
    [InlineData("profiles: qemu\n", "line 1, column 11: 'profiles' is no key")]
    [InlineData("checks:\n  PS0103: off\n", "line 2, column 11: there is no rule 'PS0103' (did you mean 'PS0101'?)")]
    [InlineData("checks:\n  PS0101: loud\n", "line 2, column 11: 'loud' is no severity")]
    [InlineData("exceptions:\n  - rule: PS0101\n", "'reason' is missing")]
    [InlineData("messages:\n  - call: f\n    format: zero\n", "'format' is the position")]
    [InlineData("messages:\n  - call: f\n    severity: bad\n", "'bad' is no severity of a message")]
    [InlineData("models:\n  - ../outside.yml\n", "no path inside the repository")]
    [InlineData("a: [1\n", "line 1, column 4")]
    public void A_mistake_is_named_with_its_place(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_repository_without_settings_has_none() => Assert.Equal(RepositoryConfiguration.Empty, ConfigurationReader.Read(folder, Rules));

    [Fact]
    public void A_link_out_of_the_repository_is_refused()
    {
        var outside = Directory.CreateTempSubdirectory("patchscribe-").FullName;
        File.WriteAllText(Path.Combine(outside, "config.yml"), "profile: qemu\n");
        Directory.CreateDirectory(Path.Combine(folder, ".patchscribe"));
        File.CreateSymbolicLink(Path.Combine(folder, ".patchscribe", "config.yml"), Path.Combine(outside, "config.yml"));
        Assert.Throws<InputException>(() => ConfigurationReader.Read(folder, Rules));
        Directory.Delete(outside, recursive: true);
    }

    private static RepositoryConfiguration Parse(string text) =>
        ConfigurationReader.Parse(text, "config.yml", Rules, path => !path.StartsWith("..", StringComparison.Ordinal));
}
