using PatchScribe.Checks.Log;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.Tests.Checks.Log;

public sealed class MessageTestTests
{
    [Theory]
    [InlineData("if (a) {\n error(\"x\");\n}", "if (a) {")]
    [InlineData("if (a)\n error(\"x\");", "if (a)")]
    [InlineData("if (a &&\n     b) {   /* both */\n\n // at last\n error(\"x\");\n}", "if (a && b) {")]
    [InlineData("ret = get(a,\n  b);\nif (ret < 0) {\n error(\"x\");\n}", "ret = get(a, b); if (ret < 0) {")]
    [InlineData("put(a);\nif (ret < 0) {\n error(\"x\");\n}", "if (ret < 0) {")]
    [InlineData("if (a) {\n if (b) {\n  c();\n }\n d();\n error(\"x\");\n}", "if (a) {")]
    [InlineData("if (a) {\n b();\n} else if (c) {\n d();\n} else {\n error(\"x\");\n}", "if (a) { } else if (c) { } else {")]
    [InlineData("if (a)\n b();\nelse\n error(\"x\");", "if (a) b(); else")]
    [InlineData("switch (a) {\ncase 1:\ncase 2:\n b();\n error(\"x\");\n break;\n}", "case 1: case 2:")]
    [InlineData("b();\nfail:\nc();\nerror(\"x\");", "fail:")]
    [InlineData("QTAILQ_FOREACH(one, &all, next) {\n error(\"x\");\n}", "QTAILQ_FOREACH(one, &all, next) {")]
    [InlineData("if (a) {\n puts(\"{ \\\" {\");\n put('{');\n error(\"x\");\n}", "if (a) {")]
    [InlineData("b();\nerror(\"x\");", "")]
    [InlineData("error(\"x\");", "")]
    public void The_head_of_the_branch_with_what_it_asks(string body, string test)
    {
        var text = $"static int f(int a)\n{{\n{body}\n}}\n";
        var lines = new CodeLines(new CodeVersion("x.c", new FileSide([new TextSegment(1, text)], Complete: true)));
        var line = text.Split('\n').ToList().FindIndex(one => one.Contains("error(", StringComparison.Ordinal)) + 1;
        Assert.Equal(test, MessageTest.Of(lines, line));
    }

    [Theory]
    [InlineData("}}}}}}\n;;;;\n")]
    [InlineData("{{{{{{\nelse {\n")]
    [InlineData("} else {\n} else {\n} else {\n")]
    [InlineData("else\nelse\nelse\n")]
    [InlineData("")]
    public void Code_that_is_none_ends(string text)
    {
        var lines = new CodeLines(new CodeVersion("x.c", new FileSide([new TextSegment(1, string.Concat(Enumerable.Repeat(text, 300)))], Complete: true)));
        Assert.All(Enumerable.Range(0, 900), line => Assert.NotNull(MessageTest.Of(lines, line)));
    }
}
