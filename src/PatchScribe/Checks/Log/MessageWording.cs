using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Log;

/// <summary>
/// What a reader sees differ in a message. In: its formats (printf(3)) and calls before and after; out: the words that go and that come,
/// in small letters, and whether values do. Not counted are names in front ("qemu: ", "%s: "), articles, single letters, marks, names of code and of values
/// ("rw=%d"), and words that both sides have in other forms or spellings.
/// </summary>
internal sealed partial class MessageWording
{
    /// <summary>Fewest letters that two forms of a word have in common at their beginning, but for an ending (s, ed, ing).</summary>
    private const int MinStem = 4;

    /// <summary>Fewest letters of a word that is known again when it is misspelt.</summary>
    private const int MinMisspelt = 5;

    private readonly int valuesBefore;
    private readonly int valuesAfter;
    private readonly bool isPrefix;

    /// <summary>Takes a message that has a text on both sides.</summary>
    public MessageWording(UserMessageChange change)
    {
        var (old, now) = (Body(change.Before!), Body(change.After!));
        var (left, right) = (Words(old), Words(now));
        Gone = [.. left.Where(word => !right.Any(other => IsSameWord(word, other)))];
        Come = [.. right.Where(word => !left.Any(other => IsSameWord(word, other)))];
        Kept = [.. left.Except(Gone, StringComparer.Ordinal)];
        Numbers = [.. Number().Matches(now).Select(match => match.Value).Except(Number().Matches(old).Select(match => match.Value), StringComparer.Ordinal)];
        (valuesBefore, valuesAfter) = (Values(old, change.CallBefore ?? change.Call), Values(now, change.Call));
        isPrefix = MessageCallTable.Find(change.Call) is { Prefixes: > 0 };
    }

    /// <summary>Words that only the text before has.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>Words that only the text after has.</summary>
    public IReadOnlyList<string> Come { get; }

    /// <summary>Words that both texts have.</summary>
    public IReadOnlyList<string> Kept { get; }

    /// <summary>Numbers that only the text after has.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>No word and no value comes or goes.</summary>
    public bool IsSame => Gone.Count == 0 && Come.Count == 0 && valuesBefore == valuesAfter;

    /// <summary>The text says all that it said, and more that does not turn its sense; in front of another error that says the values.</summary>
    public bool SaysMore => Gone.Count == 0 && (isPrefix || valuesAfter >= valuesBefore) && !IsSame && !Come.Any(TurnsSense);

    /// <summary>Those of the text and names of options, which a value may stand for; with the text of errno that the call puts behind it, and the device's name that the kernel's calls put in front.</summary>
    private static int Values(string text, string call) => FormatPieces.Values(text) + OptionName().Count(text) + (MessageCallTable.Find(call) is { Errno: not 0 } ? 1 : 0) + (call.StartsWith("dev_", StringComparison.Ordinal) ? 1 : 0);

    /// <summary>Without names in front, unless those are all that it says.</summary>
    private static string Body(string format) => NameInFront().Replace(format, "") is var rest && FormatPieces.Words(rest).Any() ? LabelOfValue().Replace(rest, "") : format;

    private static HashSet<string> Words(string text) => [.. FormatPieces.Words(Suffix().Replace(OptionName().Replace(text, ""), "")).Where(word => word.Length > 1 && !Unread.Contains(word))];

    /// <summary>One word, another form of it (initialize and initialized), or a misspelling: one letter more or less, or two of its letters in each other's place or nearly so.</summary>
    private static bool IsSameWord(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return a == b || (IsDenial(a) && IsDenial(b)) || (!TurnsSense(a) && !TurnsSense(b) && (IsForm(shorter, longer) || (shorter.Length >= MinMisspelt && IsMisspelt(shorter, longer))));
    }

    private static bool IsForm(string shorter, string longer) =>
        longer.StartsWith(shorter, StringComparison.Ordinal) && (shorter.Length >= MinStem || longer[shorter.Length..] is "s" or "ed" or "ing" || longer[shorter.Length..] == $"{shorter[^1]}ed" || longer[shorter.Length..] == $"{shorter[^1]}ing");

    private static bool IsMisspelt(string shorter, string longer) => (longer.Length - shorter.Length) switch
    {
        0 => shorter[0] == longer[0] && shorter[^1] == longer[^1] && Spelling.Distance(shorter, longer) == 2 && longer.GroupBy(c => c).Sum(group => Math.Max(0, group.Count() - shorter.Count(c => c == group.Key))) < 2,
        1 => Spelling.Distance(shorter, longer) == 1,
        _ => false,
    };

    private static bool IsDenial(string word) => word is "not" or "no" or "non";

    private static bool TurnsSense(string word) => IsDenial(word) || word is "never" or "only" or "cannot" or "without" or "except" or "unless" or "neither" or "nor";

    /// <summary>Articles, and what calls such as error_report() of QEMU put before a text themselves.</summary>
    private static readonly string[] Unread = ["an", "the", "qemu", "error", "warning", "fatal"];

    [GeneratedRegex(@"^\s*((%[a-z]{1,3}|[\w./-]{1,60})\s?:\s)+")]
    private static partial Regex NameInFront();

    [GeneratedRegex(@"(?<![\w%.])[0-9]+\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w-])--[a-z][a-z-]*[a-z]")]
    private static partial Regex OptionName();

    /// <summary>The end of a name that denies nothing ("deepen-not").</summary>
    [GeneratedRegex(@"(?<=[a-z])-(not|no)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\b[A-Za-z]\w{0,60}(?=\s?=\s?(0x)?%)")]
    private static partial Regex LabelOfValue();
}
