using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Tests.Git;

namespace PatchScribe.Tests.Checks.FactRules;

public sealed class CommitReferenceRuleTests : IDisposable
{
    private readonly TemporaryRepository repository = new();
    private readonly GitRepository git;
    private readonly string id;

    public CommitReferenceRuleTests()
    {
        repository.Write("a.c", "int a;\n");
        id = repository.Commit("hw/foo: add 'baz' for the sample");
        git = GitRepository.Open(repository.Directory);
    }

    public void Dispose()
    {
        git.Dispose();
        repository.Dispose();
    }

    [Theory]
    [InlineData("See commit 0123456789ab.", Severity.Error)]
    [InlineData("Another kernel does it so.\n\nSee commit 0123456789ab.", Severity.Note)]
    [InlineData("Another kernel does it so.\n\nSee commit 0123456789ab (\"nothing\").", Severity.Note)]
    [InlineData("Another kernel does it so.\n\nSee commit 0123456789ab (\"hw/foo: add 'baz' for the sample\").", Severity.Error)]
    [InlineData("It is a backport.\n\nFixes: 0123456789ab (\"nothing\")", Severity.Note)]
    [InlineData("It is late.\n\nFixes: 0123456789ab (\"nothing\")", Severity.Error)]
    public void An_id_may_be_of_another_tree_that_the_log_speaks_of(string text, Severity severity) => Assert.Equal(severity, Assert.Single(Check(text)).Severity);

    [Fact]
    public void The_commit_itself_is_not_proposed() =>
        Assert.StartsWith("give the id", Assert.Single(new CheckCase("hw/foo: add 'baz' for the sample\n\nSee commit 0123456789ab (\"hw/foo: add 'baz' for the sample\").") { Repository = git }.Check("PS0203")).Help, StringComparison.Ordinal);

    [Fact]
    public void A_commit_that_does_not_exist_is_an_error() =>
        Assert.Contains("no commit 0123456789ab", Assert.Single(Check("See commit 0123456789ab (\"nothing\").")).Message, StringComparison.Ordinal);

    [Fact]
    public void Another_title_is_an_error_and_a_cut_or_misspelt_one_a_note()
    {
        Assert.Equal(Severity.Error, Assert.Single(Check($"See commit {id[..12]} (\"hw/foo: add bar\").")).Severity);
        Assert.Equal(Severity.Note, Assert.Single(Check($"Fixes: {id[..12]} (\"hw/foo: add baz\")")).Severity);
        Assert.Equal(Severity.Note, Assert.Single(Check($"Fixes: {id[..12]} (\"hw/foo: add baz for teh sample\")")).Severity);
    }

