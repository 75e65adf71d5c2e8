using System.Text.RegularExpressions;
using PatchScribe.Analysis;
using PatchScribe.Conditionals;
using PatchScribe.Diffs;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Log;

/// <summary>
/// What of a change a user can see and a log is expected to say: messages that people read (errors, warnings, hints), names that they
/// type, conditions on symbols that they choose. Code of new and deleted files is not among it: the file itself is the news.
/// </summary>
internal sealed class ChangeFacts
{
    private static readonly string[] PlatformPrefixes = ["TARGET_", "HOST_", "CONFIG_HOST_", "HAVE_", "CONFIG_HAVE_"];

    private static readonly HashSet<string> PlatformSymbols = new(StringComparer.Ordinal)
    {
        "CONFIG_USER_ONLY", "CONFIG_SOFTMMU", "CONFIG_SYSTEM_ONLY", "CONFIG_LINUX_USER", "CONFIG_BSD_USER", "CONFIG_LINUX", "CONFIG_WIN32", "CONFIG_POSIX", "CONFIG_BSD",
        "CONFIG_DARWIN", "CONFIG_SOLARIS", "CONFIG_DEVICES", "CONFIG_64BIT", "CONFIG_X86", "CONFIG_X86_64", "CONFIG_ARM", "CONFIG_ARM64", "CONFIG_COMPAT", "NEED_CPU_H",
        "COMPILING_PER_TARGET", "CONFIG_ATOMIC64", "CONFIG_ATOMIC128", "CONFIG_INT128", "CONFIG_CMPXCHG128",
    };

    /// <summary>Share of common words from which a removed message and an added one are one that was moved.</summary>
    private const double MovedSimilarity = 0.6;

    private readonly Dictionary<string, FileChange> files;
    private readonly List<string> added;

    public ChangeFacts(ChangeAnalysis analysis)
    {
        files = analysis.Files.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        added = [.. analysis.Messages.Where(message => message.Change == UserMessageChangeKind.Added).Select(message => message.After!)];
        Messages = [.. analysis.Messages.Where(IsVisible).Where(message => IsExisting(message.File) && IsExistingPath(message) && !IsElsewhere(message))];
        var names = analysis.Interfaces.Where(one => IsExisting(one.File) && !IsTest(one.File)).ToList();
        Interfaces = [.. names.Where(one => !IsMoved(one, names) && !IsPlatformOnly(one))];
        Conditionals = [.. analysis.Conditionals.Where(one => one.Construct != ConditionalConstruct.Include && one.Class != EditClass.Refactoring && IsChosen(one.Symbol) && IsExisting(one.File) && !IsTest(one.File))];
    }

    /// <summary>Messages that change, appear or vanish on a path that exists before and after.</summary>
    public IReadOnlyList<UserMessageChange> Messages { get; }

    /// <summary>Names that users type.</summary>
    public IReadOnlyList<InterfaceChange> Interfaces { get; }

    /// <summary>Conditions on symbols that somebody chooses: no host, target or compiler tests.</summary>
    public IReadOnlyList<ConditionalChange> Conditionals { get; }

