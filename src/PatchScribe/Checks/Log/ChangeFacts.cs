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
internal sealed partial class ChangeFacts
{
    /// <summary>Share of common words from which a removed message and an added one are one that was moved.</summary>
    private const double MovedSimilarity = 0.6;

    /// <summary>The same for a message that another place of the file prints as well.</summary>
    private const double PrintedSimilarity = 0.75;

    private readonly Dictionary<string, FileChange> files;
    private readonly List<string> added;
    private readonly Dictionary<string, List<string>> printed = new(StringComparer.Ordinal);
    private readonly ChosenSymbols symbols;

    public ChangeFacts(ChangeAnalysis analysis)
    {
        symbols = new ChosenSymbols(analysis.Files);
        files = analysis.Files.GroupBy(file => file.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        Places = new MessagePlaces(files, analysis.Messages);
        added = [.. analysis.Messages.Where(message => message.Change == UserMessageChangeKind.Added).Select(message => message.After!)];
        Messages = [.. analysis.Messages.Where(IsVisible).Where(message => IsExisting(message.File) && IsExistingPath(message) && !IsElsewhere(message) && !IsPlatformOnly(message.Change, message.ConditionBefore, message.ConditionAfter))];
        var names = analysis.Interfaces.Where(one => IsExisting(one.File) && !IsTest(one.File)).ToList();
        Interfaces = [.. names.Where(one => !IsMoved(one, analysis.Interfaces) && !IsElsewhere(one) && !IsPlatformOnly(one.Change, one.ConditionBefore, one.ConditionAfter))];
        Conditionals = [.. analysis.Conditionals.Where(one => one.Construct != ConditionalConstruct.Include && one.Class != EditClass.Refactoring && ChosenSymbols.Is(one.Symbol) && IsExisting(one.File) && !IsTest(one.File))];
    }

    /// <summary>Messages that change, appear or vanish on a path that exists before and after.</summary>
    public IReadOnlyList<UserMessageChange> Messages { get; }

    /// <summary>What comes and goes around a message.</summary>
    public MessagePlaces Places { get; }

    /// <summary>Names that users type.</summary>
    public IReadOnlyList<InterfaceChange> Interfaces { get; }

    /// <summary>Conditions on symbols that somebody chooses: no host, target or compiler tests.</summary>
    public IReadOnlyList<ConditionalChange> Conditionals { get; }

    /// <summary>The chosen symbols in which the conditions of a name differ.</summary>
    public IReadOnlyList<string> DifferingSymbols(InterfaceChange change) => symbols.Differing(change.ConditionBefore, change.ConditionAfter);

    /// <summary>True when the text that people read differs, not only the types of its values.</summary>
    public static bool TextDiffers(UserMessageChange change) =>
        change.Before is null || change.After is null || new FormatPieces(change.Before).Text != new FormatPieces(change.After).Text;

    /// <summary>True when the text differs, but no word of it: values, numbers, marks, names of code or the 0x before a number.</summary>
    public static bool OnlyMarksDiffer(UserMessageChange change) => TextDiffers(change)
        && change is { Before: { } before, After: { } after } && FormatPieces.Words(before).SequenceEqual(FormatPieces.Words(after), StringComparer.Ordinal);

    /// <summary>True when a user sees a difference: another text, another severity (a hint reads as the text below an error does), another end or class.</summary>
    public static bool RendersOtherwise(UserMessageChange change) =>
        TextDiffers(change) || IsGivenOtherwise(change) || (change.SeverityBefore != change.SeverityAfter && change.SeverityBefore != "hint" && change.SeverityAfter != "hint");

    /// <summary>The call adds the text of an errno on one side alone, or gives another error class.</summary>
    private static bool IsGivenOtherwise(UserMessageChange change) => change.HasOtherErrorClass
        || (change.CallBefore is { } before && before.Contains("errno", StringComparison.Ordinal) != change.Call.Contains("errno", StringComparison.Ordinal));

    private static bool IsVisible(UserMessageChange change) =>
        !IsTest(change.File) && !(IsDebugging(change.ConditionBefore ?? change.ConditionAfter) && IsDebugging(change.ConditionAfter ?? change.ConditionBefore)) && (IsRead(change.SeverityBefore) || IsRead(change.SeverityAfter))
        && (change.Change != UserMessageChangeKind.Changed || RendersOtherwise(change));

    /// <summary>Only a build for debugging has it.</summary>
    private static bool IsDebugging(string? condition) => condition is not null && !condition.Contains("||", StringComparison.Ordinal) && DebugSwitch().IsMatch(condition);

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
    /// A message that goes here and comes there or stands elsewhere in the file, or one whose condition changes while another branch prints the
    /// same text, or now nearly the same: users still meet it.
    /// </summary>
    private bool IsElsewhere(UserMessageChange message) => message.Change switch
    {
        UserMessageChangeKind.Removed => added.Exists(other => MessagePairing.Similarity(message.Before!, other) >= MovedSimilarity)
            || IsPrinted(message.File, message.Before!),
        UserMessageChangeKind.ConditionChanged => added.Exists(other => MessagePairing.Similarity(message.After!, other) >= MovedSimilarity)
            || (files.TryGetValue(message.File, out var file) && file.NewText is { } text && Count(text, message.After!) > 1),
        _ => false,
    };

    /// <summary>Another message of the file after the change has the text, or nearly.</summary>
    private bool IsPrinted(string path, string format)
    {
        if (!printed.TryGetValue(path, out var texts))
        {
            printed[path] = texts = files.TryGetValue(path, out var file) && file.NewText is { } text ? [.. UserMessageFinder.Find(path, text).Select(message => message.Format)] : [];
        }

        return texts.Exists(other => MessagePairing.Similarity(format, other) >= PrintedSimilarity && !MessagePairing.IsOtherCall(format, other));
    }

    private static int Count(string text, string format)
    {
        var (count, piece) = (0, format.Split('%')[0]);
        for (var at = piece.Length < 8 ? -1 : text.IndexOf(piece, StringComparison.Ordinal); at >= 0; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    /// <summary>A name that goes in one place and comes in another is still there, a member in another type of the same file (its base, a part of it) as well.</summary>
    private static bool IsMoved(InterfaceChange change, IReadOnlyList<InterfaceChange> all) =>
        change.Change is UserMessageChangeKind.Added or UserMessageChangeKind.Removed
        && all.Any(other => other.Change != change.Change && (other.Change is UserMessageChangeKind.Added or UserMessageChangeKind.Removed)
            && (other.Name == change.Name || (Member(change) is { } member && member == Member(other) && other.File == change.File)));

    /// <summary>A name that goes and stands as a literal on a line that comes, such as the definition of a macro in a header.</summary>
    private bool IsElsewhere(InterfaceChange change) => change.Change == UserMessageChangeKind.Removed
        && files.Values.SelectMany(file => file.Lines).Any(line => line.Kind == DiffLineKind.Added && line.Text.Contains($"\"{change.Name}\"", StringComparison.Ordinal));

    private static string? Member(InterfaceChange change) => change.Kind == "qapi" && change.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? change.Name[dot..] : null;

    /// <summary>The condition alone differs, and in nothing that somebody chooses.</summary>
    private bool IsPlatformOnly(UserMessageChangeKind change, string? before, string? after) =>
        change == UserMessageChangeKind.ConditionChanged && symbols.Differing(before, after).Count == 0;

    private static bool HasFunction(string? text, string function) => text is null || WholeWord.IndexOf(text, function) >= 0;

    private static bool IsTest(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) || path.Contains("/tests/", StringComparison.Ordinal) || path.StartsWith("t/", StringComparison.Ordinal)
        || path.StartsWith("tools/testing/", StringComparison.Ordinal) || path.Contains("/selftests/", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![!\w])\w*DEBUG\w*")]
    private static partial Regex DebugSwitch();
}
