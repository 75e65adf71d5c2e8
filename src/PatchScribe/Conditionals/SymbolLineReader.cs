using System.Text.RegularExpressions;

namespace PatchScribe.Conditionals;

/// <summary>
/// A line that states a condition by naming symbols: which construct, the symbols, the condition they state together,
/// and what else the line says (to know it again when its condition changed).
/// </summary>
internal readonly record struct SymbolLine(ConditionalConstruct Construct, IReadOnlyList<string> Symbols, Condition? Condition, string Rest);

/// <summary>Reads such lines of C files.</summary>
internal static partial class SymbolLineReader
{
    /// <summary>#include CONFIG_DEVICES and IS_ENABLED(CONFIG_X) in C expressions.</summary>
    public static SymbolLine? C(string line)
    {
        if (!line.Contains("CONFIG_", StringComparison.Ordinal))
        {
            return null;
        }

        var trimmed = line.AsSpan().Trim();
        if (trimmed.StartsWith("#"))
        {
            var include = Include().Match(line);
            return include.Success ? new SymbolLine(ConditionalConstruct.Include, [include.Groups["symbol"].Value], null, "include") : null;
        }

        var symbols = Distinct(IsEnabled().Matches(line));
        return symbols.Count == 0 ? null : new SymbolLine(ConditionalConstruct.IsEnabled, symbols, Conjunction(symbols), "");
    }

    private static List<string> Distinct(MatchCollection matches) => [.. matches.Select(match => match.Groups["symbol"].Value).Distinct(StringComparer.Ordinal)];

    private static Condition Conjunction(List<string> symbols) => symbols.Aggregate(Condition.True, (all, symbol) => all.And(Condition.Symbol(symbol)));

    [GeneratedRegex(@"^\s*#\s*include\s+(?<symbol>CONFIG_[A-Z0-9_]+)\s*(/[/*].*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Include();

    [GeneratedRegex(@"\b(IS_ENABLED|IS_BUILTIN|IS_MODULE|IS_REACHABLE)\s*\(\s*(?<symbol>CONFIG_\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex IsEnabled();
}
