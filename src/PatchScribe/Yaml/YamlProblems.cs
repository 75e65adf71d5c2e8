using PatchScribe.Diagnostics;

namespace PatchScribe.Yaml;

/// <summary>One mistake of a YAML file, at a 1-based line and column.</summary>
public sealed record YamlProblem(string Id, string Message, int Line, int Column);

/// <summary>Collects what is wrong with one YAML file.</summary>
internal sealed class YamlProblems(string source)
{
    private readonly List<YamlProblem> _found = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<YamlProblem> Found => [.. _found.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    /// <summary>The same as diagnostics, with line and column in the message.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [.. Found.Select(p => new Diagnostic(p.Id, Severity.Error, $"line {p.Line}, column {p.Column}: {p.Message}", source, p.Line))];

    /// <summary>Adds an error at a 1-based line and column.</summary>
    public void Add(string id, string message, int line, int column) => _found.Add(new YamlProblem(id, message, line, column));
}
