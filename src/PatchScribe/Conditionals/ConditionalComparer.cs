using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Finds the conditions on CONFIG_ symbols that a change removes, adds or changes. C files by the presence condition of
/// the code that a directive guards; Kconfig by entry; meson, makefiles and QAPI by the line that names the symbol.
/// What only moved, was re-indented or is spelt otherwise gives nothing.
/// </summary>
public static class ConditionalComparer
{
    /// <summary>Compares every file; results in order of file and line.</summary>
    public static IReadOnlyList<ConditionalChange> Compare(IReadOnlyList<FileChange> files) =>
        [.. files.SelectMany(Compare)];

    private static IEnumerable<ConditionalChange> Compare(FileChange file)
    {
        var changes = SourceLanguage.Of(file.Path) switch
        {
            SourceLanguage.C => DirectiveComparer.Compare(file).Concat(SymbolLineComparer.Compare(file, SymbolLineReader.C)),
            SourceLanguage.Kconfig => KconfigComparer.Compare(file),
            SourceLanguage.Meson => SymbolLineComparer.Compare(file, SymbolLineReader.Meson),
            SourceLanguage.Makefile => SymbolLineComparer.Compare(file, SymbolLineReader.Makefile),
            SourceLanguage.Qapi => SymbolLineComparer.Compare(file, SymbolLineReader.Qapi),
            _ => [],
        };
        return changes.OrderBy(change => change.LineBefore ?? change.LineAfter).ThenBy(change => change.Symbol, StringComparer.Ordinal);
    }
}
