using PatchScribe.Diagnostics;

namespace PatchScribe.Configuration;

/// <summary>An accepted exception: a rule (PS and four digits), a path pattern (<c>*</c> is any text) or null for all, and why.</summary>
public sealed record RuleException(string Rule, string? Path, string Reason);

/// <summary>A call of the project that shows text to users: its name, the 1-based position of the format string, and the severity it prints with.</summary>
public sealed record ConfiguredCall(string Call, int Format, string Severity);

/// <summary>
/// The settings of a repository, <c>.patchscribe/config.yml</c> (docs/configuration.md). Nothing in it runs a program or names a file
/// outside the repository.
/// </summary>
public sealed record RepositoryConfiguration
{
    /// <summary>No settings.</summary>
    public static RepositoryConfiguration Empty { get; } = new();

    /// <summary>Form of logs, or null to find out.</summary>
    public string? Profile { get; init; }

    /// <summary>Severity of rules by id; null is off. A rule that is not named has its own.</summary>
    public IReadOnlyDictionary<string, Severity?> Checks { get; init; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);

    /// <summary>Accepted exceptions.</summary>
    public IReadOnlyList<RuleException> Exceptions { get; init; } = [];

    /// <summary>Calls that show text to users, beside those that are known.</summary>
    public IReadOnlyList<ConfiguredCall> Calls { get; init; } = [];

    /// <summary>Behaviour models, paths inside the repository.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];
}
