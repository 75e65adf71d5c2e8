using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;
using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>Names that users type which stand in initializers: QOM types, options of QemuOptsList and getopt_long(3), commands of the monitor's tables.</summary>
internal static partial class InitializerNames
{
    /// <summary>Kind, name, and 1-based line in the text, by line.</summary>
    public static IEnumerable<(string Kind, string Name, int Line)> Find(string path, CodeScan scan, Lazy<StringMacros> macros)
    {
        var text = scan.Text;
        var isTable = path.EndsWith(".hx", StringComparison.Ordinal);
        var types = text.Contains("TypeInfo", StringComparison.Ordinal) || text.Contains("QEMUMachine", StringComparison.Ordinal);
        var options = text.Contains("QEMU_OPT_", StringComparison.Ordinal);
        var getopt = text.Contains("_argument", StringComparison.Ordinal) || text.Contains("struct option", StringComparison.Ordinal);
        return types || options || getopt || isTable ? Lines(text, isTable, options, getopt, macros.Value) : [];
    }

    /// <summary>False for a line that none of the names stands in.</summary>
    public static bool MayStandIn(string line) => line.Contains(".name", StringComparison.Ordinal) || line.Contains('{');

    private static IEnumerable<(string Kind, string Name, int Line)> Lines(string text, bool isTable, bool options, bool getopt, StringMacros macros)
    {
        var inType = false;
        (string Name, int Line)? pending = null;
        var number = 0;
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is var newline and >= 0 ? newline : text.Length;
            number++;
            if (!Matters(text.AsSpan(start..end), getopt))
            {
                continue;
            }

            var line = text[start..end];
            inType = (inType && !line.StartsWith('}')) || ((line.Contains("TypeInfo", StringComparison.Ordinal) || line.Contains("QEMUMachine", StringComparison.Ordinal)) && TypeInfo().IsMatch(line));
            if (line.Contains(".name", StringComparison.Ordinal) && Name().Match(line) is { Success: true } match)
            {
                var value = match.Groups["value"].Value;
                var name = FormatReader.ReadOne(value, macros)?.Format ?? value;
                if (inType || isTable)
                {
                    yield return (inType ? "object-type" : "command", isTable ? name.Split('|')[0] : name, number);
                }

                pending = options && !inType && !isTable ? (name, number) : null;
            }

            if (pending is { } open && line.Contains("QEMU_OPT_", StringComparison.Ordinal))
            {
                yield return ("option", open.Name, open.Line);
                pending = null;
            }

            if (getopt && GetOpt().Match(line) is { Success: true } option)
            {
                yield return ("option", option.Groups["name"].Value, number);
            }
        }
    }

    /// <summary>Most lines of a file say nothing, and no text is made of them.</summary>
    private static bool Matters(ReadOnlySpan<char> line, bool getopt) => line.Length > 0 && (line[0] == '}' || line.Contains(".name", StringComparison.Ordinal) || line.Contains("TypeInfo", StringComparison.Ordinal)
        || line.Contains("QEMUMachine", StringComparison.Ordinal) || line.Contains("QEMU_OPT_", StringComparison.Ordinal) || (getopt && line.Contains('{') && line.Contains('"')));

    private const RegexOptions Simple = RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(TypeInfo|QEMUMachine)\b[^;=]{0,200}=", Simple)]
    private static partial Regex TypeInfo();

    [GeneratedRegex("""\.name\s*=\s*(?<value>"[^"]+"|[A-Z]\w+\("[^"]+"\)|[A-Z]\w+)""", Simple)]
    private static partial Regex Name();

    [GeneratedRegex("""\{\s*"(?<name>[\w-]+)"\s*,\s*((no|required|optional)_argument\b|[012]\s*,\s*(NULL|0)\s*,)""", Simple)]
    private static partial Regex GetOpt();
}
