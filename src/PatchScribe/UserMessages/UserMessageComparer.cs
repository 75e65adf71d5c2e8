using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.UserMessages;

/// <summary>
/// Compares the user-visible messages before and after a change. Equal call and text pair first (moved, re-indented or
/// re-wrapped text is no change unless its presence condition, severity, errno or error class differs), then similar texts; what is left was
/// removed or added.
/// </summary>
public static class UserMessageComparer
{
    /// <summary>
    /// Compares all files; results by file, then line. <paramref name="fileCondition"/> tells what the build asks for a
    /// file, <paramref name="calls"/> what counts as a message.
    /// </summary>
    public static IReadOnlyList<UserMessageChange> Compare(IReadOnlyList<FileChange> files, Func<string, string?>? fileCondition = null, MessageCalls? calls = null) =>
        Compare(CodeChange.Of(files), fileCondition, calls ?? MessageCalls.Known, include: null, buildCondition: null);

    /// <summary><paramref name="buildCondition"/> tells what the build asks for the file of a version (path, true: before the change); null where it does not say.</summary>
    internal static IReadOnlyList<UserMessageChange> Compare(
        IReadOnlyList<CodeChange> code, Func<string, string?>? fileCondition, MessageCalls calls, Func<CodeVersion, string, string?>? include, Func<string, bool, Condition?>? buildCondition)
    {
        var files = code.Select(change => FileMessages.Find(change, calls, include)).ToList();
        return [.. new MessagePairing(files).Pairs
            .Select(pair => (pair.File, Change: Change(pair.Before, pair.After, code[pair.File], buildCondition)))
            .Where(pair => pair.Change is not null)
            .Select(pair => (pair.File, Change: pair.Change!))
            .OrderBy(pair => pair.File).ThenBy(pair => pair.Change.LineAfter ?? pair.Change.LineBefore)
            .Select(pair => fileCondition is null ? pair.Change : pair.Change with { FileCondition = fileCondition(pair.Change.File) })];
    }

    private static UserMessageChange? Change(UserMessage? before, UserMessage? after, CodeChange file, Func<string, bool, Condition?>? buildCondition)
    {
        var kind = (before, after) switch
        {
            (null, _) => UserMessageChangeKind.Added,
            (_, null) => UserMessageChangeKind.Removed,
            var (b, a) when b.Format != a.Format || IsOtherSeverity(b, a) || IsOtherErrno(b.Errno, a.Errno) || UserMessageChange.IsOtherErrorClass(b.ErrorClass, a.ErrorClass) => UserMessageChangeKind.Changed,
            var (b, a) when (b.Condition is not null || a.Condition is not null) && !(b.Condition ?? Condition.True).Equals(a.Condition ?? Condition.True) => UserMessageChangeKind.ConditionChanged,
            _ => default(UserMessageChangeKind?),
        };
        if (kind is null || (kind is UserMessageChangeKind.ConditionChanged && buildCondition is not null && IsSameWithFile(before!, after!, buildCondition)))
        {
            return null;
        }

        var shown = (after ?? before)!;
        return new UserMessageChange(kind.Value, file.File.Path, shown.Function, shown.Call, before?.Format, after?.Format,
            Shown(before, after), Shown(after, before), null, before?.Severity, after?.Severity, before?.Line, after?.Line)
        {
            CallBefore = before is null || before.Call == shown.Call ? null : before.Call,
            ErrorClassBefore = before?.ErrorClass,
            ErrorClassAfter = after?.ErrorClass,
            AttachedTo = shown.AttachedTo,
            PrefixOf = shown.PrefixOf,
            PrefixOfCall = shown.PrefixOfCall,
            Prefixes = shown.Prefixes,
            Class = Class(before, after, file),
        };
    }

    /// <summary>
    /// True for a message that moved to another file, or whose file the build asks something else for now, and that needs the same as before, the file and its line together. A header
    /// has no condition of its own.
    /// </summary>
    private static bool IsSameWithFile(UserMessage before, UserMessage after, Func<string, bool, Condition?> buildCondition)
    {
        Condition? OfFile(UserMessage message, bool isBefore) => message.Path.EndsWith(".h", StringComparison.Ordinal) ? Condition.True : buildCondition(message.Path, isBefore);
        return OfFile(before, isBefore: true) is { } was && OfFile(after, isBefore: false) is { } now && (before.Path != after.Path || !was.Equals(now))
            && was.And(before.Condition ?? Condition.True).Equals(now.And(after.Condition ?? Condition.True));
    }

    /// <summary>Another severity; that a call for debugging alone is chosen by a test and not by the preprocessor, or the other way round, is another condition.</summary>
    private static bool IsOtherSeverity(UserMessage before, UserMessage after) => before.Severity != after.Severity
        && !(before.Severity == "debug" != (after.Severity == "debug") && !(before.Condition ?? Condition.True).Equals(after.Condition ?? Condition.True));

    /// <summary>The text of an errno comes, goes, or is that of another constant or sign; another variable is no change.</summary>
    private static bool IsOtherErrno(string? before, string? after)
    {
        if (before is null || after is null)
        {
            return before is not null || after is not null;
        }

        return IsConstant(before) && IsConstant(after) ? before != after : before.StartsWith('-') != after.StartsWith('-') && before.TrimStart('-') == after.TrimStart('-');
    }

    private static bool IsConstant(string errno) => errno.TrimStart('-') is ['E', ..] or ['0', ..];

    /// <summary>When hunks show a condition on one side only, the other side has none of it.</summary>
    private static string? Shown(UserMessage? message, UserMessage? other) =>
        message is null ? null : message.Condition?.ToString() ?? (other?.Condition is null ? null : "true");

    private static EditClass Class(UserMessage? before, UserMessage? after, CodeChange file) => (before, after) switch
    {
        (null, var one) => IsNewMapping(file.After, one!.Line, file.Map.Added),
        (var one, null) => IsNewMapping(file.Before, one.Line, file.Map.Removed),
        var (b, a) => EditClasses.Of(b.Condition ?? Condition.True, a.Condition ?? Condition.True),
    };

    /// <summary>With its mapping when the innermost conditional around the line came or went with it.</summary>
    private static EditClass IsNewMapping(CodeVersion version, int line, IReadOnlySet<int> changed) =>
        version.Branches.LastOrDefault(branch => branch.LastLine < line && line <= branch.EndLine) is { } branch && changed.Contains(branch.Line)
            ? EditClass.WithMapping
            : EditClass.WithoutMapping;
}
