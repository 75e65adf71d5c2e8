using PatchScribe.UserMessages;

namespace PatchScribe.Tests.UserMessages;

public sealed class UserMessageComparerTests
{
    private const string Before = "int f(void)\n{\n#ifdef CONFIG_A\n    error_setg(errp, \"cannot open the %s\", x);\n#endif\n    error_report(\"second\");\n    return 0;\n}\n";

    [Theory]
    [InlineData("    error_setg(errp, \"cannot open the %s\", x);", "  error_setg(errp, \"cannot \"\n        \"open the %s\", y);")]
    [InlineData("    return 0;", "    return 1;")]
    public void Rewrapped_and_reindented_text_is_no_change(string old, string now)
    {
        Assert.Empty(Compare(Before, Before.Replace(old, now, StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_text_in_the_same_function_is_a_change_of_one_message()
    {
        var change = Assert.Single(Compare(Before, Before.Replace("cannot open the %s", "cannot open the device %s", StringComparison.Ordinal)));
        Assert.Equal((UserMessageChangeKind.Changed, "cannot open the %s", "cannot open the device %s", "CONFIG_A", "CONFIG_A"),
            (change.Change, change.Before, change.After, change.ConditionBefore, change.ConditionAfter));
    }

    [Fact]
    public void A_conditional_that_goes_changes_the_condition()
    {
        var after = Before.Replace("#ifdef CONFIG_A\n", "", StringComparison.Ordinal).Replace("#endif\n", "", StringComparison.Ordinal);
        var change = Assert.Single(Compare(Before, after));
        Assert.Equal((UserMessageChangeKind.ConditionChanged, "CONFIG_A", "true", 4, 3), (change.Change, change.ConditionBefore, change.ConditionAfter, change.LineBefore, change.LineAfter));
    }

    [Fact]
    public void A_test_of_a_switch_for_debugging_in_place_of_a_conditional_is_another_condition()
    {
        const string Old = "void f(void)\n{\n#ifdef DEBUG_F\n    fprintf(stderr, \"at %d\\n\", a);\n#endif\n}\n";
        var change = Assert.Single(Compare(Old, "void f(void)\n{\n    if (DEBUG_F) {\n        fprintf(stderr, \"at %d\\n\", a);\n    }\n}\n"));
        Assert.Equal((UserMessageChangeKind.ConditionChanged, "DEBUG_F", "true", "debug"), (change.Change, change.ConditionBefore, change.ConditionAfter, change.SeverityAfter));
    }

    [Fact]
    public void Another_severity_is_a_change()
    {
        var change = Assert.Single(Compare(Before, Before.Replace("error_report", "warn_report", StringComparison.Ordinal)));
        Assert.Equal(("error", "warning"), (change.SeverityBefore, change.SeverityAfter));
    }

    [Fact]
    public void What_has_no_counterpart_is_removed_or_added()
    {
        Assert.Equal([UserMessageChangeKind.Removed], Compare(Before, Before.Replace("    error_report(\"second\");\n", "", StringComparison.Ordinal)).Select(change => change.Change));
        Assert.Equal([UserMessageChangeKind.Added], Compare(Before.Replace("    error_report(\"second\");\n", "", StringComparison.Ordinal), Before).Select(change => change.Change));
    }

    [Fact]
    public void A_bare_line_end_is_no_counterpart_of_a_text()
    {
        const string One = "void f(void)\n{\n    monitor_printf(mon, \"\\n\");\n}\n";
        Assert.Equal(2, Compare(One, One.Replace("\"\\n\"", "\"server\\n\"", StringComparison.Ordinal)).Count);
    }

    [Theory]
    [InlineData("obj-$(call lnot,$(CONFIG_A)) += b.o\n", 0)]
    [InlineData("obj-y += b.o\n", 1)]
    public void A_text_that_moves_to_a_file_of_the_same_condition_is_no_change(string build, int changes)
    {
        const string Call = "void f(void)\n{\n    error_report(\"the rope is not there\");\n}\n";
        var trees = new PatchScribe.Analysis.SourceTrees(_ => null, path => path == "hw/Makefile.objs" ? build : null);
        var analysis = new PatchScribe.Analysis.ChangeAnalyzer([]).Analyze("x", [TextDiff.Of("hw/a.h", "#ifndef CONFIG_A\n" + Call + "#endif\n", "\n"), TextDiff.Of("hw/b.c", "\n", Call)], trees: trees);
        Assert.Equal(changes, analysis.Messages.Count);
    }

    [Fact]
    public void A_patch_beside_a_tree_brings_its_own_build_file()
    {
        var trees = new PatchScribe.Analysis.SourceTrees(path => path == "hw/Makefile.objs" ? "obj-y += a.o\n" : null, path => path == "hw/Makefile.objs" ? "obj-y += a.o\n" : null);
        var analysis = new PatchScribe.Analysis.ChangeAnalyzer([]).Analyze("x", [TextDiff.Of("hw/Makefile.objs", "obj-y += a.o\n", "obj-y += a.o\nobj-$(CONFIG_B) += b.o\n"), TextDiff.Of("hw/b.c", "\n", "void f(void)\n{\n    error_report(\"no rope\");\n}\n")], trees: trees);
        Assert.Equal("CONFIG_B", Assert.Single(analysis.Messages).FileCondition);
    }

    [Fact]
    public void Hunks_alone_leave_unknown_conditions_open()
    {
        var file = TextDiff.Of("x.c", Before, Before.Replace("second", "the second", StringComparison.Ordinal)) with { OldText = null, NewText = null };
        var change = Assert.Single(UserMessageComparer.Compare([file]));
        Assert.Equal((null, null, "f"), (change.ConditionBefore, change.ConditionAfter, change.Function));
    }

    [Fact]
    public void A_line_that_a_diff_keeps_in_another_function_is_not_the_same_message()
    {
        // As git prints it when one function takes the place of another: the call and the brace stay, the heads change.
        var file = PatchScribe.Diffs.DiffReader.Read("--- a/x.c\n+++ b/x.c\n@@ -1,11 +1,12 @@\n #ifndef A\n-int one(void)\n+int two(void)\n {\n     error_report(\"not here\");\n }\n-int two(void)\n+#endif\n+#ifndef B\n+int one(void)\n {\n     error_report(\"not here\");\n }\n #endif\n").Files[0] with
        {
            OldText = "#ifndef A\nint one(void)\n{\n    error_report(\"not here\");\n}\nint two(void)\n{\n    error_report(\"not here\");\n}\n#endif\n",
            NewText = "#ifndef A\nint two(void)\n{\n    error_report(\"not here\");\n}\n#endif\n#ifndef B\nint one(void)\n{\n    error_report(\"not here\");\n}\n#endif\n",
        };
        var change = Assert.Single(UserMessageComparer.Compare([file]));
        Assert.Equal(("one", 4, 10, "!A", "!B"), (change.Function, change.LineBefore, change.LineAfter, change.ConditionBefore, change.ConditionAfter));
    }

    [Fact]
    public void A_conditional_inside_a_call_gives_a_text_for_each_choice()
    {
        const string Call = "int f(void)\n{\n    error_append_hint(errp, \"Use host=X \"\n                      \"or path=Y\\n\");\n}\n";
        var changes = Compare(Call, Call.Replace(" \"\n", " \"\n#ifdef CONFIG_A\n                      \"or fd=N \"\n#endif\n", StringComparison.Ordinal));
        Assert.Equal([(UserMessageChangeKind.Added, null, "CONFIG_A", "Use host=X or fd=N or path=Y\\n"), (UserMessageChangeKind.ConditionChanged, "true", "!CONFIG_A", "Use host=X or path=Y\\n")],
            changes.Select(one => (one.Change, one.ConditionBefore, one.ConditionAfter!, one.After!)).Order());
    }

    [Fact]
    public void A_macro_of_a_header_that_a_header_includes_is_resolved()
    {
        const string Call = "int f(void)\n{\n    error_prepend(errp, MSG_PREFIX, n);\n}\n";
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["include/one.h"] = "#include \"two.h\"\n", ["include/two.h"] = "#include \"one.h\"\n#define MSG_PREFIX \"bus %s: \"\n" };
        var trees = new PatchScribe.Analysis.SourceTrees(files.GetValueOrDefault, files.GetValueOrDefault);
        var moved = new PatchScribe.Analysis.ChangeAnalyzer([]).Analyze("x", [TextDiff.Of("x.c", "#include \"one.h\"\n" + Call, "#include \"one.h\"\n"), TextDiff.Of("y.c", "#include \"two.h\"\n", "#include \"two.h\"\n" + Call)], trees: trees);
        Assert.Empty(moved.Messages);
    }

    [Fact]
    public void A_macro_that_one_version_knows_is_the_same_in_the_other_one()
    {
        const string Call = "int f(void)\n{\n    error_report(MSG_TEXT, n);\n}\n";
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["include/far.h"] = "#include \"mid.h\"\n", ["include/mid.h"] = "#include \"near.h\"\n", ["include/near.h"] = "#include \"msg.h\"\n", ["include/msg.h"] = "#define MSG_TEXT \"no bus %s\"\n" };
        IReadOnlyList<UserMessageChange> Messages(string text) => new PatchScribe.Analysis.ChangeAnalyzer([])
            .Analyze("x", [TextDiff.Of("x.c", "#include \"msg.h\"\n" + Call, "#include \"far.h\"\n" + Call.Replace("MSG_TEXT", text, StringComparison.Ordinal))], trees: new PatchScribe.Analysis.SourceTrees(files.GetValueOrDefault, files.GetValueOrDefault)).Messages;
        Assert.Empty(Messages("MSG_TEXT"));
        Assert.Equal(("no bus %s", "no bus at all"), Assert.Single(Messages("\"no bus at all\"")) is var change ? (change.Before, change.After) : default);
    }

    [Theory]
    [InlineData("obj-$(CONFIG_A) += x.o\n", 0)]
    [InlineData("obj-y += x.o\n", 1)]
    public void A_condition_that_goes_from_the_line_to_its_file_is_no_other_one(string makefile, int count)
    {
        const string Body = "    error_report(\"no tree of %s\", n);\n";
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { ["hw/Makefile.objs"] = "obj-y += x.o\n" };
        var after = new Dictionary<string, string>(StringComparer.Ordinal) { ["hw/Makefile.objs"] = makefile };
        var analysis = new PatchScribe.Analysis.ChangeAnalyzer([]).Analyze("x", [TextDiff.Of("hw/x.c", $"int f(void)\n{{\n#ifdef CONFIG_A\n{Body}#endif\n}}\n", $"int f(void)\n{{\n{Body}}}\n")], trees: new PatchScribe.Analysis.SourceTrees(before.GetValueOrDefault, after.GetValueOrDefault));
        Assert.Equal(count, analysis.Messages.Count);
    }

    private static IReadOnlyList<UserMessageChange> Compare(string before, string after) => UserMessageComparer.Compare([TextDiff.Of("x.c", before, after)]);

    [Theory]
    [InlineData("error_set(errp, ERROR_CLASS_DEVICE_NOT_FOUND, \"no device %s\", x);", "error_set(errp, ERROR_CLASS_COMMAND_NOT_FOUND, \"no device %s\", x);", "ERROR_CLASS_COMMAND_NOT_FOUND")]
    [InlineData("error_set(errp, ERROR_CLASS_DEVICE_NOT_FOUND, \"no device %s\", x);", "error_setg(errp, \"no device %s\", x);", null)]
    public void Another_error_class_is_a_change(string before, string after, string? errorClass)
    {
        var change = Assert.Single(Compare($"int f(void)\n{{\n    {before}\n}}\n", $"int f(void)\n{{\n    {after}\n}}\n"));
        Assert.True(change.HasOtherErrorClass);
        Assert.Equal((UserMessageChangeKind.Changed, "ERROR_CLASS_DEVICE_NOT_FOUND", errorClass), (change.Change, change.ErrorClassBefore, change.ErrorClassAfter));
    }

    [Fact]
    public void The_generic_class_by_name_is_no_other_class() =>
        Assert.Empty(Compare("int f(void)\n{\n    error_setg(errp, \"no device\");\n}\n", "int f(void)\n{\n    error_set(errp, ERROR_CLASS_GENERIC_ERROR, \"no device\");\n}\n"));
}
