using System.Text.RegularExpressions;
using PatchScribe.Conditionals;
using PatchScribe.Diffs;
using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>
/// Finds what users can name: QEMU device and class properties, object types, options of .hx tables, QAPI commands and
/// types, kernel module parameters, git options (parse-options) and getopt tables.
/// </summary>
internal static partial class InterfaceFinder
{
    public static IEnumerable<InterfaceSite> Find(string path, FileSide side) => side.Segments.SelectMany(segment => Find(path, segment, side.Complete));

    private static IEnumerable<InterfaceSite> Find(string path, TextSegment segment, bool complete)
    {
        var extension = Path.GetExtension(path);
        if (extension == ".json")
        {
            return Qapi(path, segment);
        }

        if (extension is not (".c" or ".h" or ".cc" or ".cpp" or ".hx" or ".inc"))
        {
            return [];
        }

        var presence = new Lazy<PresenceConditions>(() => PresenceConditions.Read(segment.Text));
        var macros = new Lazy<Dictionary<string, string>>(() => FormatReader.Macros(segment.Text));
        return CallScanner.Scan(segment.Text, name => KindOf(name) is not null)
            .Select(call => (call, name: Name(call, macros)))
            .Where(pair => pair.name is not null)
            .Select(pair => Site(KindOf(pair.call.Name)!, pair.name!, pair.call.Line))
            .Concat(TypeNames(segment.Text, macros).Select(pair => Site("object-type", pair.Name, pair.Line)));

        InterfaceSite Site(string kind, string name, int line)
        {
            var condition = presence.Value.At(line);
            return new InterfaceSite(kind, name, path, segment.FirstLine + line - 1, complete || !condition.IsTrue ? condition : null);
        }
    }

    private static string? KindOf(string call) => call switch
    {
        "DEF" => "option",
        "module_param" or "module_param_named" or "module_param_array" or "core_param" => "option",
        "OPT_BOOL" or "OPT_STRING" or "OPT_INTEGER" or "OPT_CMDMODE" or "OPT_SET_INT" or "OPT_CALLBACK" or "OPT_BIT" => "option",
        _ when call.StartsWith("DEFINE_PROP_", StringComparison.Ordinal) && call != "DEFINE_PROP_END_OF_LIST" => "property",
        _ when call.StartsWith("object_class_property_add", StringComparison.Ordinal) || call.StartsWith("object_property_add", StringComparison.Ordinal) => "property",
        _ => null,
    };

    /// <summary>The argument that names the thing: a literal, or for module parameters a bare word.</summary>
    private static string? Name(ScannedCall call, Lazy<Dictionary<string, string>> macros)
    {
        var at = call.Name switch
        {
            _ when call.Name.StartsWith("object_", StringComparison.Ordinal) => 1,
            _ when call.Name.StartsWith("OPT_", StringComparison.Ordinal) => 1,
            _ => 0,
        };
        if (call.Arguments.Count <= at)
        {
            return null;
        }

        var argument = call.Arguments[at].Trim();
        return call.Name.EndsWith("_param", StringComparison.Ordinal) || call.Name.StartsWith("module_", StringComparison.Ordinal)
            ? (BareWord().IsMatch(argument) ? argument : null)
            : argument.StartsWith('"') || macros.Value.ContainsKey(argument) ? FormatReader.Read(argument, macros.Value) : null;
    }

    /// <summary><c>.name = "x"</c> or <c>.name = TYPE_X</c> inside a TypeInfo.</summary>
    private static IEnumerable<(string Name, int Line)> TypeNames(string text, Lazy<Dictionary<string, string>> macros)
    {
        var lines = text.Split('\n');
        var inside = false;
        for (var i = 0; i < lines.Length; i++)
        {
            inside = TypeInfo().IsMatch(lines[i]) || (inside && !lines[i].StartsWith('}'));
            var match = inside ? TypeName().Match(lines[i]) : Match.Empty;
            if (match.Success)
            {
                var value = match.Groups["value"].Value;
                yield return (FormatReader.Read(value, macros.Value) ?? value, i + 1);
            }
        }
    }

    private static IEnumerable<InterfaceSite> Qapi(string path, TextSegment segment)
    {
        var lines = segment.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (Match match in QapiEntity().Matches(lines[i]))
            {
                var condition = QapiIf().Match(lines[i]);
                var kind = match.Groups["kind"].Value == "command" ? "command" : "qapi";
                yield return new InterfaceSite(kind, match.Groups["name"].Value, path, segment.FirstLine + i,
                    condition.Success ? Condition.Symbol(condition.Groups["symbol"].Value) : Condition.True);
            }
        }
    }

    [GeneratedRegex(@"^\w+$", RegexOptions.NonBacktracking)]
    private static partial Regex BareWord();

    [GeneratedRegex(@"\bTypeInfo\b[^;]*=\s*\{?", RegexOptions.NonBacktracking)]
    private static partial Regex TypeInfo();

    [GeneratedRegex("""^\s*\.name\s*=\s*(?<value>"[^"]+"|TYPE_\w+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    [GeneratedRegex("""'(?<kind>command|struct|enum|union|event|alternate)'\s*:\s*'(?<name>[\w-]+)'""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QapiEntity();

    [GeneratedRegex("""'if'\s*:\s*'(?<symbol>CONFIG_\w+)'""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex QapiIf();
}
