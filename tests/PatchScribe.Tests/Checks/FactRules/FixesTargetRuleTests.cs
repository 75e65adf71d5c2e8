using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Tests.Git;

namespace PatchScribe.Tests.Checks.FactRules;

public sealed class FixesTargetRuleTests : IDisposable
{
    private readonly TemporaryRepository repository = new();
    private readonly GitRepository git;
    private readonly string same;
    private readonly string other;
    private readonly string elsewhere;

    public FixesTargetRuleTests()
    {
        repository.Write("hw/foo/foo.c", "int a;\n");
        same = repository.Commit("hw/foo: add foo");
        repository.Write("net/bar.c", "int b;\n");
        other = repository.Commit("net: add bar");
        repository.Git("checkout", "-q", "-b", "side");
        repository.Write("hw/foo/foo.c", "int b;\n");
        elsewhere = repository.Commit("hw/foo: on another branch");
        repository.Git("checkout", "-q", "main");
        git = GitRepository.Open(repository.Directory);
    }

    public void Dispose()
    {
        git.Dispose();
        repository.Dispose();
    }

    [Fact]
    public void A_commit_of_another_branch_is_no_ancestor() =>
        Assert.Equal(Severity.Warning, Assert.Single(Check($"Fixes: {elsewhere[..12]} (\"hw/foo: on another branch\")")).Severity);

    [Fact]
    public void One_that_touches_other_files_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Check($"Fixes: {other[..12]} (\"net: add bar\")")).Severity);

    [Fact]
    public void An_ancestor_that_touches_the_file_and_a_backport_are_not()
    {
        Assert.Empty(Check($"Fixes: {same[..12]} (\"hw/foo: add foo\")"));
        Assert.Empty(Check($"Fixes: {elsewhere[..12]} (\"hw/foo: on another branch\")\n(cherry picked from commit {elsewhere})"));
        Assert.Empty(Check("Fixes: 0123456789ab (\"not here\")"));
    }

    private IReadOnlyList<PatchScribe.Checks.Finding> Check(string trailer) =>
        new CheckCase($"hw/foo: x\n\nBody of it.\n\n{trailer}") { Repository = git }.Function("    a();", "    b();").Check("PS0208");
}
