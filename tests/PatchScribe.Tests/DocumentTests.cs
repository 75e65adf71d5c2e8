using System.CommandLine;
using System.Text;
using PatchScribe.Checks;
using PatchScribe.Cli;

namespace PatchScribe.Tests;

/// <summary>Documents that a test holds to the code.</summary>
public sealed class DocumentTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("PATCHSCRIBE_UPDATE_GOLDENS") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Fact]
    public void Every_rule_has_its_page_and_every_page_its_rule()
    {
        var pages = Directory.GetFiles(RepositoryRoot.PathOf("docs", "checks"), "PS*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);
        Assert.Equal(CommitChecker.Rules.Select(rule => rule.Id), pages);
        foreach (var (id, name, severity) in CommitChecker.Rules)
        {
            var page = File.ReadAllText(RepositoryRoot.PathOf("docs", "checks", id + ".md"));
            Assert.StartsWith($"# {id}: {name}\n\nUsual severity: {severity.ToString().ToLowerInvariant()}.\n", page, StringComparison.Ordinal);
            Assert.All(["## What", "## Why", "## Bad", "## Good", "## How to satisfy it", "## How to silence it"], heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_command_page_is_what_help_prints()
    {
        var text = new StringBuilder("# Commands\n\nWhat `patchscribe COMMAND --help` prints, written by a test (CONTRIBUTING.md). Exit status: 0 done; 1 findings at or above\n`--fail-on`, a draft with something unsettled, a model run that disagrees, a model file with errors; 2 the result asked for\ncould not be given. Results go to standard output, everything said about them to standard error.\n");
        foreach (var path in Paths(Program.Commands(), ""))
        {
            using var output = new StringWriter { NewLine = "\n" };
            Program.Commands().Parse($"{path} --help").Invoke(new InvocationConfiguration { Output = output });
            text.Append($"\n## patchscribe{path}\n\n```\n").Append(Trimmed(output.ToString())).Append("\n```\n");
        }

        var file = RepositoryRoot.PathOf("docs", "cli.md");
        if (Update)
        {
            File.WriteAllText(file, text.ToString());
        }

        Assert.Equal(text.ToString(), File.ReadAllText(file));
    }

    private static string Trimmed(string help) =>
        string.Join('\n', help.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd().Replace("testhost", "patchscribe", StringComparison.Ordinal))).Trim('\n');

    private static IEnumerable<string> Paths(Command command, string path) =>
        command.Subcommands.SelectMany(sub => new[] { $"{path} {sub.Name}" }.Concat(Paths(sub, $"{path} {sub.Name}")));
}
