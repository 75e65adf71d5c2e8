using PatchScribe.Diagnostics;
using PatchScribe.Yaml;

namespace PatchScribe.Configuration;

/// <summary>
/// Reads <c>.patchscribe/config.yml</c>. An unknown key, an unknown rule, a path that leads out of the repository: each is an
/// <see cref="InputException"/> with line and column.
/// </summary>
public static class ConfigurationReader
{
    private const string Help = "docs/configuration.md has every key";

    private static readonly string[] Severities = ["error", "warning", "info", "debug", "hint", "fatal"];

    /// <summary>The settings of a repository; empty ones when it has none. <paramref name="rules"/> are the ids that there are.</summary>
    public static RepositoryConfiguration Read(string repository, IReadOnlyList<string> rules)
    {
        ArgumentNullException.ThrowIfNull(repository);
        var file = Path.Combine(repository, ".patchscribe", "config.yml");
        if (!File.Exists(file))
        {
            return RepositoryConfiguration.Empty;
        }

        return IsInside(repository, file)
            ? Parse(File.ReadAllText(file), file, rules, path => IsInside(repository, Path.Combine(repository, path)))
            : throw new InputException($"{file} is a link that leads out of the repository", "keep the settings in the repository");
    }

    /// <summary>The settings of a text; <paramref name="isInside"/> tells whether a path stays inside the repository.</summary>
    internal static RepositoryConfiguration Parse(string text, string source, IReadOnlyList<string> rules, Func<string, bool> isInside)
    {
        var problems = new YamlProblems(source);
        var configuration = YamlText.Read(text, problems) is { } root ? Build(root, rules, isInside) : RepositoryConfiguration.Empty;
        return problems.Found.Count == 0 ? configuration : throw new InputException($"{source}: {problems.Diagnostics[0].Message}", Help);
    }

    private static RepositoryConfiguration Build(PlacedNode root, IReadOnlyList<string> rules, Func<string, bool> isInside)
    {
        root.Allow("profile", "checks", "exceptions", "messages", "models");
        return new RepositoryConfiguration
        {
            Profile = root.TextOf("profile"),
            Checks = Checks(root.Find("checks"), rules),
            Exceptions = [.. (root.Find("exceptions")?.Items ?? []).Select(item => Exception(item, rules))],
            Calls = [.. (root.Find("messages")?.Items ?? []).Select(Call)],
            Models = [.. (root.Find("models")?.Items ?? []).Select(item => Model(item, isInside))],
        };
    }

    private static Dictionary<string, Severity?> Checks(PlacedNode? node, IReadOnlyList<string> rules)
    {
        var checks = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        foreach (var (key, value) in node?.Entries ?? [])
        {
            Known(value, key, rules);
            checks[key] = value.Text switch
            {
                "off" => null,
                "note" => Severity.Note,
                "warning" => Severity.Warning,
                "error" => Severity.Error,
                _ => Wrong(value),
            };
        }

        return checks;

        static Severity? Wrong(PlacedNode value)
        {
            value.Report($"'{value.Text}' is no severity; known: off, note, warning, error");
            return null;
        }
    }

    private static RuleException Exception(PlacedNode item, IReadOnlyList<string> rules)
    {
        item.Allow("rule", "path", "reason");
        var rule = item.Require("rule");
        Known(item, rule, rules);
        return new RuleException(rule, item.TextOf("path"), item.Require("reason"));
    }

    private static ConfiguredCall Call(PlacedNode item)
    {
        item.Allow("call", "format", "severity");
        var severity = item.TextOf("severity", "error")!;
        if (!int.TryParse(item.TextOf("format", "1"), out var format) || format is < 1 or > 32)
        {
            item.Report("'format' is the position of the format string, from 1");
        }

        if (!Severities.Contains(severity, StringComparer.Ordinal))
        {
            item.Report($"'{severity}' is no severity of a message; known: {string.Join(", ", Severities)}");
        }

        return new ConfiguredCall(item.Require("call"), format, severity);
    }

    private static string Model(PlacedNode item, Func<string, bool> isInside)
    {
        var path = item.Text ?? "";
        if (path.Length == 0 || !isInside(path))
        {
            item.Report($"'{path}' is no path inside the repository");
        }

        return path;
    }

    private static void Known(PlacedNode node, string rule, IReadOnlyList<string> rules)
    {
        if (rule.Length > 0 && !rules.Contains(rule, StringComparer.Ordinal))
        {
            node.Report($"there is no rule '{rule}'{Spelling.Suggest(rule, rules)}");
        }
    }

    /// <summary>True when the path, links followed, stays below the repository.</summary>
    private static bool IsInside(string repository, string path)
    {
        var root = Final(repository);
        var target = Final(path);
        return target.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>The full path with every link on the way followed.</summary>
    private static string Final(string path)
    {
        var full = Path.GetFullPath(path);
        var parts = full.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var current = Path.GetPathRoot(full)!;
        foreach (var part in parts)
        {
            var next = Path.Combine(current, part);
            current = (Directory.Exists(next) ? new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true) : File.Exists(next) ? new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true) : null)?.FullName ?? next;
        }

        return current;
    }
}
