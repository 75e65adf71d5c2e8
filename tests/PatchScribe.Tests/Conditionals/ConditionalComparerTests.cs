using PatchScribe.Conditionals;
using PatchScribe.Diffs;

namespace PatchScribe.Tests.Conditionals;

public sealed class ConditionalComparerTests
{
    private const string Before = "#include \"a.h\"\n#include CONFIG_DEVICES /* CONFIG_A */\nint f(void)\n{\n#ifdef CONFIG_A\n    call_one(1);\n#endif\n    return 0;\n}\n";

    [Fact]
    public void Code_that_loses_its_conditional_is_generalized()
    {
        var changes = Compare("x.c", Before, "#include \"a.h\"\nint f(void)\n{\n    call_one(1);\n    return 0;\n}\n");
        Assert.Equal(["include CONFIG_DEVICES  -> ", "ifdef CONFIG_A CONFIG_A -> true"], changes.Select(Show));
        Assert.Equal([EditClass.WithMapping, EditClass.Generalization], changes.Select(change => change.Class));
        Assert.All(changes, change => Assert.Equal(ConditionalChangeKind.Removed, change.Change));
    }

    [Fact]
    public void Without_the_whole_file_the_hunks_say_the_same()
    {
        var file = File("x.c", Before, "#include \"a.h\"\nint f(void)\n{\n    call_one(1);\n    return 0;\n}\n") with { OldText = null, NewText = null };
        Assert.Equal(2, ConditionalComparer.Compare([file]).Count);
    }

    [Theory]
    [InlineData("    call_one(1);", "        call_one(1);")]
    [InlineData("#ifdef CONFIG_A\n    call_one(1);\n#endif\n    return 0;", "    return 0;\n#ifdef CONFIG_A\n    call_one(1);\n#endif")]
    [InlineData("#ifdef CONFIG_A\n    call_one(1);", "#if defined(CONFIG_A)\n    call_one(1);")]
    [InlineData("#ifdef CONFIG_A\n    call_one(1);\n#endif", "#if defined(CONFIG_A)\n    call_one(1);\n#endif")]
    [InlineData("#ifdef CONFIG_A\n    call_one(1);\n#endif", "#ifndef CONFIG_A\n#else\n    call_one(1);\n#endif")]
    [InlineData("    return 0;", "    return 1;")]
    public void What_means_the_same_is_no_change(string old, string now)
    {
        Assert.Empty(Compare("x.c", Before, Before.Replace(old, now, StringComparison.Ordinal)));
    }

    [Fact]
    public void Includes_indented_under_a_new_conditional_change_their_condition()
    {
        var changes = Compare("x.c", "#ifdef CONFIG_A\n# include <one/first.h>\n#endif\nint a;\n", "#ifndef _WIN32\n# ifdef CONFIG_A\n#  include <one/first.h>\n# endif\n#endif\nint a;\n");
        Assert.Equal(["ifdef CONFIG_A CONFIG_A -> CONFIG_A && !_WIN32"], changes.Select(Show));
    }

    [Fact]
    public void Where_only_the_code_of_the_else_survives_its_condition_is_told()
    {
        const string Both = "int f(void)\n{\n#ifdef CONFIG_A\n    call_one(1);\n#else\n    call_two(2);\n#endif\n}\n";
        const string One = "int f(void)\n{\n    call_two(2);\n}\n";
        var (gone, come) = (Assert.Single(Compare("x.c", Both, One)), Assert.Single(Compare("x.c", One, Both)));
        Assert.Equal((ConditionalChangeKind.Removed, EditClass.Generalization, "else CONFIG_A !CONFIG_A -> true"), (gone.Change, gone.Class, Show(gone)));
        Assert.Equal((ConditionalChangeKind.Added, EditClass.Specialization, "else CONFIG_A true -> !CONFIG_A"), (come.Change, come.Class, Show(come)));
    }

