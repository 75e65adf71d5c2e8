using PatchScribe.UserMessages;

namespace PatchScribe.Tests.UserMessages;

public sealed class UserMessageFinderTests
{
    [Theory]
    [InlineData("error_setg(errp, \"no %s\", x);", "no %s", "error")]
    [InlineData("error_setg(errp, \"no \"\n    \"such \" /* why */ \"thing\");", "no such thing", "error")]
    [InlineData("error_report(\"at 0x%\" PRIx64 \" bytes\", x);", "at 0x%PRIx64 bytes", "error")]
    [InlineData("error_setg_errno(errp, errno, \"open(%s) failed, really\", f(a, b));", "open(%s) failed, really", "error")]
    [InlineData("warn_report(\"a \\\"b\\\"\");", "a \\\"b\\\"", "warning")]
    [InlineData("die(_(\"bad %s\"), x);", "bad %s", "fatal")]
    [InlineData("fprintf(stderr, \"bad\\n\");", "bad\\n", "error")]
    [InlineData("fprintf(stderr, \"Warning: odd\\n\");", "Warning: odd\\n", "warning")]
    [InlineData("error_report(\"WARNING: odd\");", "WARNING: odd", "warning")]
    [InlineData("lib_perror(\"cannot open\");", "cannot open", "error")]
    [InlineData("error_setg(errp, QERR_UNSUPPORTED);", "QERR_UNSUPPORTED", "error")]
    [InlineData("error_setg(errp, \"%s\", \"100% of it\");", "100%% of it", "error")]
    [InlineData("error_setg(errp, \"%s\", text);", "%s", "error")]
    [InlineData("ath_hal_warn(ah, \"odd %d\", 1);", "odd %d", "warning")]
    [InlineData("dev_err_probe(dev, ret, \"no clock\\n\");", "no clock\\n", "error")]
    public void Format_and_severity(string code, string format, string severity)
    {
        var message = Assert.Single(UserMessageFinder.Find("x.c", $"int f(int a)\n{{\n    {code}\n}}\n"));
        Assert.Equal((format, severity, "f", 3), (message.Format, message.Severity, message.Function, message.Line));
    }

    [Theory]
    [InlineData("fprintf(out, \"bad\\n\");")]
    [InlineData("error_setg(errp, message);")]
    [InlineData("/* error_report(\"x\") */")]
    [InlineData("puts(\"error_report(\\\"x\\\")\");")]
    [InlineData("my_error_report(\"x\");")]
    [InlineData("static void error_exit(int err, const char *msg)\n{\n}\nvoid f(void)\n{\n    error_exit(EINVAL, __func__);\n}\n")]
    public void What_shows_nothing_is_no_message(string code)
    {
        Assert.Empty(UserMessageFinder.Find("x.c", code));
    }

    [Theory]
    [InlineData("#define FOO_PRINTF(fmt, args...) \\\n    do { fprintf(stderr, \"foo: \" fmt, ##args); } while (0)\n", "error")]
    [InlineData("#define FOO_PRINTF(fmt, args...) \\\n    do { if (DEBUG_FOO) { fprintf(stderr, \"foo: \" fmt, ##args); } } while (0)\n", "debug")]
    [InlineData("#ifdef DEBUG_FOO\n#define FOO_PRINTF(fmt, args...) fprintf(stderr, \"foo: \" fmt, ##args)\n#else\n#define FOO_PRINTF(fmt, args...)\n#endif\n", "debug")]
    [InlineData("#ifdef DEBUG_FOO\n#define FOO_PRINTF(fmt, args...) do { fprintf(stderr, \"foo: \" fmt, ##args); exit(1); } while (0)\n#else\n#define FOO_PRINTF(fmt, args...) fprintf(stderr, \"foo: \" fmt, ##args)\n#endif\n", "error")]
    public void What_a_macro_prints_for_debugging_alone_is_no_error(string macro, string severity) =>
        Assert.Equal(severity, UserMessageFinder.Find("x.c", $"{macro}void f(void)\n{{\n    FOO_PRINTF(\"writing %d\\n\", a);\n}}\n").Single(message => message.Function == "f").Severity);

