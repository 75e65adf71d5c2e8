using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>What a version of a file includes by name in quotes, and what that includes in turn; each is read when it is asked for.</summary>
internal sealed class IncludedHeaders
{
    /// <summary>Headers looked at that others include.</summary>
    private const int MaxNested = 60;

    /// <summary><paramref name="include"/> gives the text of an include of the version by its name, or null.</summary>
    public IncludedHeaders(CodeVersion version, Func<CodeVersion, string, string?> include)
    {
        IReadOnlyList<CodeScan> Read(IEnumerable<string> names) => [.. names.Select(name => include(version, name)).OfType<string>().Select(text => CodeScanner.Scan(text))];
        var names = new Lazy<List<string>>(() => NamesIn(version.Segments.Select(segment => segment.Scan)));
        Direct = new Lazy<IReadOnlyList<CodeScan>>(() => Read(names.Value));
        Nested = new Lazy<IReadOnlyList<CodeScan>>(() => Read(NamesIn(Direct.Value).Except(names.Value, StringComparer.Ordinal).Take(MaxNested)));
    }

    /// <summary>Those of the file itself.</summary>
    public Lazy<IReadOnlyList<CodeScan>> Direct { get; }

    /// <summary>Those of its headers.</summary>
    public Lazy<IReadOnlyList<CodeScan>> Nested { get; }

    private static List<string> NamesIn(IEnumerable<CodeScan> scans) =>
        [.. scans.SelectMany(scan => scan.Directives.Where(one => one.Name == "include").Select(scan.ArgumentOf))
            .Where(name => name.StartsWith('"')).Select(name => name.Trim('"')).Distinct(StringComparer.Ordinal)];
}
