using PatchScribe.Conditionals.Build;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;
using PatchScribe.UserMessages;

namespace PatchScribe.Interfaces;

/// <summary>
/// Finds what users can name: QEMU device and class properties, object types, options and commands of .hx tables, QAPI
/// definitions and their members, Kconfig symbols, kernel module parameters and sysfs files, git options and configuration keys.
/// </summary>
internal static class InterfaceFinder
{
    /// <summary>
    /// Names of a C file or a .hx table. With <paramref name="changed"/> only those whose lines are among them: where no
    /// directive changes, a name on a line that stays is the same on both sides. Initializers, which are looked for in the whole
    /// text, are left out when the caller knows that none of those lines has one.
    /// </summary>
    public static IEnumerable<InterfaceSite> Find(CodeVersion version, IReadOnlySet<int>? changed, bool initializers = true)
    {
        if (changed is { Count: 0 })
        {
            yield break;
        }

        var isTable = version.Path.EndsWith(".hx", StringComparison.Ordinal);
        var macros = new Lazy<StringMacros>(() => StringMacros.Of(version));
        foreach (var segment in version.Segments)
        {
            foreach (var (kind, name, line) in Registered(segment, isTable, macros, changed).Concat(initializers ? Initialized(version.Path, segment, macros, changed) : []))
            {
                yield return new InterfaceSite(kind, name, version.Path, segment.LineOf(line), version.KnownAt(segment.LineOf(line)));
            }
        }
    }

    /// <summary>Names of a schema or Kconfig file; none of others.</summary>
    public static IEnumerable<InterfaceSite> Find(string path, string? language, FileSide side) => side.Segments.SelectMany(segment => language switch
    {
        Conditionals.SourceLanguage.Qapi => QapiReader.Entities(segment.Text)
            .Select(one => new InterfaceSite(one.Kind == "command" ? "command" : "qapi", one.Name, path, one.Line + segment.FirstLine - 1, one.Condition)),
        Conditionals.SourceLanguage.Kconfig => KconfigReader.Read(segment.Text).Where(one => one.Kind == "config")
            .Select(one => new InterfaceSite("other", one.Symbol, path, one.Line + segment.FirstLine - 1, side.Complete || !one.Condition.IsTrue ? one.Condition : null)),
        _ => Enumerable.Empty<InterfaceSite>(),
    });

    private static IEnumerable<(string Kind, string Name, int Line)> Initialized(string path, CodeSegment segment, Lazy<StringMacros> macros, IReadOnlySet<int>? changed) =>
        InitializerNames.Find(path, segment.Scan, macros).Where(one => changed is null || changed.Contains(segment.LineOf(one.Line)));

    private static List<(string Kind, string Name, int Line)> Registered(CodeSegment segment, bool isTable, Lazy<StringMacros> macros, IReadOnlySet<int>? changed)
    {
        var scan = segment.Scan;
        var found = new List<(string Kind, string Name, int Line)>();
        foreach (var call in scan.Calls)
        {
            if (changed is not null && !segment.Touches(call, changed))
            {
                continue;
            }

            var callee = scan.NameOf(call);
            if (InterfaceCalls.Find(callee, isTable) is { } known && Name(scan.Argument(call, known.Argument).Trim(), InterfaceCalls.NamesByWord(callee), macros) is { } name)
            {
                found.Add((known.Kind, name, call.Line));
            }
            else if (callee is "strcmp" or "strcasecmp" && ConfigurationKey(scan, call) is { } key)
            {
                found.Add(("other", key, call.Line));
            }
        }

        return found;
    }

    private static string? Name(ReadOnlySpan<char> argument, bool byWord, Lazy<StringMacros> macros)
    {
        if (byWord)
        {
            return argument.Length > 0 && !argument.ContainsAnyExcept(WordCharacters) ? argument.ToString() : null;
        }

        var named = argument.StartsWith("\"") || (argument.Length > 2 && char.IsAsciiLetterUpper(argument[0]) && macros.Value.Find(argument) is not null);
        return named ? FormatReader.ReadOne(argument, macros.Value)?.Format : null;
    }

    /// <summary><c>strcmp(var, "section.key")</c> in a git configuration callback.</summary>
    private static string? ConfigurationKey(CodeScan scan, CodeCall call)
    {
        var literal = scan.Argument(call, 1).Trim();
        return scan.Argument(call, 0).Trim() is "var" or "key" or "k" && literal.Length > 2 && literal[0] == '"' && literal.Contains('.') && !literal.Contains(' ')
            ? literal.Trim('"').ToString()
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> WordCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
