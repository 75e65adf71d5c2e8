using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Tests.Git;

namespace PatchScribe.Tests.Checks.FactRules;

public sealed class UnknownSymbolRuleTests : IDisposable
{
    private readonly TemporaryRepository repository = new();
    private readonly GitRepository git;

    public UnknownSymbolRuleTests()
    {
        repository.Write("hw/foo/foo.c", "int a;\n");
        repository.Commit("hw/foo: start");
        git = GitRepository.Open(repository.Directory);
    }

    public void Dispose()
    {
        git.Dispose();
        repository.Dispose();
    }

    [Fact]
    public void A_symbol_spelt_nearly_like_one_of_the_change_is_an_error_with_the_right_one()
    {
        var finding = Assert.Single(new CheckCase("hw/vfio: eradicate CONFIG_IOMMU").IommufdProperty().Check("PS0201"));
        Assert.Equal((1, "CONFIG_IOMMU"), (finding.MessageLine!.Value, finding.Words));
        Assert.Contains("CONFIG_IOMMUFD", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_node_needs_a_neighbour_in_the_change()
    {
        Assert.Single(new CheckCase("hw/foo: open /dev/iommufd later").Function("    open(\"/dev/iommu\");", "    g(\"/dev/iommu\");").Check("PS0201"));
        Assert.Empty(new CheckCase("hw/foo: open /dev/iommu, not /dev/iommufd").Function("    open(\"/dev/iommu\");", "    g(\"/dev/iommu\");").Check("PS0201"));
        Assert.Empty(new CheckCase("hw/foo: try it with /dev/vda").Function("    open(\"/dev/iommu\");", "    g(\"/dev/iommu\");").Check("PS0201"));
    }

    [Theory]
    [InlineData("hw/vfio: eradicate CONFIG_IOMMUFD")]
    [InlineData("hw/vfio: like CONFIG_SOMETHING_ELSE")]
    [InlineData("hw/vfio: drop CONFIG_IOMMU/VFIOFD")]
    [InlineData("hw/vfio: like all CONFIG_IOMMU_X and CONFIG_IOMMU_XXX_FD")]
    public void What_the_change_knows_and_what_nobody_can_look_up_is_not(string log) => Assert.Empty(new CheckCase(log).IommufdProperty().Check("PS0201"));

    [Theory]
    [InlineData("hw/foo: add it\n\nIt needs a guest kernel that is\nbuilt with CONFIG_SOUND_OF_IT.", 0)]
    [InlineData("hw/foo: add it\n\nOlder kernels\nneed CONFIG_SOUND_OF_IT.", 0)]
    [InlineData("hw/foo: mend the CONFIG_SOUND_OF_I*T* misspelling", 0)]
    [InlineData("hw/foo: add it\n\nSigned-off-by: A <a@example.org>\n[b@example.org:\n * the build has CONFIG_THE_OTHER instead of CONFIG_SOUND_OF_IT]\nSigned-off-by: B <b@example.org>", 0)]
    [InlineData("hw/foo: add it\n\nIt needs a build with CONFIG_SOUND_OF_IT.", 1)]
    public void A_symbol_of_a_kernel_is_looked_up_in_no_tree_but_its_own(string log, int count) =>
        Assert.Equal(count, new CheckCase(log) { Repository = git }.Function("    a();", "    b();").Check("PS0201").Count);

    [Theory]
    [InlineData("While there is no CONFIG_SOUND_OF_IT at this time, it works.", 0)]
    [InlineData("There is no\nCONFIG_SOUND_OF_IT/CONFIG_COLOUR_OF_IT in such a build.", 0)]
    [InlineData("The symbol CONFIG_SOUND_OF_IT does not exist.", 0)]
    [InlineData("It came with commit 0123456789ab (\"foo: start\nCONFIG_SOUND_OF_IT\").", 0)]
    [InlineData("One could choose it, using e.g. CONFIG_SOUND_OF_IT.", 0)]
    [InlineData("Drop CONFIG_SOUND_OF_IT{1/2}_PART.", 0)]
    [InlineData("Drop CONFIG_SOUND_OF_IT[12]_PART.", 0)]
    [InlineData("There is no sound without CONFIG_SOUND_OF_IT.", 1)]
    public void A_symbol_that_the_log_says_is_not_there_is_none(string body, int count) =>
        Assert.Equal(count, new CheckCase($"hw/foo: rework\n\n{body}") { Repository = git }.Function("    a();", "    b();").Check("PS0201").Count);

    [Theory]
    [InlineData("CONFIG_PICTURE_$name", 0)]
    [InlineData("CONFIG_PICTURE_big", 0)]
    [InlineData("CONFIG_PICTURE_BIG=y CONFIG_PICTURE_SMALL", 0)]
    [InlineData("CONFIG_PICTUREA=y CONFIG_PICTUREB", 0)]
    [InlineData("CONFIG_PICTURE_BIG", 1)]
    public void The_first_part_of_names_that_the_change_puts_together_is_known(string name, int count) =>
        Assert.Equal(count, new CheckCase("configure: rename CONFIG_PICTURE") { Repository = git }.File("configure", "a\n", $"echo {name}=y\n").Check("PS0201").Count);

    [Theory]
    [InlineData("    b();", Severity.Note)]
    [InlineData("#ifdef CONFIG_PICTURE\n    b();\n#endif", Severity.Error)]
    public void One_that_nothing_is_spelt_like_is_an_error_where_the_change_has_symbols(string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: start it\n\nThe guest sets the CONFIG_GO bit.") { Repository = git }.Function("    a();", after).Check("PS0201")).Severity);
}
