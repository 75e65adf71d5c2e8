using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Commands;

namespace PatchScribe.Tests.Behaviour;

public sealed class CommandLineReaderTests
{
    [Theory]
    [InlineData("vfio-pci,host=01:00.0", "driver=vfio-pci host=01:00.0")]
    [InlineData("host=01:00.0,driver=vfio-pci", "host=01:00.0 driver=vfio-pci")]
    [InlineData("vfio-pci,host=a,,b", "driver=vfio-pci host=a,b")]
    [InlineData("vfio-pci,host=a=b", "driver=vfio-pci host=a=b")]
    [InlineData("vfio-pci,ramfb,noramfb", "driver=vfio-pci ramfb=on ramfb=off")]
    [InlineData("vfio-pci,host=1,", "driver=vfio-pci host=1")]
    [InlineData("vfio-pci,,host=1,id=a", "driver=vfio-pci,host=1 id=a")]
    [InlineData("vfio-pci,host=1,,id=a", "driver=vfio-pci host=1,id=a")]
    [InlineData("vfio-pci,=x", "driver=vfio-pci =x")]
    [InlineData(",", "driver=")]
    [InlineData("", "")]
    [InlineData("{\"driver\":\"vfio-pci\",\"fd\":3}", "driver=vfio-pci fd=3")]
    public void Keys_are_those_that_the_program_reads(string raw, string keys)
    {
        var line = Read("qemu-system-x86_64", "-device", raw);
        Assert.Null(line.NotCovered);
        Assert.Equal(keys, string.Join(' ', line.Items[0].Keys.Select(k => $"{k.Key}={k.Value}")));
    }

    [Theory]
    [InlineData("-device", ItemForm.Missing)]
    [InlineData("-device {\"a\"", ItemForm.Broken)]
    [InlineData("-device {\"a\":1}", ItemForm.Json)]
    [InlineData("--device a", ItemForm.Keys)]
    public void The_form_of_an_item_is_known(string arguments, ItemForm form) =>
        Assert.Equal(form, Read(["/usr/bin/qemu-system-x86_64", .. arguments.Split(' ')]).Items[0].Form);

    [Fact]
    public void An_option_that_the_model_does_not_have_is_named_and_nothing_is_guessed()
    {
        Assert.Equal("-deviec", Read("qemu-system-x86_64", "-m", "4G", "-deviec", "vfio-pci").NotCovered);
        Assert.Equal("an empty command line", CommandLineReader.Read(BehaviourModels.Load("vfio-iommufd"), []).NotCovered);
    }

    // Buckets of qobject/qdict.c, and what Debian's 7.2.22 reports first of two bad properties.
    [Theory]
    [InlineData("host iommufd fd sysfsdev", "iommufd fd host sysfsdev")]
    [InlineData("other bogus", "bogus other")]
    [InlineData("host addr", "addr host")]
    [InlineData("a host", "host a")]
    public void Keys_are_walked_as_in_the_programs_dictionary(string given, string walked) =>
        Assert.Equal(walked.Split(' '), QemuDictionary.Order(given.Split(' ')));

    [Fact]
    public void Words_of_one_key_and_repeated_options_become_what_the_program_makes_of_them()
    {
        var line = CommandLineReader.Read(BehaviourModels.Load("qemu-accelerator"), ["qemu-system-x86_64", "-machine", "none,accel=kvm", "-enable-kvm", "-machine", "accel=xen:tcg"]);
        Assert.Equal(["machine", "choice", "choice"], line.Items.Select(i => i.Option));
        Assert.Equal(["xen", "tcg"], line.Items.Skip(1).Select(i => i["accel"]));
        Assert.Equal("none", line.Items[0]["type"]);
    }

    [Fact]
    public void Devices_written_as_json_are_looked_at_last_and_objects_where_they_stand()
    {
        var line = Read("qemu-system-x86_64", "-device", "{\"driver\":\"a\"}", "-object", "{\"qom-type\":\"b\"}", "-device", "c", "-object", "d");
        Assert.Equal(["b", "c", "d", "a"], line.Items.Select(i => i["driver"] ?? i["qom-type"]));
    }

    [Theory]
    [InlineData("a 'b c' \"d\\\" e\" f\\ g", "a|b c|d\" e|f g")]
    [InlineData("a \\\n  b ''", "a|b|")]
    public void Text_is_split_as_a_shell_splits_it(string text, string words) => Assert.Equal(words, string.Join('|', CommandLineReader.Split(text)));

    private static CommandLine Read(params string[] arguments) => CommandLineReader.Read(BehaviourModels.Load("vfio-iommufd"), arguments);
}
