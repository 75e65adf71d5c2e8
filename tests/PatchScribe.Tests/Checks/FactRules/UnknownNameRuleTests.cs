using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Tests.Git;

namespace PatchScribe.Tests.Checks.FactRules;

/// <summary>Names are looked up by git and in a table of words alike.</summary>
public sealed class UnknownNameRuleTests : IDisposable
{
    private readonly TemporaryRepository repository = new();
    private readonly GitRepository git;

    public UnknownNameRuleTests()
    {
        repository.Write("hw/foo/foo.c", "static void foo_realize(Error **errp)\n{\n    a();\n}\n");
        repository.Write("scripts/make.sh", "configure --enable-bar > config-host.mak\nbar_helper();\n");
        repository.Commit("hw/foo: start");
        git = GitRepository.Open(repository.Directory);
    }

    public void Dispose()
    {
        git.Dispose();
        repository.Dispose();
    }

    [Theory]
    [InlineData("hw/foo: call foo_relaize() first", "foo_realize")]
    [InlineData("hw/foo: fix hw/moo/fooo.c", null)]
    [InlineData("hw/foo: fix as baz_nowhere() does", null)]
    [InlineData("hw/foo: drop foo.h", null)]
    [InlineData("hw/foo: fix hw/moo/foo.c", null)]
    public void A_name_that_exists_nowhere_is_said_and_one_nearly_so_warned(string log, string? near) =>
        Assert.All([Check(log, table: false), Check(log, table: true)], findings =>
        {
            var finding = Assert.Single(findings);
            Assert.Equal(near is null ? Severity.Note : Severity.Warning, finding.Severity);
            Assert.Contains(near ?? "check the name", finding.Help, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("hw/foo: call foo_realize() and bar_helper()")]
    [InlineData("hw/foo: fix foo.c and hw/foo/foo.c")]
    [InlineData("hw/foo: fix foo.c/make.sh")]
    [InlineData("hw/foo: take it back\n\nIt was commit 0123456789ab (\"f_oo.c: call\nfoo_relaize() first\").")]
    [InlineData("hw/foo: split realize()")]
    [InlineData("hw/foo: move foo_real()\n\nAll foo_real*() have one caller.")]
    [InlineData("hw/foo: read config-host.mak as --enable-bar wants")]
    [InlineData("hw/foo: as the kernel does in baz_nowhere()")]
    [InlineData("hw/foo: print a blank\n\nIt is the form of the kernel (see its function in\nfs/nowhere/task.c).")]
    [InlineData("hw/foo: say what \"hw/bar/foo.h\" is for")]
    [InlineData("hw/foo: tidy up\n\n[someone@example.org:\n * renamed fooo.c to foo.c,\n * and foo_realizes() with it]")]
    [InlineData("hw/foo: see https://example.org/nowhere.c")]
    [InlineData("hw/foo: all of foo_*_helper() and ops->nowhere()")]
    [InlineData("hw/foo: git rebase --keep-base shows it")]
    [InlineData("hw/foo: fix a crash\n\n  #1 0x1 in foo_realizes () at build/fooo.c:9\n  #2 foo_relaize()")]
    [InlineData("hw/foo: split foo_realize()\n\nIn order to add foo_realizeat(), which shares most of it.")]
    [InlineData("hw/foo: split foo_realize()\n\nA later patch brings\nfoo_realizeat() as well.")]
    [InlineData("hw/foo: split foo_realize()\n\nThere could have been a foo_realizeat() for it.")]
    [InlineData("hw/foo: split foo_realize()\n\nThat is clean, as opposed to one foo_realizeat() for all.")]
    [InlineData("hw/foo: all foo_realizeFOO() do it")]
    [InlineData("hw/foo: like --enable-xxx, xxx_realize() and the tcg_FOO() ones")]
    public void What_exists_and_what_is_of_another_program_is_not(string log) =>
        Assert.All([Check(log, table: false), Check(log, table: true)], Assert.Empty);

    [Fact]
    public void Without_a_repository_nothing_is_looked_up() => Assert.Empty(new CheckCase("hw/foo: as baz_nowhere() does").Function("    a();", "    b();").Check("PS0202"));

    private IReadOnlyList<PatchScribe.Checks.Finding> Check(string log, bool table) => new CheckCase(log)
    {
        Repository = git,
        Words = table ? new TreeWords(git, Path.Combine(repository.Directory, ".git", "words")) : null,
    }.Function("    a();", "    b();").Check("PS0202");

    [Fact]
    public void A_file_is_named_without_its_last_extension() =>
        Assert.Empty(new CheckCase("hw/foo/cipher.c: tidy up") { Repository = git }.Function("    a();", "    b();", "hw/foo/cipher.c.inc").Check("PS0202"));

    [Theory]
    [InlineData("foo_ldub", "foo_ldst", Severity.Note)]
    [InlineData("foo_load", "foo_laod", Severity.Warning)]
    public void A_short_part_with_two_other_letters_is_another_word(string known, string written, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase($"hw/foo: use {written}()") { Repository = git }.Function("    a();", $"    {known}();").Check("PS0202")).Severity);
}
