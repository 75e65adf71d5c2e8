using System.Text;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Expressions;

/// <summary>
/// Reads a message template: <c>{prog}</c>, <c>{optarg}</c>, <c>{unknown}</c>, <c>{item.KEY}</c>, a named text of the
/// phase, a variable, <c>{TABLE[VARIABLE]}</c>, <c>{any-number}</c>, each with an optional <c>|filter</c>. A mistake is a
/// <see cref="FormatException"/>.
/// </summary>
internal static class TemplateReader
{
    private static readonly string[] Filters = ["pci", "basename", "parent"];

    /// <summary>Reads the text; <paramref name="lets"/> are the texts that the phase names.</summary>
    public static MessageTemplate Read(string text, ModelSymbols symbols, IReadOnlyCollection<string> lets)
    {
        var pieces = new List<TemplatePiece>();
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '{' or '}' && i + 1 < text.Length && text[i + 1] == text[i])
            {
                plain.Append(text[i++]);
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                {
                    throw new FormatException("a '{' is not closed; write '{{' for a brace");
                }

                Flush(plain, pieces);
                pieces.Add(ReadPlaceholder(text[(i + 1)..end], symbols, lets));
                i = end;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        Flush(plain, pieces);
        return new MessageTemplate(pieces) { Text = text };
    }

    private static void Flush(StringBuilder plain, List<TemplatePiece> pieces)
    {
        if (plain.Length > 0)
        {
            pieces.Add(new TemplatePiece(TemplatePieceKind.Text, plain.ToString()));
            plain.Clear();
        }
    }

    private static TemplatePiece ReadPlaceholder(string text, ModelSymbols symbols, IReadOnlyCollection<string> lets)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        var (name, filter) = bar < 0 ? (text, null) : (text[..bar], text[(bar + 1)..]);
        if (filter is not null && !Filters.Contains(filter, StringComparer.Ordinal))
        {
            throw new FormatException($"there is no filter '{filter}'; known: {string.Join(", ", Filters)}");
        }

        if (name == "any-number")
        {
            return new TemplatePiece(TemplatePieceKind.AnyNumber, name);
        }

        if (name is "prog" or "optarg" or "unknown" || name.StartsWith("item.", StringComparison.Ordinal)
            || name.StartsWith("mark.", StringComparison.Ordinal) || lets.Contains(name, StringComparer.Ordinal))
        {
            return new TemplatePiece(TemplatePieceKind.Name, name, Filter: filter);
        }

        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var variable = bracket < 0 ? name : name[(bracket + 1)..].TrimEnd(']');
        var index = symbols.IndexOf(variable);
        if (index < 0)
        {
            throw new FormatException($"'{variable}' is no variable, no key of the item and no text of the phase");
        }

        if (bracket < 0)
        {
            return new TemplatePiece(TemplatePieceKind.Variable, name, index, filter);
        }

        return symbols.Tables.ContainsKey(name[..bracket])
            ? new TemplatePiece(TemplatePieceKind.Table, name[..bracket], index, filter)
            : throw new FormatException($"there is no table '{name[..bracket]}'");
    }
}
