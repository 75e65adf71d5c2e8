using PatchScribe.Configuration;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks;

/// <summary>What a repository and a commit accept.</summary>
public sealed class TuningTests
{
    private const string Old = "    error_setg(errp, \"bad size\");";
    private const string New = "    error_setg(errp, \"wrong size\");";

    [Fact]
    public void A_rule_is_switched_off_or_weighed_otherwise()
    {
        Assert.Empty(Configured(new() { Checks = new Dictionary<string, Severity?> { ["PS0101"] = null } }));
        Assert.Equal(Severity.Error, Assert.Single(Configured(new() { Checks = new Dictionary<string, Severity?> { ["PS0101"] = Severity.Error } })).Severity);
    }

    [Theory]
    [InlineData("hw/*", 0)]
    [InlineData(null, 0)]
    [InlineData("net/*", 1)]
    public void An_exception_holds_for_its_path(string? path, int findings) =>
        Assert.Equal(findings, Configured(new() { Exceptions = [new RuleException("PS0101", path, "accepted")] }).Count);

    [Theory]
    [InlineData("hw/foo: rework\n\nPatchScribe-ignore: PS0101 never released", "", 0)]
    [InlineData("hw/foo: rework", "PatchScribe-ignore: PS0101 never released", 0)]
    [InlineData("hw/foo: rework\n\nPatchScribe-ignore: PS0101", "", 1)]
    [InlineData("hw/foo: rework\n\nPatchScribe-ignore: PS0102 never released", "", 1)]
    public void A_commit_silences_a_rule_with_a_reason(string log, string notes, int findings) =>
        Assert.Equal(findings, new CheckCase(log) { Notes = notes }.Function(Old, New).Check("PS0101").Count);

    private static IReadOnlyList<PatchScribe.Checks.Finding> Configured(RepositoryConfiguration configuration) =>
        new CheckCase("hw/foo: rework") { Configuration = configuration }.Function(Old, New).Check("PS0101");
}
