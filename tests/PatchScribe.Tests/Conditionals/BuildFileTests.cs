using PatchScribe.Conditionals;
using PatchScribe.Diffs;
using PatchScribe.Conditionals.Build;

namespace PatchScribe.Tests.Conditionals;

public sealed class BuildFileTests
{
    [Theory]
    [InlineData("hw/x/a.c", "CONFIG_A && CONFIG_X")]
    [InlineData("hw/x/b.c", "CONFIG_X")]
    [InlineData("hw/x/b-stub.c", "!CONFIG_B && CONFIG_X")]
    [InlineData("hw/x/none.c", null)]
    [InlineData("drivers/y/one.c", "CONFIG_TWO && CONFIG_Y")]
    [InlineData("drivers/y/old.c", "CONFIG_A && !CONFIG_B && CONFIG_Y")]
    [InlineData("drivers/y/plain.c", "!CONFIG_A && !CONFIG_B && CONFIG_Y")]
    [InlineData("drivers/y/two-zero.c", "CONFIG_ABI == 2.0 && CONFIG_Y")]
    [InlineData("win.c", "CONFIG_WIN")]
    public void What_the_build_asks_for_a_file(string path, string? expected)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["hw/x/meson.build"] = "x_ss = ss.source_set()\nx_ss.add(files(\n  'b.c', # it's one\n))\nx_ss.add(when: 'CONFIG_A', if_true: files('a.c'))\nx_ss.add(when: 'CONFIG_B', if_false: files('b-stub.c'))\nsystem_ss.add_all(when: 'CONFIG_X', if_true: x_ss)\n",
            ["drivers/Makefile"] = "obj-$(CONFIG_Y) += y/\n",
            ["drivers/y/Makefile"] = "obj-$(CONFIG_TWO) += two.o\ntwo-y := one.o \\\n  other.o\nobj-$(call land,$(CONFIG_A),$(call lnot,$(CONFIG_B))) += old.o\nobj-$(if $(CONFIG_A),n,$(if $(CONFIG_B),n,y)) += plain.o\nifeq ($(CONFIG_ABI),2.0)\nobj-y += two-zero.o\nendif\n",
            ["Makefile.objs"] = "obj-$(CONFIG_WIN) += win.o\n",
        };
        Assert.Equal(expected, new FileConditions(files.GetValueOrDefault).Of(path)?.ToString());
    }

    [Theory]
    [InlineData("hw/x/Kconfig", "config A\n    bool\n", "config A\n    bool\n    select B if C\n", "Added CONFIG_B  -> CONFIG_A && CONFIG_C")]
    [InlineData("hw/x/Kconfig", "config A\n    bool\n    default y\n    help\n      if B\n", "config A\n    bool\n    default y if B\n", "Changed CONFIG_A true -> CONFIG_B")]
    [InlineData("hw/x/Kconfig", "if B\nconfig A\n    bool\nendif\n", "config A\n    bool\n    depends on B\n", "")]
    [InlineData("qapi/x.json", "{ 'struct': 'S', 'data': { 'a': 'int' } }\n", "{ 'struct': 'S',\n  'data': { 'a': { 'type': 'int', 'if': { 'all': ['CONFIG_A', { 'not': 'CONFIG_B' } ] } } } }\n", "Added CONFIG_A true -> CONFIG_A && !CONFIG_B, Added CONFIG_B true -> CONFIG_A && !CONFIG_B")]
    [InlineData("default-configs/x.mak", "CONFIG_A=y\n", "CONFIG_A=y\nCONFIG_B=y\n", "Added CONFIG_B  -> true")]
    [InlineData("hw/x/meson.build", "s.add(when: 'CONFIG_A', if_true: files('a.c'))\n", "s.add(when: 'CONFIG_A', if_true: files('a.c', 'b.c'))\n", "")]
    [InlineData("hw/x/meson.build", "if have_x\n  s.add(files('a.c'))\nendif\n", "if 'CONFIG_A' in config_all\n  s.add(files('a.c'))\nendif\n", "Added CONFIG_A have_x -> CONFIG_A")]
    [InlineData("meson.build", "a = 1\n", "a = 1\ndata.set('CONFIG_A', have_a.found())\n", "Added CONFIG_A  -> have_a")]
    [InlineData("meson.build", "a = 1\n", "a = 1\ndata.set('CONFIG_A', cc.has_function('one', prefix: '#include <one.h>'))\n", "Added CONFIG_A  -> cc.has_function(one, prefix : text)")]
    [InlineData("hw/x/meson.build", "s.add(when: [draw, 'CONFIG_A'], if_true: files('a.c'))\ns.add(when: 'CONFIG_B', if_true: [files('b.c'), draw])\n", "s.add(when: 'CONFIG_A', if_true: [files('a.c'), draw])\ns.add(when: 'CONFIG_B', if_true: [files('b.c'), draw])\n", "Changed CONFIG_A CONFIG_A && draw -> CONFIG_A")]
    [InlineData("qapi/x.json", "{ 'type': 'S', 'data': { 'a': 'int' } }\n", "{ 'struct': 'S', 'data': { 'a': 'int' } }\n", "")]
    [InlineData("meson.build", "a = 1\n", "a = 1\ndata.set('CONFIG_A', cc.links(prefix + '''\n#include <a.h>\nint main(void) { return 0; }''', dependencies: threads))\n", "Added CONFIG_A  -> cc.links(prefix + text, dependencies : threads)")]
    [InlineData("Makefile.objs", "obj-y += one.o\n", "obj-y += one.o\ncommon-obj-$(CONFIG_A) += $(addprefix ui/, $(vnc-obj-y))\n", "Added CONFIG_A  -> CONFIG_A")]
    public void Statements(string path, string before, string after, string expected)
    {
        var changes = ConditionalComparer.Compare([TextDiff.Of(path, before, after)]);
        Assert.Equal(expected, string.Join(", ", changes.Select(one => $"{one.Change} {one.Symbol} {one.Before} -> {one.After}")));
    }

    [Fact]
    public void What_moves_to_another_file_with_its_condition_is_no_change()
    {
        const string block = "#ifdef CONFIG_A\nvoid first(void)\n{\n    call_one(1);\n}\n#endif\n";
        Assert.Empty(ConditionalComparer.Compare([TextDiff.Of("a.c", "int a;\n" + block, "int a;\n"), TextDiff.Of("b.c", "int b;\n", "int b;\n" + block)]));
    }

    [Fact]
    public void An_endif_that_moves_changes_the_condition_of_the_code_in_between()
    {
        const string Diff = "--- a/a.c\n+++ b/a.c\n@@ -1,5 +1,5 @@\n #ifdef CONFIG_A\n     call_one(1);\n-#endif\n     call_two(2);\n+#endif\n     call_three(3);\n";
        var file = DiffReader.Read(Diff).Files[0] with
        {
            OldText = "#ifdef CONFIG_A\n    call_one(1);\n#endif\n    call_two(2);\n    call_three(3);\n",
            NewText = "#ifdef CONFIG_A\n    call_one(1);\n    call_two(2);\n#endif\n    call_three(3);\n",
        };
        var change = Assert.Single(ConditionalComparer.Compare([file]));
        Assert.Equal((ConditionalChangeKind.Changed, "true", "CONFIG_A", EditClass.Specialization), (change.Change, change.Before, change.After, change.Class));
    }

    [Fact]
    public void A_formula_over_very_many_symbols_stays_small()
    {
        var statements = string.Concat(Enumerable.Range(0, 200).Select(i => $"if x{i} and y{i}\n  s.add(when: 'CONFIG_{i}', if_true: files('a.c'))\nendif\n"));
        Assert.InRange(ConditionalComparer.Compare([TextDiff.Of("hw/meson.build", "\n", statements)]).Sum(one => one.After?.Length ?? 0), 0, 100_000);
    }
}
