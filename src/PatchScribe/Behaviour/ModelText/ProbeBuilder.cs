using System.Buffers;
using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Reads how a variable's value is found on a machine.</summary>
internal static class ProbeBuilder
{
    /// <summary>What RegexOptions.NonBacktracking refuses begins so: looking around, groups that keep what they have, references back, <c>\G</c>.</summary>
    private static readonly SearchValues<string> Backtracking = SearchValues.Create(["(?=", "(?!", "(?<", "(?>", "(?(", "\\k", "\\G", .. Enumerable.Range(1, 9).Select(number => $"\\{number}")], StringComparison.Ordinal);

    /// <summary>The probe; its mistakes are reported at their places.</summary>
    public static ModelProbe Read(PlacedNode node, IReadOnlyList<string> values)
    {
        node.Allow("open", "node", "output", "program", "user", "gives", "matches", "is");
        var value = node.Require("is");
        if (!values.Contains(value, StringComparer.Ordinal))
        {
            node.Report($"'{value}' is none of the values {string.Join(", ", values)}");
        }

        var (kind, subject) = KindOf(node);
        var answers = kind is ProbeKind.Output ? [node.Require("matches")]
            : kind is ProbeKind.Program ? [subject]
            : node.Texts("gives");
        if (kind is ProbeKind.Output or ProbeKind.Program && !IsPattern(answers[0]))
        {
            node.Report($"'{answers[0]}' is no regular expression");
            answers = [""];
        }

        return new ModelProbe(kind, subject, node.Texts("output"), answers, value);
    }

    private static (ProbeKind Kind, string Subject) KindOf(PlacedNode node) =>
        node.TextOf("open") is { } path ? (ProbeKind.Open, path)
        : node.TextOf("node") is { } other ? (ProbeKind.Node, other)
        : node.Find("output") is not null ? (ProbeKind.Output, "")
        : node.TextOf("program") is { } name ? (ProbeKind.Program, name)
        : node.Find("user") is not null ? (ProbeKind.User, "")
        : (ProbeKind.Otherwise, "");

    /// <summary>A pattern that can be matched without backtracking; the engine that does is made only where something in it may forbid that.</summary>
    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text, text.AsSpan().ContainsAny(Backtracking) ? RegexOptions.NonBacktracking : RegexOptions.None);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
