using System.Text.RegularExpressions;

namespace PatchScribe.Tests;

/// <summary>Holds the code to the table of allowed references in docs/architecture.md.</summary>
public sealed partial class FolderReferencesTests
{
    private static readonly string Library = RepositoryRoot.PathOf("src", "PatchScribe");

    [Fact]
    public void A_stage_uses_only_the_stages_that_the_table_allows()
    {
        var allowed = ReadTable();
        var violations = new List<string>();
        foreach (var file in SourceFiles())
        {
            var stage = Path.GetRelativePath(Library, file).Split(Path.DirectorySeparatorChar)[0];
            foreach (Match use in UsedStage().Matches(File.ReadAllText(file)))
            {
                var used = use.Groups["stage"].Value;
                if (used != stage && used != "Diagnostics" && !allowed[stage].Contains(used))
                {
                    violations.Add($"{Path.GetRelativePath(Library, file)} uses {used}");
                }
            }
        }

        Assert.Empty(violations.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_folder_is_a_row_of_the_table_and_every_row_a_folder()
    {
        var folders = Directory.GetDirectories(Library).Select(Path.GetFileName)
            .Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal);
        Assert.Equal(folders, ReadTable().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        foreach (var file in SourceFiles())
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Library, file))!.Replace(Path.DirectorySeparatorChar, '.');
            Assert.True(File.ReadAllText(file).Contains($"namespace PatchScribe.{folder};", StringComparison.Ordinal), file);
        }
    }

    private static Dictionary<string, HashSet<string>> ReadTable()
    {
        var text = File.ReadAllText(RepositoryRoot.PathOf("docs", "architecture.md"));
        var table = text[text.IndexOf("| stage | may use |", StringComparison.Ordinal)..];
        return table.Split('\n').Skip(2).TakeWhile(row => row.StartsWith('|'))
            .Select(row => row.Split('|'))
            .ToDictionary(
                cells => cells[1].Trim(),
                cells => cells[2].Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Library, file).StartsWith("obj", StringComparison.Ordinal)
                && !Path.GetRelativePath(Library, file).StartsWith("bin", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (?:static )?PatchScribe\.(?<stage>[A-Za-z]+)[.;]", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsedStage();
}