    [Fact]
    public void A_line_that_other_code_has_too_is_not_the_code_of_a_conditional()
    {
        const string block = "    switch (mode) {\n#ifdef CONFIG_A\n    case MODE_A:\n        result = fill_all(fd, SIZE);\n        if (result != 0) {\n            complain_about(result);\n        }\n        break;\n#endif\n";
        const string rest = "    case MODE_B:\n        while (left_over) {\n            if (write_some(fd) < 0) {\n                complain_again(fd);\n                break;\n            }\n        }\n    }\n    return result;\n}\n";
        const string other = "int other(void)\n{\n    prepare_other();\n    finish_other();\n    return 0;\n}\n";
        var after = "int fill(int fd, int size)\n{\n" + block.Replace("SIZE", "size", StringComparison.Ordinal).Replace("break;", "return result;", StringComparison.Ordinal) + rest;
        Assert.Empty(Compare("x.c", other + "int make(int fd)\n{\n" + block.Replace("SIZE", "total", StringComparison.Ordinal) + rest, after + other + "int make(int fd)\n{\n    return fill(fd, total);\n}\n"));
    }

    [Fact]
    public void A_line_of_another_place_in_the_function_does_not_hide_a_new_conditional()
    {
        const string Old = "int f(void)\n{\n    first(1);\n    second(2);\n    if (ready) {\n#ifndef CONFIG_A\n        field->value =\n            set_it(1);\n#endif\n    }\n}\n";
        const string Now = "int f(void)\n{\n    first(1);\n#ifndef CONFIG_A\n    if (tag == none) {\n        field->value =\n            set_it(0);\n    }\n#endif\n    second(2);\n    if (ready) {\n#ifndef CONFIG_A\n        use(field);\n#endif\n    }\n}\n";
        Assert.Contains(Compare("x.c", Old, Now), change => change is { Change: ConditionalChangeKind.Added, Class: EditClass.WithMapping, After: "!CONFIG_A" });
    }

    [Fact]
    public void Of_like_lines_that_a_diff_takes_into_a_conditional_the_outer_ones_count()
    {
        const string Old = "int f(void)\n{\n    rc = last(0);\n    if (rc != 0) {\n        stop_here(rc);\n    }\n}\n";
        const string Now = "int f(void)\n{\n#ifdef CONFIG_A\n    rc = first(1);\n    if (rc != 0) {\n        stop_here(rc);\n    }\n#endif\n    rc = last(1);\n    if (rc != 0) {\n        stop_here(rc);\n    }\n}\n";
        var file = DiffReader.Read("--- a/x.c\n+++ b/x.c\n@@ -1,7 +1,13 @@\n int f(void)\n {\n-    rc = last(0);\n+#ifdef CONFIG_A\n+    rc = first(1);\n     if (rc != 0) {\n         stop_here(rc);\n     }\n+#endif\n+    rc = last(1);\n+    if (rc != 0) {\n+        stop_here(rc);\n+    }\n }\n").Files[0] with { OldText = Old, NewText = Now };
        var change = Assert.Single(ConditionalComparer.Compare([file]));
        Assert.Equal((null, "CONFIG_A", EditClass.WithMapping), (change.Before, change.After, change.Class));
    }

    [Fact]
    public void A_conditional_around_another_one_is_told_with_it()
    {
        const string Inner = "#if VERSION\nint make(int a);\n#else\nint make(int a, int b);\n#endif\n";
        var change = Assert.Single(Compare("x.c", "int a;\n" + Inner, "int a;\n#ifdef CONFIG_A\n" + Inner + "#endif\n"));
        Assert.Equal(("VERSION", "CONFIG_A && VERSION", EditClass.Specialization), (change.Before, change.After, change.Class));
    }

    [Fact]
    public void A_conditional_that_begins_further_down_is_changed()
    {
        var after = "int f(void)\n{\n    call_one(1);\n#ifdef CONFIG_A\n    call_two(2);\n#endif\n    return 0;\n}\n";
        var before = "int f(void)\n{\n#ifdef CONFIG_A\n    call_one(1);\n    call_two(2);\n#endif\n    return 0;\n}\n";
        var (there, back) = (Assert.Single(Compare("x.c", before, after)), Assert.Single(Compare("x.c", after, before)));
        Assert.Equal((ConditionalChangeKind.Changed, EditClass.Generalization, "CONFIG_A", "true", 3, 4), (there.Change, there.Class, there.Before, there.After, there.LineBefore, there.LineAfter));
        Assert.Equal((ConditionalChangeKind.Changed, EditClass.Specialization), (back.Change, back.Class));
    }

