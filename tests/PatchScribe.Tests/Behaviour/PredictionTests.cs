using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Behaviour;

public sealed class PredictionTests
{
    private static readonly string[] Both = ["qemu-system-x86_64", "-object", "iommufd,id=iommufd0", "-device", "vfio-pci,host=0000:01:00.0,iommufd=iommufd0"];

    [Theory]
    [InlineData("qemu.CONFIG_IOMUFD", "y", "the model vfio-iommufd has no variable 'qemu.CONFIG_IOMUFD' (did you mean 'qemu.CONFIG_IOMMUFD'?)")]
    [InlineData("dev_iommu", "absent", "the model vfio-iommufd has no variable 'dev_iommu' (did you mean 'host.dev_iommu'?)")]
    [InlineData("host.dev_iommu", "absend", "'host.dev_iommu' has no value 'absend' (did you mean 'absent'?)")]
    [InlineData("qemu.version", "10.2.3", "'qemu.version' has no value '10.2.3' (did you mean '10.2.2'?)")]
    public void An_unknown_variable_or_value_is_the_users_mistake(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Explain(Both, (name, value))).Message);

    [Fact]
    public void What_is_not_given_is_assumed_as_far_as_what_is_given_allows_it()
    {
        Assert.Equal("", Explain(Both).Outcome.Stderr);
        Assert.Contains("qemu.version=10.2.2", Explain(Both).Assumed);
        Assert.EndsWith("does not accept value 'iommufd'\n", Explain(Both, ("qemu.version", "7.2.22")).Outcome.Stderr, StringComparison.Ordinal);
        Assert.Contains("qemu.CONFIG_IOMMUFD=absent", Explain(["qemu-system-x86_64", "-device", "vfio-pci,iommufd=a"], ("qemu.version", "7.2.22")).Assumed);
        Assert.DoesNotContain(Explain(Both, ("qemu.CONFIG_IOMMUFD", "n")).Assumed, a => a.StartsWith("host.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_program_says_its_architecture()
    {
        var outcome = Explain(["qemu-system-s390x", "-device", "vfio-ap"], ("qemu.version", "10.0.2")).Outcome;
        Assert.Equal("qemu-system-s390x: -device vfio-ap: No 'ap-bus' bus found for device 'vfio-ap'\n", outcome.Stderr);
    }

    [Fact]
    public void Every_outcome_is_described_and_none_overlaps()
    {
        var predictions = ModelEvaluator.Predict(BehaviourModels.Load("vfio-iommufd"), Both, new Dictionary<string, string> { ["qemu.version"] = "10.0.2" });
        Assert.Equal(predictions.Count, predictions.Select(p => p.When).Distinct().Count());
        Assert.Contains(predictions, p => p.When == "QEMU is built without CONFIG_IOMMUFD" && p.Outcome.Stderr == "qemu-system-x86_64: invalid object type: iommufd\n");
        Assert.Contains(predictions, p => p.When.EndsWith("the kernel lacks CONFIG_IOMMUFD or CONFIG_VFIO_DEVICE_CDEV", StringComparison.Ordinal) && p.Outcome.Stderr.Contains("failed to load", StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_names_each_check_and_why_it_held()
    {
        var explanation = Explain(Both, ("qemu.CONFIG_IOMMUFD", "n"), ("qemu.version", "10.0.2"));
        var last = explanation.Checks[^1];
        Assert.Equal(("objects", "O3", true), (last.Phase, last.Rule, last.Held));
        Assert.Contains("qemu.CONFIG_IOMMUFD is n", last.Because);
        Assert.Equal(["O3"], explanation.Outcome.Rules);
        Assert.All(explanation.Checks.SkipLast(1).Where(c => c.Held), c => Assert.Empty(c.Source));
    }

    [Fact]
    public void What_the_model_does_not_know_is_not_guessed()
    {
        Assert.Equal(OutcomeKind.Unknown, Explain(["qemu-system-x86_64", "-device", "virtio-made-up"]).Outcome.Kind);
        Assert.Equal(OutcomeKind.Unknown, Explain(["qemu-system-x86_64", "-object", "secret,id=a"]).Outcome.Kind);
        Assert.Equal(OutcomeKind.Unknown, Explain(["qemu-system-x86_64", "-device", "vfio-pci,iommufd=/objects/a"]).Outcome.Kind);
    }

    [Theory]
    [InlineData("7.2.22", "vfio-pci,host=01:00.0,vf-token=a", "Property 'vfio-pci.vf-token' not found")]
    [InlineData("7.2.22", "vfio-pci,host=01:00.0,migration-events=on", "Property 'vfio-pci.migration-events' not found")]
    [InlineData("8.2.50", "vfio-pci,host=01:00.0,migration-events=on", "Property 'vfio-pci.migration-events' not found")]
    [InlineData("8.2.50", "vfio-pci,host=01:00.0,x-enable-migration=on", "Property 'vfio-pci.x-enable-migration' not found")]
    [InlineData("10.0.2", "vfio-pci,host=01:00.0,x-no-mmap=maybe", "Parameter 'x-no-mmap' expects 'on' or 'off'")]
    [InlineData("10.2.2", "vfio-pci,host=01:00.0,rombar=0x", "Parameter 'rombar' expects integer")]
    [InlineData("10.2.2", "vfio-pci,host=01:00.0,addr=20", "Property 'vfio-pci.addr' doesn't take value '20'")]
    [InlineData("10.0.2", "vfio-pci,host=01:00.0,bus=nosuch", "Bus 'nosuch' not found")]
    [InlineData("10.0.2", "nosuch,host=01:00.0", "'nosuch' is not a valid device model name")]
    [InlineData("10.2.2", "vfio-amd-xgbe,host=a", "'vfio-amd-xgbe' is not a valid device model name")]
    public void Mistyped_devices_and_values_are_refused_as_the_release_does(string version, string device, string message)
    {
        var outcome = Explain(["qemu-system-x86_64", "-device", device], ("qemu.version", version)).Outcome;
        Assert.Equal($"qemu-system-x86_64: -device {device}: {message}\n", outcome.Stderr);
        Assert.Equal(1, outcome.Exit);
    }

    private static Explanation Explain(string[] arguments, params (string Name, string Value)[] set) =>
        ModelEvaluator.Explain(BehaviourModels.Load("vfio-iommufd"), arguments, set.ToDictionary(s => s.Name, s => s.Value));
}
