using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Evaluation;

namespace PatchScribe.Tests.Behaviour;

/// <summary>
/// The decision tables of vfio with iommufd: who gets which message. The builds are those of the tables: A with the backend, B without it
/// and with conditional properties, C without it and with unconditional ones.
/// </summary>
public sealed class DecisionTableTests
{
    private const string Object = "-object iommufd,id=iommufd0";
    private const string Device = "-device vfio-pci,host=0000:01:00.0,iommufd=iommufd0";
    private const string Both = Object + " " + Device;
    private const string Group = "-device vfio-pci,host=0000:01:00.0";
    private const string Sysfs = "/sys/bus/pci/devices/0000:01:00.0";
    private const string Inner = "vfio 0000:01:00.0: vfio " + Sysfs + "/vfio-dev: ";

    public static TheoryData<string, string, string, string, string> Rows() => new()
    {
        // -object alone: the node is not looked at.
        { "A", "8.2.50", "host.dev_iommu=absent", Object, "" },
        { "A", "10.2.2", "host.dev_iommu=noperm", Object, "" },
        { "B", "10.0.2", "", Object, "!invalid object type: iommufd" },
        { "C", "10.0.2", "", Object, "!invalid object type: iommufd" },
        { "B", "10.0.2", "", "-object iommufd", "-object: Parameter 'id' is missing" },
        { "C", "10.2.2", "", "-object iommufd,id=a,bogus=1", "-object: Invalid parameter 'bogus'" },
        { "A", "10.0.2", "", "-object {\"qom-type\":\"iommufd\",\"id\":\"a\",\"bogus\":1}", "-object: Parameter 'bogus' is unexpected" },
        { "A", "10.0.2", "", "-object iomufd,id=a", "-object: Parameter 'qom-type' does not accept value 'iomufd'" },
        { "A", "8.2.50", "", "-object iommufd,id=a,fd=-1", "!Could not parse remote object fd -1:Invalid file descriptor number '-1'" },

        // -device without -object.
        { "B", "10.0.2", "", Device, "-device: Property 'vfio-pci.iommufd' not found" },
        { "A", "8.2.50", "", Device, "-device: Device 'iommufd0' not found" },
        { "C", "10.2.2", "", Device, "-device: Device 'iommufd0' not found" },

        // Both: without the backend the object fails first, wherever it stands.
        { "B", "8.2.50", "host.vfio_dev=nodev", Device + " " + Object, "!invalid object type: iommufd" },
        { "C", "10.2.2", "host.device=absent", Both, "!invalid object type: iommufd" },
        { "A", "10.0.2", "", "-object iothread,id=iommufd0 " + Device, "-device: Invalid parameter type for 'iommufd', expected: iommufd" },
        { "B", "10.0.2", "", "-object iothread,id=iommufd0 " + Device, "-device: Property 'vfio-pci.iommufd' not found" },
        { "A", "10.0.2", "", Object + " -device vfio-pci,host=0000:01:00.0,iommu=iommufd0", "-device: Property 'vfio-pci.iommu' not found" },
        { "A", "10.0.2", "host.device=absent", Both, "-device: vfio " + Sysfs + ": no such host device: No such file or directory" },
        { "A", "8.2.50", "host.driver=other", Both, "-device: " + Inner + "no such host device: No such file or directory" },
        { "A", "10.0.2", "host.driver=other", Both, "-device: " + Inner + "couldn't open directory " + Sysfs + "/vfio-dev: No such file or directory" },
        { "A", "10.0.2", "host.vfio_dev=empty", Both, "-device: " + Inner + "failed to find vfio-dev/vfioX/dev" },
        { "A", "10.2.2", "kernel.CONFIG_IOMMUFD=n", Both, "-device: " + Inner + "failed to load \"" + Sysfs + "/vfio-dev/vfio0/dev\"" },
        { "A", "8.2.50", "kernel.CONFIG_VFIO_DEVICE_CDEV=n host.dev_iommu=usable", Both, "-device: " + Inner + "failed to load \"" + Sysfs + "/vfio-dev/vfio0/dev\"" },
        { "A", "8.2.50", "host.vfio_dev=garbage", Both, "-device: " + Inner + "failed to get major:minor for \"" + Sysfs + "/vfio-dev/vfio0/dev\"" },
        { "A", "10.0.2", "host.vfio_cdev=mismatch", Both, "-device: " + Inner + "Failed to open /dev/vfio/devices/vfio0" },
        { "A", "8.2.50", "host.vfio_cdev=usable host.dev_iommu=chr_nodriver", Both, "-device: vfio 0000:01:00.0: /dev/iommu opening failed: No such device" },
        { "A", "10.2.2", "host.vfio_cdev=usable host.dev_iommu=noperm", Both, "-device: vfio 0000:01:00.0: Could not open '/dev/iommu': Permission denied" },
        { "A", "10.2.2", "host.vfio_cdev=usable host.dev_iommu=usable", Both, "" },

        // The group path knows nothing of iommufd.
        { "A", "10.0.2", "host.iommu_group=absent host.dev_iommu=absent", Group, "-device: vfio 0000:01:00.0: no iommu_group found: No such file or directory" },
        { "B", "8.2.50", "host.iommu_group=7 host.group_node=absent", Group, "-device: vfio 0000:01:00.0: failed to open /dev/vfio/7: No such file or directory" },
        { "C", "10.2.2", "host.iommu_group=7 host.group_node=noperm", Group, "-device: vfio 0000:01:00.0: Could not open '/dev/vfio/7': Permission denied" },
        { "A", "10.0.2", "host.iommu_group=absent", Object + " -device vfio-pci,host=01:00.0,iommufd=", "-device: vfio 0000:01:00.0: no iommu_group found: No such file or directory" },

        // File descriptors.
        { "A", "10.0.2", "", "-device vfio-pci,fd=3", "-device: Use FD passing only with iommufd backend" },
        { "B", "10.2.2", "", "-device vfio-pci,fd=3", "-device: Property 'vfio-pci.fd' not found" },
        { "C", "8.2.50", "", "-device vfio-pci,host=0000:01:00.0,fd=3", "-device: Use FD passing only with iommufd backend" },
        { "C", "10.2.2", "", "-device vfio-pci,fd=3", "crash" },
        { "A", "10.2.2", "", "-device vfio-pci,fd=3,id=hd0", "-device: Use FD passing only with iommufd backend" },
        { "A", "10.2.2", "", "-device vfio-pci,fd=abc", "-device: Could not parse object fd abc:Invalid file descriptor number 'abc'" },
        { "A", "10.0.2", "", "-device vfio-pci,fd=abc", "-device: Could not parse remote object fd abc:Invalid file descriptor number 'abc'" },
        { "A", "10.0.2", "host.dev_iommu=absent", Object + " -device vfio-pci,fd=3,iommufd=iommufd0", "-device: vfio VFIO_FD3: Could not open '/dev/iommu': No such file or directory" },
        { "A", "10.2.2", "host.dev_iommu=absent", Object + " -device vfio-pci,fd=3,iommufd=iommufd0,id=hd0", "-device: vfio hd0: Could not open '/dev/iommu': No such file or directory" },

        // The first of two devices is gone through to its end before the second is looked at.
        { "A", "10.0.2", "host.iommu_group=absent", Group + " -device vfio-pcii", "-device: vfio 0000:01:00.0: no iommu_group found: No such file or directory" },
        { "A", "10.0.2", "", "-device vfio-ap", "-device: 'vfio-ap' is not a valid device model name" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_table_and_the_model_say_the_same(string build, string version, string host, string arguments, string expected)
    {
        var set = new Dictionary<string, string>
        {
            ["qemu.version"] = version,
            ["qemu.CONFIG_IOMMUFD"] = build == "A" ? "y" : "n",
            ["qemu.iommufd_property"] = build == "C" ? "unconditional" : "conditional",
        };
        foreach (var pair in host.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            set[pair.Split('=')[0]] = pair.Split('=')[1];
        }

        string[] argv = ["qemu-system-x86_64", .. arguments.Split(' ')];
        var outcome = ModelEvaluator.Explain(BehaviourModels.Load("vfio-iommufd"), argv, set).Outcome;
        Assert.Equal(Stderr(argv, expected), outcome.Stderr);
        Assert.Equal(expected.Length == 0 ? 0 : expected == "crash" ? 139 : 1, outcome.Exit);
    }

    // "!" stands for no option in front, "-device:" for the last such option with its argument.
    private static string Stderr(string[] argv, string expected)
    {
        if (expected.Length == 0 || expected == "crash")
        {
            return "";
        }

        if (expected[0] == '!')
        {
            return $"{argv[0]}: {expected[1..]}\n";
        }

        var flag = expected[..expected.IndexOf(':')];
        return $"{argv[0]}: {flag} {argv[Array.IndexOf(argv, flag) + 1]}: {expected[(flag.Length + 2)..]}\n";
    }
}
