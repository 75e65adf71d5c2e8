namespace PatchScribe.Conditionals.Build;

/// <summary>What an entry of a Kconfig file says about one symbol: its kind (config, select, imply, default), when it holds, its 1-based line.</summary>
internal sealed record KconfigStatement(string Kind, string Symbol, string Entry, Condition Condition, int Line);
