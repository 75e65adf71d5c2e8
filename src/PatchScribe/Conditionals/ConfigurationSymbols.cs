using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.Conditionals;

/// <summary>The configuration symbols (CONFIG_ and a name) that a condition depends on, also inside comparisons such as <c>CONFIG_V &lt; 3</c>.</summary>
internal static partial class ConfigurationSymbols
{
    private const string Prefix = "CONFIG_";

    /// <summary>Sorted, each once.</summary>
    public static IReadOnlyList<string> In(Condition condition) => condition.Symbols.Count == 0 ? [] :
        [.. condition.Symbols.SelectMany(In).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> In(string symbol) => !symbol.Contains(Prefix, StringComparison.Ordinal) ? []
        : symbol.StartsWith(Prefix, StringComparison.Ordinal) && symbol.All(CodeText.IsIdentifier) ? [symbol]
        : Name().Matches(symbol).Select(match => match.Value);

    [GeneratedRegex(@"\bCONFIG_\w+")]
    private static partial Regex Name();
}
