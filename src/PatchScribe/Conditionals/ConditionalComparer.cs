using PatchScribe.Conditionals.Build;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Finds the conditions on CONFIG_ symbols that a change removes, adds or changes. C files by the presence condition of
/// the code that a directive governs; Kconfig by entry; meson, makefiles and QAPI by what stands under the condition.
/// What only moved (also to another file), was re-indented or is spelt otherwise gives nothing.
/// </summary>
public static class ConditionalComparer
{
    /// <summary>Compares every file; results in order of file and line.</summary>
    public static IReadOnlyList<ConditionalChange> Compare(IReadOnlyList<FileChange> files) => Compare(files, CodeChange.Of(files));

    internal static IReadOnlyList<ConditionalChange> Compare(IReadOnlyList<FileChange> files, IReadOnlyList<CodeChange> code)
    {
        var changes = new List<StatedChange>();
        var next = 0;
        foreach (var file in files.Where(file => !file.Binary))
        {
            var mine = next < code.Count && ReferenceEquals(code[next].File, file) ? code[next++] : null;
            changes.AddRange(Compare(file, mine).OrderBy(one => one.Change.LineBefore ?? one.Change.LineAfter).ThenBy(one => one.Change.Symbol, StringComparer.Ordinal));
        }

        return [.. StatedChange.WithoutMoves(changes)];
    }

    private static IEnumerable<StatedChange> Compare(FileChange file, CodeChange? code) => SourceLanguage.Of(file.Path) switch
    {
        SourceLanguage.C when code is not null => DirectiveComparer.Compare(code).Concat(SymbolLineComparer.Compare(file, SymbolLineReader.C)),
        SourceLanguage.Kconfig => KconfigComparer.Compare(file),
        SourceLanguage.Meson => EntryComparer.Compare(file, MesonReader.Read),
        SourceLanguage.Makefile => EntryComparer.Compare(file, MakefileReader.Read),
        SourceLanguage.Qapi => EntryComparer.Compare(file, QapiReader.Read),
        _ => [],
    };
}
