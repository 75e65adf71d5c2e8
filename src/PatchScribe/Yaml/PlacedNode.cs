using PatchScribe.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace PatchScribe.Yaml;

/// <summary>A node of the YAML text with its place; what is asked of it and not there becomes a diagnostic.</summary>
internal sealed class PlacedNode(YamlNode node, YamlProblems problems)
{
    /// <summary>1-based line.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>1-based column.</summary>
    public int Column => (int)node.Start.Column;

    /// <summary>The text of a scalar, or null.</summary>
    public string? Text => (node as YamlScalarNode)?.Value;

    /// <summary>True when the node is written as a list.</summary>
    public bool IsSequence => node is YamlSequenceNode;

    /// <summary>The entries of a mapping, in order; none when it is not one.</summary>
    public IEnumerable<(string Key, PlacedNode Value)> Entries =>
        (node as YamlMappingNode)?.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", new PlacedNode(c.Value, problems))) ?? [];

    /// <summary>The items of a sequence; a scalar is a sequence of one.</summary>
    public IEnumerable<PlacedNode> Items => node switch
    {
        YamlSequenceNode sequence => sequence.Children.Select(c => new PlacedNode(c, problems)),
        YamlScalarNode => [this],
        _ => [],
    };

    /// <summary>The value of a key, or null.</summary>
    public PlacedNode? Find(string key)
    {
        foreach (var (name, value) in Entries)
        {
            if (string.Equals(name, key, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The text of a key, or the fallback.</summary>
    public string? TextOf(string key, string? fallback = null) => Find(key)?.Text ?? fallback;

    /// <summary>The text of a key that must be there; the empty text and a problem when it is not.</summary>
    public string Require(string key)
    {
        var text = TextOf(key);
        if (text is null)
        {
            Report($"'{key}' is missing");
        }

        return text ?? "";
    }

    /// <summary>The text of a key that is one of a few words; the first of them and a problem when it is another.</summary>
    public string OneOf(string key, params ReadOnlySpan<string> words)
    {
        var text = TextOf(key, words[0])!;
        if (words.Contains(text))
        {
            return text;
        }

        Find(key)!.Report($"'{key}' is {string.Join(", ", words[..^1].ToArray())} or {words[^1]}");
        return words[0];
    }

    /// <summary>The texts of a list under a key.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Find(key)?.Items.Select(i => i.Text ?? "") ?? []];

    /// <summary>The texts of a mapping under a key.</summary>
    public IReadOnlyDictionary<string, string> Map(string key) =>
        (Find(key)?.Entries ?? []).ToDictionary(e => e.Key, e => e.Value.Text ?? "", StringComparer.Ordinal);

    /// <summary>Reports every key of the mapping that the language does not have here.</summary>
    public void Allow(params ReadOnlySpan<string> keys)
    {
        if (node is not YamlMappingNode)
        {
            Report("a mapping is expected here");
        }

        foreach (var (key, value) in Entries)
        {
            if (!keys.Contains(key))
            {
                value.Report($"'{key}' is no key here; known: {string.Join(", ", keys.ToArray())}");
            }
        }
    }

    /// <summary>Says that the model contradicts itself here, or at another line.</summary>
    public void ReportInconsistent(string message, int? line = null) =>
        problems.Add(DiagnosticIds.ModelInconsistent, message, line ?? Line, line is null ? Column : 1);

    /// <summary>Says that something is wrong here.</summary>
    public void Report(string message) => problems.Add(DiagnosticIds.ModelInvalid, message, Line, Column);
}