    [Theory]
    [InlineData("See commit 0123456789ab (\"hw/foo: add 'baz' for the sample\").")]
    [InlineData("See commit @ (\"hw/foo: add 'baz' for the sample\").")]
    [InlineData("It came with commit 0123456789ab (\"hw/foo:\nadd 'baz' for the sample\", 2013-07-16).")]
    [InlineData("commit 0123456789ab\n    hw/foo: add 'baz' for the sample\nis wrong.")]
    [InlineData("It is like\n\ncommit 0123456789ab\nAuthor: A <a@example.org>\nDate:   Tue Nov 20 08:25:29 2018 +0100\n\n    hw/foo: add 'baz' for the sample")]
    [InlineData("It came with commit 0123456789ab (hw/foo: add\n'baz' for the sample).")]
    [InlineData("It came with commit 0123456789ab.\n\nFixes: 0123456789ab \"hw/foo: add 'baz' for the sample\"")]
    public void The_commit_with_the_title_is_proposed(string text)
    {
        repository.Write("a.c", "int a;\nint b;\n");
        var other = repository.Commit("hw/foo: another one");
        var finding = Assert.Single(Check(text.Replace("@", other[..12], StringComparison.Ordinal)));
        Assert.StartsWith($"write: {id[..10]}", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_that_is_nearly_this_and_exactly_another_commit_s_is_an_error()
    {
        repository.Write("a.c", "int a;\nint b;\n");
        var other = repository.Commit("hw/foo: add 'bar' for the sample");
        var finding = Assert.Single(Check($"See commit {id[..12]} (\"hw/foo: add 'bar' for the sample\")."));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.StartsWith($"write: {other[..10]}", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_id_is_a_note() => Assert.Equal(Severity.Note, Assert.Single(Check($"Commit {id[..8]} did it.")).Severity);

    [Theory]
    [InlineData("linux headers: update to v1.2-rc3", 0)]
    [InlineData("Update the copy of the kernel headers", 0)]
    [InlineData("linux-user: update the table", 1)]
    public void What_a_copy_is_brought_up_to_is_of_the_other_tree(string subject, int count) =>
        Assert.Equal(count, new CheckCase($"{subject}\n\nUpdate it to commit\n0123456789ab (\"timer: mask it\").") { Repository = git }.Check("PS0203").Count);

    [Fact]
    public void One_with_a_title_is_a_reference_in_a_block_too() => Assert.Single(Check("As it says:\n\n    See commit 0123456789ab (\"nothing\")."));

    [Fact]
    public void A_release_of_this_program_makes_no_other_tree() => Assert.Single(Check("It came in commit 0123456789ab, that is in 2.13."));

    [Fact]
    public void A_type_of_the_program_is_no_other_program() => Assert.Single(Check("FooState is const after commit 0123456789ab."));

    [Fact]
    public void A_title_over_two_lines_is_read() => Assert.DoesNotContain(Check($"As of commit {id[..12]} (\"hw/foo: add\nbaz for the sample\")."), finding => finding.Severity == Severity.Error);

    [Theory]
    [InlineData("Fixes: @ (\"hw/foo: add baz for the sample\")")]
    [InlineData("(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)")]
    [InlineData("Linux commit 0123456789ab added it.")]
    [InlineData("Since commit @ \"added another thing\" it is there.")]
    [InlineData("It came with foolib-3.17 (commit 0123456789ab).")]
    [InlineData("The XYZ commit 0123456789ab says how servers behave.")]
    [InlineData("Guest kernels before commit 0123456789ab have trouble.")]
    [InlineData("The Linux driver masks the value, so\nthis is fine. See commit 0123456789ab (\"i2c: mask it\").")]
    [InlineData("fooVNC asks for it by default\nafter commit 0123456789ab.")]
    [InlineData("The library says so after its commit 0123456789ab.")]
    [InlineData("In foo-ust commit 0123456789ab (\"take it\") it is\nanother one, from foo-ust >= 2.13 on.")]
    [InlineData("foolib commit 0123456789ab renamed it, and foolib 3.x\nhas the old name too.")]
    [InlineData("It gives:\n\n    $ foo --list\n    commit 0123456789abcdef\n    done")]
    [InlineData("Import the framework\nat commit 0123456789ab (\"Merge it\").")]
    [InlineData("It catches up with the\nlatest code of foo_utils (commit 0123456789ab).")]
    [InlineData("In Foox 4.6 commit 0123456789ab\n\"lib: return it\" made it so.")]
    [InlineData("Foox 4.6 has a function for it: commit 0123456789ab \"lib:\nexpose it\".")]
    [InlineData("The counterpart of the guest is there already (commit 0123456789ab).")]
    [InlineData("It was brought to the Foo-Bar repo in commit 0123456789ab.")]
    [InlineData("Since commit 0123456789ab included in release 2.31 it is there.")]
    [InlineData("Port foo-kvm's\n\ncommit 0123456789ab\nAuthor: A <a@example.org>\n\n    x86: take it")]
    [InlineData("Squashed 'lib/baz/' content from commit 0123456789ab")]
    [InlineData("It came after the Linux kernel got\n\ncommit 0123456789ab\nAuthor: A <a@example.org>\nDate:   Tue Nov 20 08:25:29 2018 +0100\n\n    x86: take it")]
    [InlineData("It came with commit\n0123456789ab [1].\n\n[1] https://example.org/?id=0123456789abcdef")]
    [InlineData("The address 0xdeadbeef and the word defaced are no commits.")]
    public void What_is_right_and_what_is_of_another_tree_is_not(string text) => Assert.Empty(Check(text.Replace("@", id[..12], StringComparison.Ordinal)));

    [Fact]
    public void A_commit_of_the_submodule_that_the_change_updates_is_not()
    {
        var update = DiffReader.Read("diff --git a/lib b/lib\nindex 1111111..2222222 160000\n--- a/lib\n+++ b/lib\n@@ -1 +1 @@\n-Subproject commit 1111111111111111111111111111111111111111\n+Subproject commit 2222222222222222222222222222222222222222\n").Files;
        Assert.Empty(new CheckCase("lib: update\n\nIt brings commit 0123456789ab.") { Repository = git }.Changes(update).Check("PS0203"));
    }

    private IReadOnlyList<PatchScribe.Checks.Finding> Check(string text) => new CheckCase($"hw/foo: x\n\n{text}") { Repository = git }.Check("PS0203");
}
