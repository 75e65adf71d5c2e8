using PatchScribe.Diffs;

namespace PatchScribe.Conditionals;

/// <summary>
/// Compares the entries of a Kconfig file (Documentation/kbuild/kconfig-language): an entry that comes or goes, or whose
/// "depends on" changes. Symbols gain CONFIG_.
/// </summary>
internal static class KconfigComparer
{
    private sealed record Entry(string Symbol, int Line, Condition Depends);

    public static IEnumerable<ConditionalChange> Compare(FileChange file)
    {
        var before = Read(FileSide.Before(file));
        var after = Read(FileSide.After(file));
        foreach (var symbol in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(symbol), after.GetValueOrDefault(symbol));
            if (old is not null && now is not null && old.Depends.Equals(now.Depends))
            {
                continue;
            }

            var kind = now is null ? ConditionalChangeKind.Removed : old is null ? ConditionalChangeKind.Added : ConditionalChangeKind.Changed;
            var edit = old is null || now is null ? EditClass.WithMapping
                : old.Depends.Implies(now.Depends) ? EditClass.Generalization
                : now.Depends.Implies(old.Depends) ? EditClass.Specialization : EditClass.Reconfiguration;
            yield return new ConditionalChange(symbol, file.Path, kind, old?.Depends.ToString(), now?.Depends.ToString(), edit, old?.Line, now?.Line, ConditionalConstruct.Kconfig);
        }
    }

    private static Dictionary<string, Entry> Read(FileSide side)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var segment in side.Segments)
        {
            Entry? open = null;
            var lines = segment.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var line = lines[i].Trim();
                if ((After(line, "config ") ?? After(line, "menuconfig ")) is { } name)
                {
                    open = new Entry("CONFIG_" + name, segment.FirstLine + i, Condition.True);
                    entries[open.Symbol] = open;
                }
                else if (open is not null && After(line, "depends on ") is { } depends)
                {
                    open = open with { Depends = open.Depends.And(Named(depends)) };
                    entries[open.Symbol] = open;
                }
            }
        }

        return entries;
    }

    private static Condition Named(string expression)
    {
        var words = new System.Text.StringBuilder();
        for (var i = 0; i < expression.Length;)
        {
            var start = i;
            while (i < expression.Length && (char.IsLetterOrDigit(expression[i]) || expression[i] == '_'))
            {
                i++;
            }

            words.Append(i > start && expression[start..i] is var word && char.IsUpper(word[0]) ? "CONFIG_" + word : expression[start..i]);
            if (i < expression.Length)
            {
                words.Append(expression[i++]);
            }
        }

        return Condition.Parse(words.ToString());
    }

    private static string? After(string line, string start) => line.StartsWith(start, StringComparison.Ordinal) ? line[start.Length..].Trim() : null;
}
