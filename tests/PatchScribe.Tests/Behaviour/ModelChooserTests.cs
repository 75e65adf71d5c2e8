using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Tests.Behaviour;

/// <summary>What a change does to the facts, and which models speak for it.</summary>
public sealed class ModelChooserTests
{
    [Fact]
    public void A_change_that_frees_one_device_changes_only_that_device()
    {
        var freed = new InterfaceChange("property", "vfio-ap.iommufd", "hw/vfio/ap.c", UserMessageChangeKind.ConditionChanged, "CONFIG_IOMMUFD", "true", 1, 1);
        var choice = Assert.Single(ModelChooser.Choose(BehaviourModels.List(), ["hw/vfio/ap.c"], [], [freed], []));
        Assert.Equal(("vfio-iommufd", false), (choice.Model.Name, choice.Assumed));
        Assert.Equal("code.vfio-ap.iommufd", Assert.Single(choice.After).Key);
        var changes = ModelComparer.Compare(choice.Model, choice.Before, choice.After);
        Assert.NotEmpty(changes);
        Assert.All(changes, c => Assert.Equal("ap device", c.Action));
    }

    [Fact]
    public void A_condition_on_another_symbol_and_another_file_change_no_fact()
    {
        var other = new InterfaceChange("property", "vfio-pci.iommufd", "hw/vfio/pci.c", UserMessageChangeKind.ConditionChanged, "CONFIG_OTHER", "true", 1, 1);
        Assert.False(Assert.Single(ModelChooser.Choose(BehaviourModels.List(), ["hw/vfio/pci.c"], [], [other], [])).Changes);
        Assert.Empty(ModelChooser.Choose(BehaviourModels.List(), ["net/tap.c"], [], [other with { File = "net/tap.c" }], []));
        Assert.Equal("qemu-accelerator", Assert.Single(ModelChooser.Choose(BehaviourModels.List(), ["accel/kvm/kvm-all.c"], [], [], [])).Model.Name);
    }
}
