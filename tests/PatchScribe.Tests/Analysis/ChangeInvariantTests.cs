using PatchScribe.Analysis;
using PatchScribe.Conditionals;
using PatchScribe.UserMessages;

namespace PatchScribe.Tests.Analysis;

/// <summary>What holds for every change: the way back mirrors the way there, and indentation is nothing.</summary>
public sealed class ChangeInvariantTests
{
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_way_back_is_the_mirror_of_the_way_there(int seed)
    {
        var (before, after) = Texts(seed);
        var (there, back) = (Analyze(before, after), Analyze(after, before));
        Assert.Equal(
            there.Messages.Select(one => (Flip(one.Change), one.After, one.Before, one.ConditionAfter, one.ConditionBefore)).Order(),
            back.Messages.Select(one => (one.Change, one.Before, one.After, one.ConditionBefore, one.ConditionAfter)).Order());
        Assert.Equal(
            there.Conditionals.Select(one => (Flip(one.Change), one.Symbol, one.LineAfter, one.LineBefore)).Order(),
            back.Conditionals.Select(one => (one.Change, one.Symbol, one.LineBefore, one.LineAfter)).Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_change_indented_otherwise_gives_the_same(int seed)
    {
        var (before, after) = Texts(seed);
        var indented = string.Join('\n', after.Split('\n').Select(line => line.StartsWith("    ", StringComparison.Ordinal) ? "\t" + line : line));
        var (plain, other) = (Analyze(before, after), Analyze(before, indented));
        Assert.Equal(plain.Messages.Select(one => (one.Change, one.Before, one.After, one.ConditionBefore, one.ConditionAfter)).Order(), other.Messages.Select(one => (one.Change, one.Before, one.After, one.ConditionBefore, one.ConditionAfter)).Order());
        Assert.Equal(plain.Conditionals.Select(one => (one.Change, one.Symbol, one.LineBefore, one.LineAfter)).Order(), other.Conditionals.Select(one => (one.Change, one.Symbol, one.LineBefore, one.LineAfter)).Order());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_change_is_none(int seed)
    {
        var (before, _) = Texts(seed);
        var analysis = Analyze(before, before + "/* more */\n");
        Assert.Empty(analysis.Messages);
        Assert.Empty(analysis.Conditionals);
    }

    private static (string Before, string After) Texts(int seed)
    {
        var code = new RandomCode(seed);
        var before = code.Function(40);
        return (before, code.Edit(before));
    }

    private static ChangeAnalysis Analyze(string before, string after) => new ChangeAnalyzer([]).Analyze("x", [TextDiff.Of("x.c", before, after)]);

    private static UserMessageChangeKind Flip(UserMessageChangeKind kind) => kind switch
    {
        UserMessageChangeKind.Added => UserMessageChangeKind.Removed,
        UserMessageChangeKind.Removed => UserMessageChangeKind.Added,
        _ => kind,
    };

    private static ConditionalChangeKind Flip(ConditionalChangeKind kind) => kind switch
    {
        ConditionalChangeKind.Added => ConditionalChangeKind.Removed,
        ConditionalChangeKind.Removed => ConditionalChangeKind.Added,
        _ => kind,
    };
}
