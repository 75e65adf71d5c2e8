using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class InterfaceChangedRuleTests
{
    private const string Array = "static Property foo_properties[] = {\n@\n};\n";

    private static CheckCase Properties(string log, string before, string after) =>
        new CheckCase(log).File("hw/foo/foo.c", Array.Replace("@", before, StringComparison.Ordinal), Array.Replace("@", after, StringComparison.Ordinal));

    [Fact]
    public void A_property_that_vanishes_is_a_warning()
    {
        var finding = Assert.Single(Properties("hw/foo: remove dead code", "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),\n    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),").Check("PS0104"));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("property \"old-way\" vanishes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_appears_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Properties("hw/foo: prepare", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),", "    DEFINE_PROP_UINT8(\"n\", Foo, n, 1),\n    DEFINE_PROP_BOOL(\"x-new\", Foo, now, false),").Check("PS0104")).Severity);

    [Fact]
    public void One_that_changes_its_condition_is_a_warning() =>
        Assert.Contains("always instead of CONFIG_BAR", Assert.Single(Properties("hw/foo: tidy up", "#ifdef CONFIG_BAR\n    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),\n#endif", "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),").Check("PS0104")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("hw/foo: remove the old-way property")]
    [InlineData("hw/foo: remove old_way")]
    public void A_log_that_names_it_is_not(string log) =>
        Assert.Empty(Properties(log, "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),").Check("PS0104"));

    [Fact]
    public void One_that_the_document_of_removed_features_has_is_a_note()
    {
        var finding = Assert.Single(Properties("hw/foo: remove dead code", "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),")
            .File("docs/about/removed-features.rst", "Removed\n", "Removed\n``old-way`` of foo (since 9.2)\n").Check("PS0104"));
        Assert.Equal(Severity.Note, finding.Severity);
        Assert.Contains("removed-features.rst does", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_are_named_by_their_type()
    {
        const string Before = "{ 'enum': 'FooKind',\n  'data': [ 'one', 'two' ] }\n";
        const string After = "{ 'enum': 'FooKind',\n  'data': [ { 'name': 'one', 'if': 'CONFIG_ONE' }, 'two' ] }\n";
        Assert.Empty(new CheckCase("qapi: make the FooKind entries conditional").File("qapi/foo.json", Before, After).Check("PS0104"));
        Assert.Empty(new CheckCase("qapi: add the missing compile-time conditionals").File("qapi/foo.json", Before, After).Check("PS0104"));
        Assert.Empty(new CheckCase("qapi: make some entries depend on the CONFIG_* switches").File("qapi/foo.json", Before, After).Check("PS0104"));
        Assert.NotEmpty(new CheckCase("qapi: tidy up").File("qapi/foo.json", Before, After).Check("PS0104"));
    }

    [Fact]
    public void One_that_is_experimental_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Properties("hw/foo: remove dead code", "    DEFINE_PROP_BOOL(\"x-old\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),").Check("PS0104")).Severity);

    [Fact]
    public void A_member_that_moves_to_another_type_is_still_there()
    {
        const string Before = "{ 'struct': 'FooProperties',\n  'data': { '*limit': 'int', '*rate': 'int' } }\n";
        Assert.DoesNotContain(new CheckCase("qapi: tidy up").File("qapi/foo.json", Before, "{ 'struct': 'BaseProperties',\n  'data': { '*limit': 'int' } }\n{ 'struct': 'FooProperties',\n  'base': 'BaseProperties',\n  'data': { '*rate': 'int' } }\n").Check("PS0104"), finding => finding.Severity == Severity.Warning);
        Assert.Contains(new CheckCase("qapi: tidy up").File("qapi/foo.json", Before, "{ 'struct': 'FooProperties',\n  'data': { '*rate': 'int' } }\n").Check("PS0104"), finding => finding.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData("hw/foo: remove the foo-bar type")]
    [InlineData("hw/foo: there is no FOO BAR any more")]
    [InlineData("hw/foo: drop TYPE_FOO_BAR")]
    public void A_type_that_a_macro_names_is_named_without_its_prefix(string log) => Assert.Empty(Types(log).Check("PS0104"));

    [Fact]
    public void A_type_that_a_macro_names_and_the_log_does_not_is_a_note() => Assert.Equal(Severity.Note, Assert.Single(Types("hw/foo: tidy up").Check("PS0104")).Severity);

    private static CheckCase Types(string log)
    {
        const string Type = "static const TypeInfo foo_bar_info = {\n    .name = TYPE_FOO_BAR,\n};\n";
        return new CheckCase(log).File("hw/foo/foo.c", Type + "int a;\n", "int a;\n");
    }

    [Fact]
    public void A_name_that_moves_to_a_new_file_is_still_there()
    {
        const string Type = "static const TypeInfo foo_bar_info = {\n    .name = \"foo-bar\",\n};\n";
        Assert.Empty(new CheckCase("hw/foo: tidy up").File("hw/foo/foo.c", Type + "int a;\n", "int a;\n").NewFile("include/hw/foo.h", "#define TYPE_FOO_BAR \"foo-bar\"\n").Check("PS0104"));
    }

    [Theory]
    [InlineData("hw/foo: remove the gadget", Severity.Note)]
    [InlineData("hw/foo: remove the device", Severity.Warning)]
    [InlineData("hw/foo: rework\n\nDrop the two properties of it.", Severity.Note)]
    [InlineData("hw/foo: rework\n\nFix it by getting rid of the hand-made list.", Severity.Note)]
    [InlineData("hw/foo: rework\n\nDrop the two commands of it.", Severity.Warning)]
    [InlineData("hw/foo: rework\n\nIt is no longer possible to set it from the command line.", Severity.Note)]
    [InlineData("Revert \"hw/foo: add it\"", Severity.Note)]
    public void A_part_of_the_name_in_the_log_makes_it_a_note(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(Properties(log, "    DEFINE_PROP_BOOL(\"gadget-mode\", Foo, old, false),", "    DEFINE_PROP_END_OF_LIST(),").Check("PS0104")).Severity);

    [Theory]
    [InlineData("foo: drop the internal `bar` command", Severity.Note)]
    [InlineData("foo: tidy up", Severity.Warning)]
    public void An_option_goes_with_its_command(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).File("builtin/foo.c", "struct option options[] = {\n    OPT_BOOL(0, \"quick-way\", &quick, \"be quick\"),\n    OPT_END()\n};\n", "struct option options[] = {\n    OPT_END()\n};\n").Check("PS0104")).Severity);

    [Theory]
    [InlineData("foo: move \"setup\" to a test tool", Severity.Note)]
    [InlineData("foo: move a part to a test tool", Severity.Warning)]
    public void An_option_goes_with_the_function_that_the_log_has_a_part_of(string log, Severity severity)
    {
        const string Setup = "static int module_setup(int argc)\n{\n    struct option options[] = {\n        OPT_BOOL(0, \"quick-way\", &quick, \"be quick\"),\n        OPT_END()\n    };\n}\n\n";
        Assert.Equal(severity, Assert.Single(new CheckCase(log).File("builtin/foo.c", $"{Setup}int b(void)\n{{\n    a();\n}}\n", "int b(void)\n{\n    a();\n}\n").Check("PS0104")).Severity);
    }

    [Fact]
    public void Names_with_other_conditions_each_are_findings_each() =>
        Assert.Equal(2, new CheckCase("dram: tidy up").File("drivers/Kconfig", "config ZQ\n\tbool \"one\"\n\nconfig ZR\n\tbool \"two\"\n", "config ZQ\n\tbool \"one\"\n\tdepends on CHIP98\n\nconfig ZR\n\tbool \"two\"\n\tdepends on CHIP99\n").Check("PS0104").Count);

    [Theory]
    [InlineData("    ov = opts_visitor_new(opts);", Severity.Note)]
    [InlineData("    a();", Severity.Warning)]
    public void An_option_that_a_visitor_reads_is_a_note(string code, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("net: convert it").File("net/foo.c", "static QemuOptsList foo_opts = {\n    .name = \"foo\",\n    .desc = {\n        {\n            .name = \"latency\",\n            .type = QEMU_OPT_STRING,\n        },\n        { /* end */ }\n    },\n};\n", $"void foo(void)\n{{\n{code}\n}}\n").Check("PS0104"), finding => finding.Message.Contains("latency", StringComparison.Ordinal)).Severity);

    [Theory]
    [InlineData("hw/foo: removed the ssi mux", Severity.Note)]
    [InlineData("hw/foo: wire the ssi mux", Severity.Warning)]
    public void A_short_part_of_the_name_tells_where_the_subject_takes_something_away(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).File("hw/foo.c", "static const TypeInfo foo_info = {\n    .name = \"evb-ssi\",\n};\nint a;\n", "int a;\n").Check("PS0104")).Severity);

    [Theory]
    [InlineData("TYPE_GADGET_PCI", Severity.Note)]
    [InlineData("\"other-pci\"", Severity.Warning)]
    public void A_type_whose_name_is_a_macro_now_is_a_note(string name, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: use the constant").File("hw/foo.c", "static const TypeInfo foo_info = {\n    .name = \"gadget-pci\",\n};\n", $"static const TypeInfo foo_info = {{\n    .name = {name},\n}};\n").Check("PS0104"), finding => finding.Message.Contains("vanishes", StringComparison.Ordinal)).Severity);

    [Fact]
    public void One_that_comes_from_another_file_is_a_note()
    {
        static string Table(string property) => $"static Property foo_properties[] = {{\n{property}    DEFINE_PROP_END_OF_LIST(),\n}};\n";
        const string Vectors = "    DEFINE_PROP_UINT32(\"vectors\", Foo, vectors, 0),\n";
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: tidy up").File("hw/a.c", Table($"#ifdef CONFIG_GADGET\n{Vectors}#endif\n"), Table("")).File("hw/b.c", Table(""), Table(Vectors)).Check("PS0104")).Severity);
    }

    [Fact]
    public void One_that_goes_with_the_code_that_set_it_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Properties("hw/foo: tidy up", "    DEFINE_PROP_UINT32(\"window-base\", Foo, base, 0),", "    DEFINE_PROP_END_OF_LIST(),")
            .File("hw/foo/board.c", "void board(void)\n{\n    qdev_prop_set_uint32(dev, \"window-base\", 4);\n    a();\n}\n", "void board(void)\n{\n    a();\n}\n").Check("PS0104")).Severity);

    [Fact]
    public void A_name_with_a_number_in_brackets_is_named_without_them() =>
        Assert.Empty(Properties("hw/foo: drop the cpu0 field", "    DEFINE_PROP_UINT32(\"cpu[0]\", Foo, cpu0, 0),", "    DEFINE_PROP_END_OF_LIST(),").Check("PS0104"));

    [Theory]
    [InlineData("arm: remove the brd77 board", "config TARGET_BRD77\n\tbool \"one\"\n", "", null)]
    [InlineData("sound: add a driver for CHIP98 codecs", "", "config SOUND_CHIP98\n\tbool \"one\"\n", null)]
    [InlineData("sound: add a driver", "", "config SOUND_CHIP98\n\tbool \"one\"\n", Severity.Note)]
    [InlineData("sound: tidy up", "config SOUND_CHIP98\n\tbool \"one\"\n", "", Severity.Note)]
    [InlineData("dram: know more", "config ZQ\n\tbool \"one\"\n", "config ZQ\n\tbool \"one\"\n\tdepends on MACH_SUN50_H616\n", Severity.Note)]
    [InlineData("dram: let Kconfig see the dependencies", "config ZQ\n\tbool \"one\"\n", "config ZQ\n\tbool \"one\"\n\tdepends on MACH_SUN50_H616\n", null)]
    public void A_symbol_of_Kconfig_is_a_note_and_told_by_the_parts_of_its_name(string log, string before, string after, Severity? severity)
    {
        const string Other = "config OTHER\n\tbool \"other\"\n";
        Assert.Equal(severity, new CheckCase(log).File("drivers/Kconfig", Other + before, Other + after).Check("PS0104").SingleOrDefault()?.Severity);
    }

    [Fact]
    public void A_name_that_a_changed_file_still_spells_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Properties("hw/foo: read it otherwise", "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),", "    ENTRY(old_way),").Check("PS0104")).Severity);

    [Fact]
    public void A_type_of_the_schema_and_its_members_are_a_note()
    {
        const string Union = "{ 'union': 'FooOptions',\n  'data': { 'one': 'OneOptions' } }\n";
        const string Type = "{ 'struct': 'OneOptions',\n  'data': { '*limit': 'int' } }\n";
        var findings = new CheckCase("qapi: tidy up").File("qapi/foo.json", Type + Union, Union).Check("PS0104");
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(Severity.Note, finding.Severity));
    }

    [Fact]
    public void What_goes_with_a_type_that_the_log_takes_away_is_a_note()
    {
        const string Type = "static const TypeInfo foo_info = {\n    .name = \"foo-bar\",\n};\n";
        var text = Type + Array.Replace("@", "    DEFINE_PROP_BOOL(\"old-way\", Foo, old, false),", StringComparison.Ordinal);
        CheckCase Case(string log) => new CheckCase(log).File("hw/foo/foo.c", text + "int a;\n", "int a;\n");
        Assert.Equal(Severity.Note, Assert.Single(Case("hw/foo: remove foo-bar").Check("PS0104")).Severity);
        Assert.Contains(Case("hw/foo: tidy up foo-bar").Check("PS0104"), finding => finding.Severity == Severity.Warning);
    }
}
