using PatchScribe.Behaviour.Runs;

namespace PatchScribe.Tests.Checks.FactRules;

/// <summary>Recorded runs of one command (PS0209, and PS0106 for what the log does not show).</summary>
public sealed class RunContradictionRuleTests
{
    private static readonly RunPair Run = new("foo --size 5", "foo: bad size\n", 1, "foo: wrong size 5, at most 4\n", 1);

    [Fact]
    public void An_output_of_neither_build_is_an_error_with_the_right_ones()
    {
        var finding = Assert.Single(Case("    $ foo --size 5\n    foo: wrong length 5, at most 4").Check("PS0209"));
        Assert.Equal(5, finding.MessageLine);
        Assert.Contains("wrong size 5", finding.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    $ foo --size 5\n    foo: bad size\n\nprints now:\n\n    foo: wrong size 5, at most 4")]
    [InlineData("    $ ./build/foo --size 5\n    foo: wrong size ...")]
    [InlineData("    $ foo --size 6\n    foo: wrong length 6")]
    public void What_a_build_printed_and_another_command_are_not(string block)
    {
        Assert.Empty(Case(block).Check("PS0209"));
        Assert.Equal(block.Contains("size 6", StringComparison.Ordinal) ? 1 : 0, Case(block).Check("PS0106").Count);
    }

    private static CheckCase Case(string block) => new CheckCase($"foo: better error\n\n{(block.StartsWith(' ') ? "It prints" : "")}\n{block}") { Runs = [Run] }.Function("    a();", "    b();");
}
