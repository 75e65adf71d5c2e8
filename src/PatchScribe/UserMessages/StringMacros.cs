using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>
/// Object-like macros whose value is made of string literals, of one version of a file and (when asked for) of what it includes, then
/// of what that includes. A name with two different values, a mere conversion ("lx"), and a name that is not known stay names.
/// </summary>
internal sealed partial class StringMacros
{
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Lazy<StringMacros>? deeper;
    private Lazy<IReadOnlyList<CodeScan>>? includes;
    private StringMacros? other;
    private bool reading;

    private StringMacros(IncludedHeaders? headers)
    {
        includes = headers?.Direct;
        deeper = headers is null ? null : new Lazy<StringMacros>(() =>
        {
            var macros = new StringMacros(headers: null);
            foreach (var scan in headers.Nested.Value)
            {
                macros.Read(scan);
            }

            return macros;
        });
        lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads the #define lines of a version; <paramref name="headers"/> are asked when a name is not among them.</summary>
    public static StringMacros Of(CodeVersion version, IncludedHeaders? headers = null)
    {
        var macros = new StringMacros(headers);
        foreach (var segment in version.Segments)
        {
            macros.Read(segment.Scan);
        }

        return macros;
    }

    /// <summary>Those of both versions of a file. A name that is known in one of them is the same in the other one: it is further away there.</summary>
    public static (StringMacros Before, StringMacros After) Of(CodeChange change, IncludedHeaders? headersBefore, IncludedHeaders? headersAfter)
    {
        var (before, after) = (Of(change.Before, headersBefore), Of(change.After, headersAfter));
        (before.other, after.other) = (after, before);
        return (before, after);
    }

    /// <summary>The text of a macro with its escapes as written, or null.</summary>
    public string? Find(ReadOnlySpan<char> name) => FindOwn(name) ?? (reading ? null : other?.FindOwn(name));

    private string? FindOwn(ReadOnlySpan<char> name)
    {
        if (lookup.TryGetValue(name, out var text))
        {
            return text;
        }

        if (deeper is null || reading || name.Length <= 2 || name.StartsWith("PRI") || name.ContainsAnyInRange('a', 'z'))
        {
            return null;
        }

        if (includes is not null)
        {
            var scans = includes.Value;
            includes = null;
            foreach (var scan in scans)
            {
                Read(scan);
            }
        }

        return lookup.TryGetValue(name, out text) ? text : deeper.Value.Find(name);
    }

    private void Read(CodeScan scan)
    {
        reading = true;
        foreach (var directive in scan.Directives)
        {
            if (directive.Name == "define" && scan.Text.AsSpan(directive.Start, directive.End - directive.Start).Contains('"'))
            {
                Define(scan.ArgumentOf(directive));
            }
        }

        reading = false;
    }

    private void Define(string definition)
    {
        var end = 0;
        while (end < definition.Length && CodeText.IsIdentifier(definition[end]))
        {
            end++;
        }

        if (end == 0 || end == definition.Length || definition[end] == '(')
        {
            return;
        }

        var (name, value) = (definition[..end], definition[end..].Trim());

        // QEMU's QERR_ macros stood for two arguments: the class and the text.
        value = value.StartsWith("ERROR_CLASS_", StringComparison.Ordinal) && value.IndexOf(',', StringComparison.Ordinal) is var comma and > 0 ? value[(comma + 1)..] : value;
        var text = value.Length > 0 && FormatReader.ReadOne(value, this) is { } format && IsText(format.Format) ? format.Format : null;
        texts[name] = texts.TryGetValue(name, out var known) && known != text ? null : text;
    }

    private static bool IsText(string format) => (format.Contains(' ', StringComparison.Ordinal) || !Conversion().IsMatch(format)) && !format.StartsWith("{ 'class'", StringComparison.Ordinal);

    [GeneratedRegex(@"^%?[-+ #0-9.*]*(hh|h|ll|l|j|z|t|L|I64)?[a-zA-Z]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Conversion();
}
