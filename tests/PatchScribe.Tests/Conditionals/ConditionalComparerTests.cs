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
