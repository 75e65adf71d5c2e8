using PatchScribe.Conditionals;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis.Scanning;

/// <summary>Keeps what is about given symbols: the symbol itself, or a condition that names it.</summary>
internal static class SymbolFilter
{
    public static bool Names(IReadOnlyList<string> symbols, ConditionalChange one) =>
        symbols.Count == 0 || symbols.Any(symbol => one.Symbol == symbol || In(symbol, one.Before) || In(symbol, one.After));

    public static bool Names(IReadOnlyList<string> symbols, UserMessageChange one) =>
        symbols.Count == 0 || symbols.Any(symbol => In(symbol, one.ConditionBefore) || In(symbol, one.ConditionAfter));

    public static bool Names(IReadOnlyList<string> symbols, InterfaceChange one) =>
        symbols.Count == 0 || symbols.Any(symbol => one.Name == symbol || In(symbol, one.ConditionBefore) || In(symbol, one.ConditionAfter));

    private static bool In(string symbol, string? condition) => condition is not null && condition.Contains(symbol, StringComparison.Ordinal)
        && Condition.Parse(condition).Symbols.Contains(symbol, StringComparer.Ordinal);
}