    [Fact]
    public void A_line_that_leaves_a_conditional_that_stays_changes_its_condition()
    {
        const string Old = "struct A {\n    int auth;\n#ifdef CONFIG_A\n    int subauth;\n    int more;\n#endif\n};\n";
        const string Now = "struct A {\n    int auth;\n    int subauth;\n    int also;\n#ifdef CONFIG_A\n    int more;\n#endif\n};\n";
        var file = DiffReader.Read("--- a/x.h\n+++ b/x.h\n@@ -1,7 +1,8 @@\n struct A {\n     int auth;\n+    int subauth;\n+    int also;\n #ifdef CONFIG_A\n-    int subauth;\n     int more;\n #endif\n };\n").Files[0] with { OldText = Old, NewText = Now };
        var change = Assert.Single(ConditionalComparer.Compare([file]));
        Assert.Equal((ConditionalChangeKind.Changed, "CONFIG_A", "true"), (change.Change, change.Before, change.After));
    }

    [Fact]
    public void Moved_code_with_its_conditional_is_no_change()
    {
        const string block = "#ifdef CONFIG_A\n    call_one(1);\n#endif\n";
        var moved = Before.Replace(block, "", StringComparison.Ordinal).Replace("    return 0;\n", "    return 0;\n" + block, StringComparison.Ordinal);
        Assert.Empty(Compare("x.c", Before, moved));
    }

    [Theory]
    [InlineData("#if defined(CONFIG_A) || defined(CONFIG_B)", "Added CONFIG_B", EditClass.Generalization)]
    [InlineData("#if defined(CONFIG_A) && defined(CONFIG_B)", "Added CONFIG_B", EditClass.Specialization)]
    public void A_changed_expression_names_what_is_new_and_what_changed(string directive, string added, EditClass edit)
    {
        var changes = Compare("x.c", Before, Before.Replace("#ifdef CONFIG_A", directive, StringComparison.Ordinal));
        Assert.Contains(changes, change => change.Symbol == "CONFIG_A" && change.Change == ConditionalChangeKind.Changed && change.Class == edit);
        Assert.Contains(changes, change => $"{change.Change} {change.Symbol}" == added);
    }

    [Theory]
    [InlineData("hw/x/meson.build", "ss.add(when: 'CONFIG_A', if_true: files('a.c'))\n", "ss.add(when: ['CONFIG_A', 'CONFIG_B'], if_true: files('a.c'))\n", "Changed CONFIG_A, Added CONFIG_B")]
    [InlineData("drivers/x/Makefile", "obj-$(CONFIG_A) += a.o\n", "obj-y += a.o\n", "Removed CONFIG_A")]
    [InlineData("hw/x/Kconfig", "config A\n    bool\n", "config A\n    bool\n    depends on B\n", "Changed CONFIG_A")]
    [InlineData("x.c", "if (IS_ENABLED(CONFIG_A)) {\n", "if (ready) {\n", "Removed CONFIG_A")]
    public void Other_constructs(string path, string before, string after, string expected)
    {
        Assert.Equal(expected, string.Join(", ", Compare(path, before, after).Select(change => $"{change.Change} {change.Symbol}")));
    }

    [Fact]
    public void The_way_back_is_the_mirror_of_the_way_there()
    {
        var after = Before.Replace("#ifdef CONFIG_A\n    call_one(1);\n#endif\n", "    call_one(1);\n", StringComparison.Ordinal);
        var there = Assert.Single(Compare("x.c", Before, after));
        var back = Assert.Single(Compare("x.c", after, Before));
        Assert.Equal((there.Before, there.After, there.LineBefore), (back.After, back.Before, back.LineAfter));
        Assert.Equal((ConditionalChangeKind.Added, EditClass.Specialization), (back.Change, back.Class));
    }

    private static string Show(ConditionalChange change) => $"{change.Construct.ToString().ToLowerInvariant()} {change.Symbol} {change.Before} -> {change.After}";

    private static IReadOnlyList<ConditionalChange> Compare(string path, string before, string after) => ConditionalComparer.Compare([File(path, before, after)]);

    private static FileChange File(string path, string before, string after) => TextDiff.Of(path, before, after);
}
