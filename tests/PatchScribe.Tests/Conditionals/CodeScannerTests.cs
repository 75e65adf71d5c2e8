using PatchScribe.Conditionals.Code;

namespace PatchScribe.Tests.Conditionals;

public sealed class CodeScannerTests
{
    [Fact]
    public void Functions_macros_and_prototypes_are_told_apart()
    {
        var scan = CodeScanner.Scan("int declared(int a,\n             int b);\nstatic void first(void)\n{\n    a();\n}\n#define SHOW(x) \\\n    call(\"x\")\nint\nsecond (int a)\n{\n    b();\n}\nvoid HELPER(third)(int a)\n{\n}\n");
        Assert.Equal([null, "first", "SHOW", "second", "HELPER(third)"], new[] { 2, 5, 8, 12, 15 }.Select(scan.FunctionAt));
        Assert.Null(scan.FunctionAt(9));
    }

    [Theory]
    [InlineData("f(\"a, b\", (c, d), e)", "f", 3)]
    [InlineData("for (i = 0; i < n; i++) { show(\"x\"); }", "show", 1)]
    [InlineData("show(_(\"x\"), ({ a(1, 2); b; }))", "show", 2)]
    [InlineData("show(R\"(a \" , b)\", c)", "show", 2)]
    [InlineData("show('\"', \"x\") /* other(\"y\") */", "show", 2)]
    public void Calls_with_their_arguments(string code, string name, int arguments)
    {
        var scan = CodeScanner.Scan(name == "f" ? "xx" + code : code);
        var call = scan.Calls[^1];
        Assert.EndsWith(name, scan.NameOf(call).ToString(), StringComparison.Ordinal);
        Assert.Equal(arguments, call.ArgumentCount);
    }

    [Theory]
    [InlineData("(((((", 0)]
    [InlineData(")]}\n}\n}", 0)]
    [InlineData("#define X(a) \\", 1)]
    [InlineData("/*", 0)]
    [InlineData("\"", 0)]
    [InlineData("#if A /*\n#if B\n*/ && C\n#endif\n", 2)]
    [InlineData("s = R\"x(\n#if A\n)x\";\n", 0)]
    [InlineData("\f#\f\n\r\n#\\\nif\n", 2)]
    public void Broken_text_is_read_to_its_end(string text, int directives) =>
        Assert.Equal(directives, CodeScanner.Scan(text).Directives.Count);

    [Fact]
    public void Brackets_without_number_do_no_harm() =>
        Assert.Empty(CodeScanner.Scan(string.Concat(Enumerable.Repeat("f(", 100_000))).Directives);
}
