using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Tests.Interfaces;

public sealed class InterfaceComparerTests
{
    [Theory]
    [InlineData("x.c", "    DEFINE_PROP_LINK(\"iommufd\", S, f, TYPE_X,\n        X *),\n", "property", "iommufd")]
    [InlineData("x.c", "    object_class_property_add_str(klass, \"fd\", NULL, set_fd);\n", "property", "fd")]
    [InlineData("x.c", "static const TypeInfo x_info = {\n    .name = \"x-dev\",\n};\n", "object-type", "x-dev")]
    [InlineData("qemu-options.hx", "DEF(\"accel\", HAS_ARG, QEMU_OPTION_accel, \"\", QEMU_ARCH_ALL)\n", "option", "accel")]
    [InlineData("drivers/x.c", "module_param(max_loop, int, 0444);\n", "option", "max_loop")]
    [InlineData("qapi/x.json", "{ 'command': 'query-x', 'if': 'CONFIG_A' }\n", "command", "query-x")]
    public void What_users_can_name(string path, string code, string kind, string name)
    {
        var change = Assert.Single(InterfaceComparer.Compare([TextDiff.Of(path, "\n", "\n" + code)]));
        Assert.Equal((kind, name, UserMessageChangeKind.Added), (change.Kind, change.Name, change.Change));
    }

    [Fact]
    public void A_conditional_around_a_property_is_its_condition()
    {
        const string before = "a\n#ifdef CONFIG_A\n    DEFINE_PROP_BOOL(\"on\", S, on, true),\n#endif\nb\n";
        var change = Assert.Single(InterfaceComparer.Compare([TextDiff.Of("x.c", before, "a\n    DEFINE_PROP_BOOL(\"on\", S, on, true),\nb\n")]));
        Assert.Equal((UserMessageChangeKind.ConditionChanged, "CONFIG_A", "true"), (change.Change, change.ConditionBefore, change.ConditionAfter));
    }
}
