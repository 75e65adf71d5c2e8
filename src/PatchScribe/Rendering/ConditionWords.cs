namespace PatchScribe.Rendering;

/// <summary>A condition in normal form as a person says it.</summary>
internal static class ConditionWords
{
    /// <summary><c>always</c>, <c>never</c>, or <c>with A and B, without C; or with D</c>; null: not known or not there.</summary>
    public static string Of(string? condition) => condition switch
    {
        null => "not there",
        "true" => "always",
        "false" => "never",
        _ => string.Join("; or ", condition.Split(" || ").Select(Conjunction)),
    };

    /// <summary>How a condition changes.</summary>
    public static string Change(string? before, string? after) => before == after ? Of(before) : $"{Of(before)} -> {Of(after)}";

    private static string Conjunction(string text)
    {
        var parts = text.Split(" && ");
        var (with, without) = (parts.Where(part => !part.StartsWith('!')).ToList(), parts.Where(part => part.StartsWith('!')).Select(part => part[1..]).ToList());
        return string.Join(", ", new[] { ("with ", " and ", with), ("without ", " or ", without) }
            .Where(group => group.Item3.Count > 0).Select(group => group.Item1 + string.Join(group.Item2, group.Item3)));
    }
}
