using PatchScribe.Conditionals;

namespace PatchScribe.Tests.Conditionals;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("defined(CONFIG_B) || defined CONFIG_A", "CONFIG_A || CONFIG_B")]
    [InlineData("!(CONFIG_A && CONFIG_B)", "!CONFIG_A || !CONFIG_B")]
    [InlineData("CONFIG_A || !CONFIG_A", "true")]
    [InlineData("CONFIG_A && !CONFIG_A", "false")]
    [InlineData("CONFIG_A && (CONFIG_B || CONFIG_C)", "CONFIG_A && CONFIG_B || CONFIG_A && CONFIG_C")]
    [InlineData("CONFIG_A || CONFIG_A && CONFIG_B", "CONFIG_A")]
    [InlineData("IS_ENABLED(CONFIG_A) && 1", "CONFIG_A")]
    [InlineData("0", "false")]
    [InlineData("PAGE_SIZE > 4096 && CONFIG_A", "CONFIG_A && PAGE_SIZE > 4096")]
    [InlineData("__GNUC_PREREQ(4, 8)", "__GNUC_PREREQ(4, 8)")]
    [InlineData("CONFIG_A && !CONFIG_B || CONFIG_C", "CONFIG_A && !CONFIG_B || CONFIG_C")]
    [InlineData("(CONFIG_A", "(CONFIG_A")]
    public void Normal_form(string expression, string expected)
    {
        Assert.Equal(expected, Condition.Parse(expression).ToString());
    }

    [Fact]
    public void Equal_meaning_is_equal()
    {
        Assert.Equal(Condition.Parse("!(A || B)"), Condition.Parse("!B && !A"));
        Assert.True(Condition.Parse("A && B").Implies(Condition.Parse("A")));
        Assert.False(Condition.Parse("A").Implies(Condition.Parse("A && B")));
    }

    [Fact]
    public void Too_many_symbols_become_one()
    {
        var many = string.Join(" || ", Enumerable.Range(0, 40).Select(i => $"CONFIG_{i}"));
        Assert.Contains("CONFIG_39", Condition.Parse(many).ToString(), StringComparison.Ordinal);
        Assert.InRange(Condition.Parse(many).Symbols.Count, 1, Condition.MaxSymbols);
    }

    [Fact]
    public void The_printed_form_read_again_is_the_same_condition()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var condition = Enumerable.Range(0, 6).Aggregate(Condition.False, (all, _) =>
                all.Or(Enumerable.Range(0, 3).Aggregate(Condition.True, (some, _) =>
                {
                    var symbol = Condition.Symbol("S" + random.Next(5));
                    return some.And(random.Next(2) == 0 ? symbol : symbol.Not());
                })));
            Assert.Equal(condition, Condition.Parse(condition.ToString()));
        }
    }
}
