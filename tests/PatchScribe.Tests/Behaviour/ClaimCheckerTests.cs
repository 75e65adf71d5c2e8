using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Claims;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Claims of logs about what QEMU prints, each judged by the model and not by a list.</summary>
public sealed class ClaimCheckerTests
{
    private const string Unconditional = "This change always exposes the iommufd property.\n\n";

    // The command alone never prints what only -object prints, and never the attach error on a build without the backend.
    [Theory]
    [InlineData("invalid object type: iommufd", "Device 'iommufd0' not found")]
    [InlineData("Property 'vfio-pci.iommufd' not found", "vfio 0000:01:00.0: vfio /sys/bus/pci/devices/0000:01:00.0/vfio-dev: failed to load \"/sys/bus/pci/devices/0000:01:00.0/vfio-dev/vfio0/dev\"")]
    public void A_pair_that_no_environment_gives_is_refuted(string before, string after)
    {
        var results = Check($"Without the backend, instead of:\n\n  $ qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0\n  {before}\n\nQEMU now reports:\n\n  {after}\n");
        Assert.Contains(results, r => r.Verdict == ClaimVerdict.Refuted && r.Evidence == "run" && r.ModelText.Contains("Property 'vfio-pci.iommufd' not found", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pair_that_builds_without_the_backend_give_is_confirmed()
    {
        var results = Check("When QEMU is built without CONFIG_IOMMUFD, instead of:\n\n  $ qemu-system-x86_64 -device vfio-pci,host=0000:01:00.0,iommufd=iommufd0\n  Property 'vfio-pci.iommufd' not found\n\nQEMU now reports:\n\n  Device 'iommufd0' not found\n");
        Assert.NotEmpty(results);
        Assert.All(results, r => Assert.Equal(ClaimVerdict.Confirmed, r.Verdict));
    }

    private static IReadOnlyList<ClaimResult> Check(string text)
    {
        var choice = Assert.Single(ModelChooser.Assume([BehaviourModels.Load("vfio-iommufd")], Unconditional + text));
        Assert.Equal("properties-unconditional", choice.Transition);
        return ClaimChecker.Check(choice, text);
    }
}
