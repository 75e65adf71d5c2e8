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

    [Fact]
    public void What_is_read_anew_of_a_changed_text_is_what_all_of_it_gives()
    {
        string[] lines =
        [
            "static int run(int a)", "{", "}", "}", "};", "    report(\"%s\", X);", "    if (a) {", "    }", "#define SHOW(a) \\", "    show(\"x\" a) \\", "#ifdef CONFIG_A", "#endif", "/*", "*/", "/* } */",
            "s = \"\\", "R\"(", ")\";", "call(\"a\",", "     MAX, (b));", "int declared(void);", "", "#define EMPTY", " }", "DEFINE(a)(b)", "f(\"",
        ];
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var before = Enumerable.Range(0, random.Next(40)).Select(_ => lines[random.Next(lines.Length)]).ToList();
            var after = before.ToList();
            for (var edit = random.Next(1, 4); edit > 0; edit--)
            {
                var at = random.Next(after.Count + 1);
                after.RemoveRange(at, Math.Min(random.Next(3), after.Count - at));
                after.InsertRange(at, Enumerable.Range(0, random.Next(3)).Select(_ => lines[random.Next(lines.Length)]));
            }

            var text = string.Join('\n', after) + (i % 2 == 0 ? "\n" : "");
            var first = CodeScanner.Scan(text, CodeScanner.Scan(string.Join('\n', before) + "\n"));
            var second = CodeScanner.Scan(text, first);
            Assert.Equal(Facts(CodeScanner.Scan(text)), Facts(first));
            Assert.Equal(Facts(first), Facts(second));
        }
    }

    private static string Facts(CodeScan scan)
    {
        var calls = scan.Calls.ToArray().Select(call => $"{scan.NameOf(call)} {call.NameStart} {call.Line} {call.LastLine} ({string.Join(" | ", Enumerable.Range(0, call.ArgumentCount).Select(i => scan.Argument(call, i).ToString()))})");
        return string.Join('\n', scan.Directives.Select(one => one.ToString()).Concat(scan.Found.Functions.Select(one => one.ToString())).Concat(scan.Found.Restarts.Select(one => $"{one.Start} {one.Line} {one.Calls}")).Concat(calls));
    }
}
