using System.Text;

namespace PatchScribe.Conditionals.Build;

/// <summary>
/// Reads a Kconfig file (Documentation/kbuild/kconfig-language.rst): entries with what they depend on, also by the
/// <c>if</c> and <c>menu</c> blocks around them; <c>select</c>, <c>imply</c> and <c>default y</c> with their <c>if</c>. Symbols gain CONFIG_. Help texts are passed over.
/// </summary>
internal static class KconfigReader
{
    public static IReadOnlyList<KconfigStatement> Read(string text)
    {
        var found = new List<KconfigStatement>();
        var blocks = new Stack<Condition>();
        var entry = -1;
        var helpIndent = -1;
        var number = 0;
        foreach (var (raw, at) in Lines(text))
        {
            number = at;
            var line = raw.Trim();
            var indent = raw.Length - raw.TrimStart().Length;
            if (line.Length == 0 || line[0] == '#' || (helpIndent >= 0 && indent > helpIndent))
            {
                continue;
            }

            helpIndent = line is "help" or "---help---" ? indent : -1;
            var (word, rest) = Split(line);
            switch (word)
            {
                case "config" or "menuconfig":
                    entry = found.Count;
                    found.Add(new KconfigStatement("config", "CONFIG_" + rest, rest, blocks.Aggregate(Condition.True, (all, one) => all.And(one)), number));
                    break;
                case "if":
                    (entry, _) = (-1, 0);
                    blocks.Push(Expression(rest));
                    break;
                case "menu" or "choice":
                    entry = -1;
                    blocks.Push(Condition.True);
                    break;
                case "endif" or "endmenu" or "endchoice":
                    entry = -1;
                    blocks.TryPop(out _);
                    break;
                case "source" or "rsource" or "comment" or "mainmenu":
                    entry = -1;
                    break;
                case "depends" when rest.StartsWith("on ", StringComparison.Ordinal):
                    Depend(found, blocks, entry, Expression(rest[3..]));
                    break;
                case "select" or "imply" or "default" or "def_bool" or "def_tristate" when entry >= 0:
                    found.Add(Statement(word, rest, found[entry], number));
                    break;
            }
        }

        return found;
    }

    private static void Depend(List<KconfigStatement> found, Stack<Condition> blocks, int entry, Condition condition)
    {
        if (entry >= 0)
        {
            found[entry] = found[entry] with { Condition = found[entry].Condition.And(condition) };
        }
        else if (blocks.TryPop(out var block))
        {
            blocks.Push(block.And(condition));
        }
    }

    private static KconfigStatement Statement(string word, string rest, KconfigStatement entry, int line)
    {
        var at = rest.IndexOf(" if ", StringComparison.Ordinal);
        var (value, when) = at < 0 ? (rest, Condition.True) : (rest[..at], Expression(rest[(at + 4)..]));
        return word is "select" or "imply"
            ? new KconfigStatement(word, "CONFIG_" + value.Trim(), entry.Entry, Condition.Symbol(entry.Symbol).And(when), line)
            : new KconfigStatement("default", entry.Symbol, entry.Entry, Expression(value.Trim() switch { "y" or "m" => "true", "n" => "false", var other => other }).And(when), line);
    }

    private static Condition Expression(string expression)
    {
        var words = new StringBuilder();
        var comment = expression.IndexOf('#', StringComparison.Ordinal);
        var text = (comment < 0 ? expression : expression[..comment]).Replace("$(", "(", StringComparison.Ordinal);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
            {
                i++;
            }

            var word = text[start..i];
            words.Append(word.Length > 0 && char.IsAsciiLetterUpper(word[0]) ? "CONFIG_" + word : word switch { "y" or "m" => "true", "n" => "false", _ => word });
            if (i < text.Length)
            {
                words.Append(text[i++]);
            }
        }

        return Condition.Parse(words.ToString());
    }

    private static (string Word, string Argument) Split(string line)
    {
        var blank = line.AsSpan().IndexOfAny(' ', '\t');
        return blank < 0 ? (line, "") : (line[..blank], line[blank..].Trim());
    }

    /// <summary>Logical lines with their first numbers: a backslash at the end continues.</summary>
    private static IEnumerable<(string Line, int Number)> Lines(string text)
    {
        var joined = "";
        var (first, number) = (0, 0);
        foreach (var raw in text.Split('\n'))
        {
            number++;
            first = joined.Length == 0 ? number : first;
            if (raw.EndsWith('\\') && joined.Length < 100_000)
            {
                joined += raw[..^1] + " ";
                continue;
            }

            yield return (joined + raw, first);
            joined = "";
        }
    }
}
