using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Tests.Interfaces;

public sealed class InterfaceComparerTests
{
    [Theory]
    [InlineData("x.c", "    DEFINE_PROP_LINK(\"iommufd\", S, f, TYPE_X,\n        X *),\n", "property", "iommufd")]
    [InlineData("x.c", "    object_class_property_add_str(klass, \"fd\", NULL, set_fd);\n", "property", "fd")]
    [InlineData("x.c", "static const TypeInfo x_info = {\n    .name = \"x-dev\",\n};\n", "object-type", "x-dev")]
    [InlineData("x.c", "static QEMUMachine rope_machine = {\n    .name = \"rope\",\n};\n", "object-type", "rope")]
    [InlineData("x.c", "static const struct option all[] = {\n    { \"rope\", 2, NULL, 'r' },\n};\n", "option", "rope")]
    [InlineData("qemu-options.hx", "DEF(\"accel\", HAS_ARG, QEMU_OPTION_accel, \"\", QEMU_ARCH_ALL)\n", "option", "accel")]
    [InlineData("drivers/x.c", "module_param(max_loop, int, 0444);\n", "option", "max_loop")]
    [InlineData("qapi/x.json", "{ 'command': 'query-x', 'if': 'CONFIG_A' }\n", "command", "query-x")]
    public void What_users_can_name(string path, string code, string kind, string name)
    {
        var change = Assert.Single(InterfaceComparer.Compare([TextDiff.Of(path, "\n", "\n" + code)]));
        Assert.Equal((kind, name, UserMessageChangeKind.Added), (change.Kind, change.Name, change.Change));
    }

    [Theory]
    [InlineData("x.hx", "DEF(\"rope\", HAS_ARG, QEMU_OPTION_rope,\n    \"-rope short\\n\"\n", "    \"-rope long\\n\"\n", "    \"ties it\\n\", QEMU_ARCH_ALL)\n")]
    [InlineData("x.c", "static void f(void)\n{\n    object_class_property_add(klass, \"rope\", \"str\",\n        get_rope,\n", "        set_rope,\n", "        NULL, NULL);\n}\n")]
    public void A_call_that_only_gains_or_loses_lines_inside_names_nothing_new(string path, string above, string line, string below)
    {
        Assert.Empty(InterfaceComparer.Compare([TextDiff.Of(path, above + below, above + line + below)]));
        Assert.Empty(InterfaceComparer.Compare([TextDiff.Of(path, above + line + below, above + below)]));
    }

    [Fact]
    public void A_second_property_of_a_name_is_new_where_its_call_is()
    {
        const string One = "static Property a[] = {\n    DEFINE_PROP_BOOL(\"rope\", A, rope, true),\n};\n";
        const string Two = "static Property b[] = {\n    DEFINE_PROP_BOOL(\"rope\", B, rope, true),\n};\n";
        Assert.Equal(UserMessageChangeKind.Added, Assert.Single(InterfaceComparer.Compare([TextDiff.Of("x.c", One, One + Two)])).Change);
    }

    [Fact]
    public void The_first_of_two_properties_of_a_name_that_goes_is_gone_whatever_else_changes()
    {
        const string One = "static Property a[] = {\n    DEFINE_PROP_BOOL(\"rope\", A, rope, true),\n};\n";
        const string Two = "static Property b[] = {\n    DEFINE_PROP_BOOL(\"rope\", B, rope, true),\n};\n";
        const string Conditional = "#ifdef CONFIG_A\nint a;\n#endif\n";
        Assert.Equal(UserMessageChangeKind.Removed, Assert.Single(InterfaceComparer.Compare([TextDiff.Of("x.c", One + Two, Two)])).Change);
        Assert.Equal(UserMessageChangeKind.Removed, Assert.Single(InterfaceComparer.Compare([TextDiff.Of("x.c", One + Two, Two + Conditional)])).Change);
    }

    [Fact]
    public void A_property_of_both_arms_is_there_whatever_they_ask_for()
    {
        const string One = "static Property a[] = {\n#ifdef CONFIG_A\n    DEFINE_PROP_BOOL(\"rope\", A, rope, true),\n#else\n    DEFINE_PROP_BOOL(\"rope\", A, rope, false),\n#endif\n};\n";
        const string Two = "static Property a[] = {\n    DEFINE_PROP_BOOL(\"rope\", A, rope, true),\n};\n";
        Assert.Empty(InterfaceComparer.Compare([TextDiff.Of("x.c", One, Two)]));
        Assert.Empty(InterfaceComparer.Compare([TextDiff.Of("x.c", Two, One)]));
    }

    [Fact]
    public void A_conditional_around_a_property_is_its_condition()
    {
        const string before = "a\n#ifdef CONFIG_A\n    DEFINE_PROP_BOOL(\"on\", S, on, true),\n#endif\nb\n";
        var change = Assert.Single(InterfaceComparer.Compare([TextDiff.Of("x.c", before, "a\n    DEFINE_PROP_BOOL(\"on\", S, on, true),\nb\n")]));
        Assert.Equal((UserMessageChangeKind.ConditionChanged, "CONFIG_A", "true"), (change.Change, change.ConditionBefore, change.ConditionAfter));
    }
}
