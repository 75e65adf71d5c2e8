using System.Text.RegularExpressions;
using PatchScribe.Behaviour;
using PatchScribe.Conditionals;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Log;

/// <summary>Where a log speaks of what its change does: the clearest mention of each fact, or null.</summary>
internal sealed partial class FactMentions(CheckedLog log)
{
    /// <summary>The message quoted, its function or the call that it had named, or its call with (), the replacement that makes its text, its words used, or messages spoken of in general.</summary>
    public LogMention? Of(UserMessageChange change) =>
        log.Quotes(change.After) ?? log.Quotes(change.Before)
        ?? (change.Function is { } function ? log.Names(function) : null)
        ?? (change.CallBefore is { } call ? log.Names(call) ?? log.Names(change.Call) : log.Names(change.Call + "()"))
        ?? (change is { Before: { } before, After: { } after } ? log.Replaces(before, after) : null)
        ?? Described(change)
        ?? log.SpeaksOfMessages();

    /// <summary>The name itself, with a dash for an underscore, or a word that holds it; a member also by its own name or its type's, a symbol by the parts of its name.</summary>
    public LogMention? Of(InterfaceChange change) =>
        Name(Literal(change.Name)) ?? (Bare(change.Name) is { Length: > 0 } bare ? Name(bare) ?? Spaced(bare) : null)
        ?? (change.Name.StartsWith("CONFIG_", StringComparison.Ordinal) ? log.Words.SpeaksOfSymbol(change.Name) : null)
        ?? (change.Name.Contains('[', StringComparison.Ordinal) ? Name(change.Name.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)) : null)
        ?? (change.Kind == "qapi" && change.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? log.Names(change.Name[..dot]) ?? Name(change.Name[(dot + 1)..]) : null)
        ?? Symbols(ChosenSymbols.Of(change.ConditionBefore, change.ConditionAfter))
        ?? log.Words.Describes(change.Name.Replace('-', ' ').Replace('_', ' '))
        ?? (change.Change == UserMessageChangeKind.ConditionChanged ? log.SpeaksOfConditions() : null);

    /// <summary>The symbol, with or without CONFIG_, in any case, its parts joined by anything or said apart.</summary>
    public LogMention? Of(ConditionalChange change) => Symbol(change.Symbol);

    /// <summary>A message of the outcome quoted, or the name that the command sets.</summary>
    public LogMention? Of(BehaviourChange change) =>
        (change.After.Message is { } after ? Rendered(after) : null) ?? (change.Before.Message is { } before ? Rendered(before) : null);

    /// <summary>The first of the symbols that the log names.</summary>
    public LogMention? Symbols(IEnumerable<string> symbols) => symbols.Select(Symbol).FirstOrDefault(mention => mention is not null);

    private LogMention? Symbol(string symbol)
    {
        var bare = ChosenSymbols.Bare(symbol);
        return log.Names(symbol) ?? Name(bare) ?? Spaced(bare) ?? log.Words.SpeaksOfSymbol(bare);
    }

    private LogMention? Spaced(string name) => name.Contains('_', StringComparison.Ordinal) ? log.Names(name.Replace('_', ' '), StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>Without the dashes of an option, and the prefixes of symbols and of types.</summary>
    private static string Bare(string name) => name.TrimStart('-') is var bare && bare.StartsWith("TYPE_", StringComparison.Ordinal) ? bare["TYPE_".Length..] : ChosenSymbols.Bare(bare);

    private LogMention? Name(string name) =>
        log.Names(name, StringComparison.OrdinalIgnoreCase) ?? log.Names(name.Replace('_', '-'), StringComparison.OrdinalIgnoreCase) ?? log.Names(name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase);

    private LogMention? Described(UserMessageChange change) => change.Change == UserMessageChangeKind.Removed
        ? log.Words.SpeaksOf(change.Before!) ?? log.SpeaksOfCheckThatGoes() ?? (Refusal().IsMatch(change.Before!) ? log.SaysOfSupport() : null)
        : (change.After is null ? null : log.Words.Describes(change.After, change.Before)) ?? (change.Before is null ? null : log.Words.Describes(change.Before, change.After))
            ?? (change is { Before: { } before, After: { } after } ? log.Words.SpeaksOfNews(before, after) : null);

    /// <summary>The literal of a name that a macro makes, such as MACHINE_TYPE_NAME("x").</summary>
    private static string Literal(string name)
    {
        var (open, close) = (name.IndexOf('"', StringComparison.Ordinal), name.LastIndexOf('"'));
        return open >= 0 && close > open + 1 ? name[(open + 1)..close] : name;
    }

    /// <summary>The line as printed, or the part behind the last option that is set.</summary>
    private LogMention? Rendered(string message)
    {
        var line = message.Split('\n')[0];
        var core = line[(line.LastIndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? colon + 2 : 0)..];
        return log.Holds(line) ?? (core.Length >= 12 ? log.Holds(core) : null);
    }

    /// <summary>What a program says of something that it does not do.</summary>
    [GeneratedRegex(@"\b(not|un)[a-z -]{0,20}(supported|implemented|allowed|permitted|handled)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();
}
