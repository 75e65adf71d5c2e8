namespace PatchScribe.Tests.Checks.Rules;

public sealed class AlreadyPossibleRuleTests
{
    private const string Shown = "hw/vfio: expose iommufd\n\nThe user now gets:\n\n    qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0: Device 'iommufd0' not found\n";

    [Fact]
    public void A_new_error_that_was_possible_before_is_a_note_with_the_sentence()
    {
        var finding = Assert.Single(new CheckCase(Shown).IommufdProperty().Check("PS0109"));
        Assert.Equal(5, finding.MessageLine);
        Assert.Contains("this can already happen when QEMU is built with CONFIG_IOMMUFD", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_says_so_is_not() =>
        Assert.Empty(new CheckCase(Shown + "\nThis can already happen when QEMU is built with CONFIG_IOMMUFD.\n").IommufdProperty().Check("PS0109"));
}
