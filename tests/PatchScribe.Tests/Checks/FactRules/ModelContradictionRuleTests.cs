using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.FactRules;

public sealed class ModelContradictionRuleTests
{
    [Fact]
    public void An_output_that_no_environment_gives_is_an_error_at_its_line()
    {
        var findings = new CheckCase("hw/vfio: expose iommufd\n\nInstead of:\n\n    $ qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0\n    qemu-system-x86_64: invalid object type: iommufd\n")
            .IommufdProperty().Check("PS0206");
        var finding = Assert.Single(findings);
        Assert.Equal((Severity.Error, 6), (finding.Severity, finding.MessageLine!.Value));
        Assert.Contains("Property 'vfio-pci.iommufd' not found", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_program_prints_is_not() =>
        Assert.Empty(new CheckCase("hw/vfio: expose iommufd\n\nInstead of:\n\n    $ qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0\n    qemu-system-x86_64: -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0: Property 'vfio-pci.iommufd' not found\n")
            .IommufdProperty().Check("PS0206"));
}