    /// <summary>True for a symbol that a person who configures the program can choose.</summary>
    public static bool IsChosen(string symbol) =>
        symbol.StartsWith("CONFIG_", StringComparison.Ordinal) && symbol.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !PlatformSymbols.Contains(symbol) && !PlatformPrefixes.Any(prefix => symbol.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The chosen symbols of conditions in normal form.</summary>
    public static IReadOnlyList<string> Symbols(params string?[] conditions) =>
        [.. conditions.OfType<string>().SelectMany(condition => Condition.Parse(condition).Symbols).Where(IsChosen).Distinct(StringComparer.Ordinal)];

    /// <summary>True when the text that people read differs, not only the types of its values.</summary>
    public static bool TextDiffers(UserMessageChange change) =>
        change.Before is null || change.After is null || new FormatPieces(change.Before).Text != new FormatPieces(change.After).Text;

    /// <summary>True when a user sees a difference: another text, another severity (a hint reads as the text below an error does), another end or class.</summary>
    public static bool RendersOtherwise(UserMessageChange change) =>
        TextDiffers(change) || IsGivenOtherwise(change) || (change.SeverityBefore != change.SeverityAfter && change.SeverityBefore != "hint" && change.SeverityAfter != "hint");

    /// <summary>The call adds the text of an errno on one side alone, or gives an error class (QEMU's include/qapi/error.h).</summary>
    private static bool IsGivenOtherwise(UserMessageChange change) => change.CallBefore is { } before
        && (before.Contains("errno", StringComparison.Ordinal) != change.Call.Contains("errno", StringComparison.Ordinal) || (before == "error_set") != (change.Call == "error_set"));

    private static bool IsVisible(UserMessageChange change) =>
        !IsTest(change.File) && (IsRead(change.SeverityBefore) || IsRead(change.SeverityAfter))
        && (change.Change != UserMessageChangeKind.Changed || RendersOtherwise(change));

    private static bool IsRead(string? severity) => severity is "error" or "warning" or "fatal" or "hint";

    private bool IsExisting(string path) =>
        !files.TryGetValue(path, out var file) || file.Kind is not (FileChangeKind.Added or FileChangeKind.Deleted or FileChangeKind.Copied);

    /// <summary>The function around the message is there on both sides; what is not known counts as there.</summary>
    private bool IsExistingPath(UserMessageChange message) => message.Function is not { } function || !files.TryGetValue(message.File, out var file) || message.Change switch
    {
        UserMessageChangeKind.Added => HasFunction(file.OldText, function),
        UserMessageChangeKind.Removed => HasFunction(file.NewText, function),
        _ => true,
    };

    /// <summary>
    /// A message that goes here and comes there or stands elsewhere in the file, or one whose condition changes while the function prints the
    /// same text in another branch as well: users still meet it.
    /// </summary>
    private bool IsElsewhere(UserMessageChange message) => message.Change switch
    {
        UserMessageChangeKind.Removed => added.Exists(other => MessagePairing.Similarity(message.Before!, other) >= MovedSimilarity)
            || (files.TryGetValue(message.File, out var left) && left.NewText is { } after && Count(after, message.Before!) > 0),
        UserMessageChangeKind.ConditionChanged => files.TryGetValue(message.File, out var file) && file.NewText is { } text && Count(text, message.After!) > 1,
        _ => false,
    };

    private static int Count(string text, string format)
    {
        var (count, piece) = (0, format.Split('%')[0]);
        for (var at = piece.Length < 8 ? -1 : text.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    /// <summary>A name that goes in one place and comes in another is still there.</summary>
    private static bool IsMoved(InterfaceChange change, List<InterfaceChange> all) =>
        change.Change is UserMessageChangeKind.Added or UserMessageChangeKind.Removed
        && all.Exists(other => other.Name == change.Name && other.Change != change.Change && (other.Change is UserMessageChangeKind.Added or UserMessageChangeKind.Removed));

    /// <summary>Only host or target symbols differ.</summary>
    private static bool IsPlatformOnly(InterfaceChange change) =>
        change.Change == UserMessageChangeKind.ConditionChanged && Symbols(change.ConditionBefore, change.ConditionAfter).Count == 0;

    private static bool HasFunction(string? text, string function) =>
        text is null || Regex.IsMatch(text, $@"\b{Regex.Escape(function)}\b", RegexOptions.CultureInvariant);

    private static bool IsTest(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) || path.Contains("/tests/", StringComparison.Ordinal) || path.StartsWith("t/", StringComparison.Ordinal)
        || path.StartsWith("tools/testing/", StringComparison.Ordinal) || path.Contains("/selftests/", StringComparison.Ordinal);
}
