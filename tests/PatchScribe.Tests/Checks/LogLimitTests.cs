using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Tests.Git;

namespace PatchScribe.Tests.Checks;

/// <summary>What a log of a size or with names that no person wrote costs is bounded, and said.</summary>
public sealed class LogLimitTests
{
    [Fact]
    public void Of_a_long_log_the_first_part_is_checked()
    {
        const string Last = "CONFIG_IOMMU is gone.\n";
        var filler = string.Concat(Enumerable.Repeat("Nothing of interest is said in this line.\n", 10_000));
        var found = Check($"hw/vfio: tidy up\n\n{Last}{filler}");
        Assert.Single(found.Findings, finding => finding.Rule == "PS0201");
        Assert.Equal(DiagnosticIds.LogTooLong, Assert.Single(found.Diagnostics).Id);
        Assert.True(found.Log.Length <= 200_000 && found.Log.EndsWith("in this line.", StringComparison.Ordinal));
        Assert.DoesNotContain(Check($"hw/vfio: tidy up\n\n{filler}{Last}").Findings, finding => finding.Rule == "PS0201");
        Assert.Equal(200_000, Check(new string('a', 300_000)).Log.Length);
    }

    [Fact]
    public void Names_beyond_the_limit_are_counted_and_not_looked_up()
    {
        using var repository = new TemporaryRepository();
        repository.Write("hw/foo/foo.c", "int a;\n");
        repository.Commit("hw/foo: start");
        using var git = GitRepository.Open(repository.Directory);
        var names = string.Concat(Enumerable.Range(0, 620).Select(i => $"See baz_nowhere_{i}().\n"));
        var found = new CheckCase($"hw/foo: rework\n\n{names}") { Repository = git, Words = new TreeWords(git, Path.Combine(repository.Directory, ".git", "words")) }.Function("    a();", "    b();").Check();
        Assert.Equal(500, found.Findings.Count(finding => finding.Rule == "PS0202"));
        Assert.StartsWith("120 names", Assert.Single(found.Diagnostics, one => one.Id == DiagnosticIds.TooManyNames).Message, StringComparison.Ordinal);
    }

    private static CommitFindings Check(string log) => new CheckCase(log).IommufdProperty().Check();
}
