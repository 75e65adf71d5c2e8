using System.Text.Json;
using System.Text.RegularExpressions;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>Real output holds exactly the fields, with the types, that docs/json.md promises.</summary>
public sealed partial class JsonDocumentTests
{
    private static readonly Dictionary<string, Dictionary<string, string>> Shapes = ReadShapes();

    public static TheoryData<string> Documents()
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Checkout.PathOf("samples"), "*.run", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (File.ReadLines(file).First().Contains("--format json", StringComparison.Ordinal))
            {
                data.Add(Path.GetRelativePath(Checkout.PathOf(), file));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Output_is_as_documented(string file)
    {
        var text = File.ReadAllText(Checkout.PathOf(file));
        var start = text.IndexOf("--- stdout\n", StringComparison.Ordinal) + "--- stdout\n".Length;
        Assert.Empty(Problems(text[start..text.IndexOf("--- stderr\n", StringComparison.Ordinal)]));
    }

    /// <summary>Where a document differs from what docs/json.md promises of its schema.</summary>
    internal static List<string> Problems(string text)
    {
        using var document = JsonDocument.Parse(text);
        var schema = document.RootElement.GetProperty("schema").GetString()!;
        var problems = new List<string>();
        Validate(document.RootElement, schema.Split('/')[1], schema, problems);
        return problems;
    }

    private static void Validate(JsonElement element, string type, string path, List<string> problems)
    {
        if (type.EndsWith("|null", StringComparison.Ordinal))
        {
            if (element.ValueKind == JsonValueKind.Null)
            {
                return;
            }

            type = type[..^5];
        }

        if (type.EndsWith("[]", StringComparison.Ordinal))
        {
            if (element.ValueKind != JsonValueKind.Array)
            {
                problems.Add($"{path} is no list");
                return;
            }

            foreach (var item in element.EnumerateArray())
            {
                Validate(item, type[..^2], path + "[]", problems);
            }
        }
        else if (Shapes.TryGetValue(type, out var fields))
        {
            Fields(element, fields, path, problems);
        }
        else if (!IsOf(element, type))
        {
            problems.Add($"{path} is {element.ValueKind}, documented as {type}");
        }
    }

    private static void Fields(JsonElement element, Dictionary<string, string> fields, string path, List<string> problems)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{path} is no object");
            return;
        }

        var present = element.EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
        problems.AddRange(present.Keys.Except(fields.Keys).Select(name => $"{path}.{name} is not documented"));
        problems.AddRange(fields.Keys.Except(present.Keys).Select(name => $"{path}.{name} is documented and not there"));
        foreach (var (name, value) in present.Where(pair => fields.ContainsKey(pair.Key)))
        {
            Validate(value, fields[name], $"{path}.{name}", problems);
        }
    }

    private static bool IsOf(JsonElement element, string type) => type switch
    {
        "string" => element.ValueKind == JsonValueKind.String,
        "int" => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out _),
        "number" => element.ValueKind == JsonValueKind.Number,
        "bool" => element.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => element.ValueKind == JsonValueKind.Object,
        _ => false,
    };

    private static Dictionary<string, Dictionary<string, string>> ReadShapes()
    {
        var shapes = new Dictionary<string, Dictionary<string, string>>();
        var current = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(Checkout.PathOf("docs", "json.md")))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                shapes[line[4..].Trim()] = current = [];
            }
            else if (Row().Match(line) is { Success: true } row)
            {
                current[row.Groups["field"].Value] = row.Groups["type"].Value.Replace("\\|", "|", StringComparison.Ordinal);
            }
        }

        return shapes;
    }

    [GeneratedRegex(@"^\| `(?<field>[A-Za-z]+)` \| (?<type>[A-Za-z]+(\[\])?(\\\|null)?) \|", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
