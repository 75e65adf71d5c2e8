using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Checks;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class OutcomeChangedRuleTests
{
    [Fact]
    public void An_outcome_that_the_log_does_not_show_is_warned_with_both_messages()
    {
        var finding = Assert.Single(new CheckCase("hw/vfio: drop CONFIG_IOMMUFD from pci.c").IommufdProperty().Check("PS0106"));
        Assert.Contains("Property 'vfio-pci.iommufd' not found", finding.Help, StringComparison.Ordinal);
        Assert.Contains("Device 'iommufd0' not found", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_it_shows_is_not() =>
        Assert.Empty(new CheckCase("hw/vfio: drop CONFIG_IOMMUFD\n\nInstead of \"Property 'vfio-pci.iommufd' not found\" the user sees \"Device 'iommufd0' not found\".").IommufdProperty().Check("PS0106"));

    [Fact]
    public void A_change_that_no_model_speaks_for_gives_nothing() =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function("    a();", "    b();").Check("PS0106"));

    [Fact]
    public void A_crash_that_becomes_reachable_is_a_finding_of_its_own()
    {
        var fd = "    object_class_property_add_str(klass, \"fd\", NULL, vfio_pci_set_fd);\n";
        var findings = new CheckCase("hw/vfio: expose fd\n\nThe error \"Use FD passing only with iommufd backend\" is given.")
            .File("hw/vfio/pci.c", $"static void vfio_pci_class_init(void)\n{{\n#ifdef CONFIG_IOMMUFD\n{fd}#endif\n}}\n", $"static void vfio_pci_class_init(void)\n{{\n{fd}}}\n").Check("PS0106");
        Assert.Contains("crashes", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_new_name_makes_possible_is_told_by_the_log_that_names_it()
    {
        const string Other = "    DEFINE_PROP_STRING(\"sysfsdev\", VFIOAPDevice, vdev.sysfsdev),\n";
        const string Property = "#ifdef CONFIG_IOMMUFD\n    DEFINE_PROP_LINK(\"iommufd\", VFIOAPDevice, vdev.iommufd,\n                     TYPE_IOMMUFD_BACKEND, IOMMUFDBackend *),\n#endif\n";
        CheckCase Case(string log) => new CheckCase(log).File("hw/vfio/ap.c", $"static Property vfio_ap_properties[] = {{\n{Other}}};\n", $"static Property vfio_ap_properties[] = {{\n{Other}{Property}}};\n");
        Assert.Empty(Case("hw/vfio: let an iommufd object be given").Check("PS0106"));
        Assert.NotEmpty(Case("hw/vfio: let a backend be given").Check("PS0106"));
    }

    [Theory]
    [InlineData("foo: no host\nUse host=", 0)]
    [InlineData("foo: no host given", 1)]
    public void An_error_whose_hint_alone_differs_gives_nothing(string after, int count)
    {
        var change = new BehaviourChange("foo", "start", "foo -device bar", "always", new Outcome("fails", "foo: no host\nUse fd="), new Outcome("fails", after), null, []);
        var analysis = new ChangeAnalyzer([]).Analyze("hw/foo: rework", []) with { Behaviour = [change] };
        Assert.Equal(count, CommitChecker.Check(new CheckRequest { Message = "hw/foo: rework", Analysis = analysis }).Findings.Count(finding => finding.Rule == "PS0106"));
    }
}