    [Theory]
    [InlineData("if (s->debug) {\n        a();\n        fprintf(stderr, \"mute %d\\n\", m);\n    }", "debug")]
    [InlineData("if (DEBUG_FOO && m)\n        fprintf(stderr, \"mute %d\\n\", m);", "debug")]
    [InlineData("if (debug_level > 1) {\n        if (m) {\n            b();\n        }\n        fprintf(stderr, \"mute %d\\n\", m);\n    }", "debug")]
    [InlineData("if (!s->debug) {\n        fprintf(stderr, \"mute %d\\n\", m);\n    }", "error")]
    [InlineData("if (debug_init(m) < 0) {\n        fprintf(stderr, \"no debugging %d\\n\", m);\n    }", "error")]
    [InlineData("if (m == \"debug\") {\n        fprintf(stderr, \"bad %d\\n\", m);\n    }", "error")]
    [InlineData("if (s->debug) {\n        a();\n    }\n    fprintf(stderr, \"mute %d\\n\", m);", "error")]
    [InlineData("if (s->debug) {\n        a();\n    } else {\n        fprintf(stderr, \"mute %d\\n\", m);\n    }", "error")]
    [InlineData("xen_pv_printf(&con->xendev, 1, \"backlog is gone\\n\");", "debug")]
    [InlineData("xen_pv_printf(&con->xendev, 0, \"no backlog\\n\");", "error")]
    public void What_a_switch_or_a_level_for_debugging_lets_through_is_no_error(string code, string severity) =>
        Assert.Equal(severity, Assert.Single(UserMessageFinder.Find("x.c", $"int f(int m)\n{{\n    {code}\n}}\n")).Severity);

    [Fact]
    public void A_prefix_macro_of_the_file_is_resolved_and_the_condition_known()
    {
        var message = Assert.Single(UserMessageFinder.Find("x.c", "#define PREFIX \"vfio %s: \"\n#ifdef CONFIG_A\nerror_report(PREFIX \"gone\", n);\n#endif\n"));
        Assert.Equal(("vfio %s: gone", "CONFIG_A"), (message.Format, message.Condition!.ToString()));
    }

    [Fact]
    public void A_call_that_never_ends_is_taken_as_far_as_it_goes()
    {
        Assert.Equal("abc", Assert.Single(UserMessageFinder.Find("x.c", "error_report(\"abc\", x")).Format);
        Assert.Empty(UserMessageFinder.Find("x.c", "error_report("));
        Assert.Empty(UserMessageFinder.Find("x.c", "error_report(\"abc"));
    }

    /// <summary>A prefix and the errors in the file that it is put in front of; the function that reports them where it is another.</summary>
    [Theory]
    [InlineData("    error_setg(errp, \"no host\");\n    error_prepend(errp, \"vfio: \");\n", "no host", null)]
    [InlineData("    error_setg(&err, \"no host\");\n    error_propagate_prepend(errp, err, \"vfio: \");\n", "no host", null)]
    [InlineData("    if (open_it(x, &err)) {\n        error_prepend(&err, \"vfio: \");\n        error_append_hint(&err, \"try\\n\");\n    }\n", "cannot open|cannot read", "open_it")]
    [InlineData("    if (elsewhere(g(x), &err)) {\n        error_reportf_err(err, \"vfio: \");\n    }\n", "", "elsewhere")]
    [InlineData("    if (a) {\n        error_setg(errp, \"one\");\n        goto out;\n    }\n    if (b) {\n        error_setg(errp, \"two\");\n        return;\n    }\n    if (c) {\n        error_setg(errp, \"three\");\n        goto out;\n    }\n    return;\nout:\n    error_prepend(errp, \"vfio: \");\n", "one|three", null)]
    [InlineData("    error_setg(&other, \"no host\");\n    error_prepend(errp, \"vfio: \");\n", "", null)]
    public void A_prefix_is_tied_to_its_errors(string body, string errors, string? function)
    {
        var found = UserMessageFinder.Find("x.c", $"static int open_it(int x, Error **errp)\n{{\n    error_setg(errp, \"cannot open\");\n    error_setg(errp, \"cannot read\");\n}}\n\nint f(int x, Error **errp)\n{{\n{body}}}\n");
        var prefix = Assert.Single(found, one => one.Format == "vfio: ");
        Assert.Equal((errors, function), (string.Join('|', prefix.PrefixOf), prefix.PrefixOfCall));
        Assert.Equal(prefix.PrefixOf, found.Where(one => one.Prefixes.SequenceEqual(["vfio: "])).Select(one => one.Format));
    }
}
