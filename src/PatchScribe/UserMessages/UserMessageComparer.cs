using PatchScribe.Diffs;

namespace PatchScribe.UserMessages;

/// <summary>
/// Compares the user-visible messages before and after a change. Equal call and text pair first (moved, re-indented or
/// re-wrapped text is no change unless its presence condition or severity differs), then similar texts of one function;
/// what is left was removed or added.
/// </summary>
public static class UserMessageComparer
{
    /// <summary>Share of common words from which two texts of one function are one message that changed.</summary>
    public const double MinSimilarity = 0.5;

    /// <summary>Compares all files; results by file, then line. <paramref name="fileCondition"/> tells what the build asks for a file.</summary>
    public static IReadOnlyList<UserMessageChange> Compare(IReadOnlyList<FileChange> files, Func<string, string?>? fileCondition = null)
    {
        var before = new List<UserMessage>();
        var after = new List<UserMessage>();
        foreach (var file in files.Where(file => IsC(file.Path) && !file.Binary))
        {
            before.AddRange(UserMessageFinder.Find(file.Path, FileSide.Before(file), file.Hunks));
            after.AddRange(UserMessageFinder.Find(file.Path, FileSide.After(file), file.Hunks));
        }

        var pairing = new MessagePairing(before, after);
        var order = files.Select((file, index) => (file.Path, index)).GroupBy(pair => pair.Path, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        return [.. pairing.Pairs.Select(pair => Change(pair.Before, pair.After, fileCondition)).OfType<UserMessageChange>()
            .OrderBy(change => order[change.File]).ThenBy(change => change.LineAfter ?? change.LineBefore)];
    }

    private static UserMessageChange? Change(UserMessage? before, UserMessage? after, Func<string, string?>? fileCondition)
    {
        var kind = (before, after) switch
        {
            (null, _) => UserMessageChangeKind.Added,
            (_, null) => UserMessageChangeKind.Removed,
            var (b, a) when b.Format != a.Format || b.Severity != a.Severity => UserMessageChangeKind.Changed,
            var (b, a) when (b.Condition is not null || a.Condition is not null) && b.Condition?.ToString() != a.Condition?.ToString() => UserMessageChangeKind.ConditionChanged,
            _ => default(UserMessageChangeKind?),
        };
        var shown = (after ?? before)!;
        return kind is null ? null : new UserMessageChange(kind.Value, shown.Path, shown.Function, shown.Call, before?.Format, after?.Format,
            Condition(before, after), Condition(after, before), fileCondition?.Invoke(shown.Path), before?.Severity, after?.Severity, before?.Line, after?.Line);
    }

    /// <summary>When hunks show a condition on one side only, the other side has none of it.</summary>
    private static string? Condition(UserMessage? message, UserMessage? other) =>
        message is null ? null : message.Condition?.ToString() ?? (other?.Condition is null ? null : "true");

    private static bool IsC(string path) => Path.GetExtension(path) is ".c" or ".h" or ".cc" or ".cpp" or ".inc" or ".m" or ".hpp";
}
