using System.Text.RegularExpressions;
using PatchScribe.Templating;

namespace PatchScribe.Tests.Templating;

/// <summary>docs/templates.md names every template and every placeholder of it, and no other.</summary>
public sealed partial class TemplatePageTests
{
    [Fact]
    public void The_page_names_every_placeholder()
    {
        var documented = new Dictionary<string, List<string>>();
        var current = new List<string>();
        foreach (var line in File.ReadLines(RepositoryRoot.PathOf("docs", "templates.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                documented[line[3..]] = current = [];
            }
            else if (Row().Match(line) is { Success: true } row)
            {
                current.Add(row.Groups["name"].Value);
            }
        }

        Assert.Equal(TemplateSet.FileNames.Order(StringComparer.Ordinal), documented.Keys.Order(StringComparer.Ordinal));
        Assert.All(documented, pair => Assert.Equal(TemplateSet.PlaceholdersOf(pair.Key)!.Order(StringComparer.Ordinal), pair.Value.Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex("^\\| `(?<name>[a-z]+)` \\|", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
