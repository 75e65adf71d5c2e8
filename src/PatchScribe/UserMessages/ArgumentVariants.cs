using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>
/// An argument with preprocessor conditionals inside it (ISO C 6.10.3 leaves them to the compiler; in a call of a function they
/// choose between the literals) as one text for each choice.
/// </summary>
internal static class ArgumentVariants
{
    /// <summary>Symbols that choose; with more of them the argument is read as if all were set.</summary>
    private const int MaxSymbols = 3;

    /// <summary>Each different text with the condition under which it is the argument; one text under no condition as a rule.</summary>
    public static IReadOnlyList<(string Text, Condition Condition)> Of(ReadOnlySpan<char> argument)
    {
        var text = argument.ToString();
        var scan = CodeScanner.Scan(text);
        var presence = PresenceConditions.Of(scan);
        var symbols = presence.Branches.SelectMany(branch => branch.Own.Symbols).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var isDirective = scan.Directives.SelectMany(one => Enumerable.Range(one.Line, one.LastLine - one.Line + 1)).ToHashSet();
        var lines = text.Split('\n').Select((line, i) => (Text: line, Number: i + 1)).Where(line => !isDirective.Contains(line.Number)).ToList();
        var settings = symbols.Count <= MaxSymbols ? Enumerable.Range(0, 1 << symbols.Count).Reverse() : [-1];
        return [.. settings
            .Select(setting => symbols.Where((_, i) => (setting >> i & 1) != 0).ToHashSet(StringComparer.Ordinal))
            .GroupBy(set => string.Join('\n', lines.Where(line => presence.At(line.Number).Holds(set.Contains)).Select(line => line.Text)), StringComparer.Ordinal)
            .Select(group => (group.Key, symbols.Count > MaxSymbols ? Condition.True : group.Aggregate(Condition.False, (all, set) => all.Or(Setting(symbols, set)))))];
    }

    /// <summary>True when a line of the text begins with #.</summary>
    public static bool HasDirective(ReadOnlySpan<char> argument)
    {
        for (var at = argument.IndexOf('\n'); at >= 0; at = argument.IndexOf('\n'))
        {
            argument = argument[(at + 1)..].TrimStart(" \t");
            if (argument.StartsWith("#"))
            {
                return true;
            }
        }

        return false;
    }

    private static Condition Setting(List<string> symbols, HashSet<string> set) =>
        symbols.Aggregate(Condition.True, (all, symbol) => all.And(set.Contains(symbol) ? Condition.Symbol(symbol) : Condition.Symbol(symbol).Not()));
}
