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
    public void What_shows_nothing_is_no_message(string code)
    {
        Assert.Empty(UserMessageFinder.Find("x.c", code));
    }

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
}
