using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.ModelText;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour;

/// <summary>The models that come with the tool, and those in files of the user.</summary>
public static class BehaviourModels
{
    private const string Prefix = "PatchScribe.Models.";
    private const string Suffix = ".yml";

    /// <summary>Every model that comes with the tool, in order of name.</summary>
    public static IReadOnlyList<BehaviourModel> List() => [.. EmbeddedNames().Select(Load)];

    /// <summary>
    /// The model of that name, or the model in that file (a path with a slash or ending in .yml or .yaml). An
    /// <see cref="InputException"/> says what is wrong with the first mistake's line, or which models there are.
    /// </summary>
    public static BehaviourModel Load(string nameOrFile)
    {
        var reading = Read(nameOrFile);
        return reading.Model ?? throw new InputException(
            $"{reading.Diagnostics[0].Source}: {reading.Diagnostics[0].Message}",
            "docs/behaviour-models.md describes the language; 'patchscribe model validate' lists every mistake");
    }

    /// <summary>As <see cref="Load"/>, but every mistake of the file is a diagnostic; throws only when there is no such model or file.</summary>
    public static ModelReading Read(string nameOrFile)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        return IsPath(nameOrFile)
            ? ModelReader.Read(ReadFile(nameOrFile), nameOrFile, nameOrFile)
            : ModelReader.Read(ReadText(nameOrFile), nameOrFile);
    }

    /// <summary>The YAML text of a model that comes with the tool, or of a file.</summary>
    public static string ReadText(string nameOrFile)
    {
        ArgumentNullException.ThrowIfNull(nameOrFile);
        if (IsPath(nameOrFile))
        {
            return ReadFile(nameOrFile);
        }

        using var stream = typeof(BehaviourModels).Assembly.GetManifestResourceStream(Prefix + nameOrFile + Suffix)
            ?? throw new InputException(
                $"there is no model '{nameOrFile}'",
                $"the models are {string.Join(", ", EmbeddedNames())}; a file is named with its path or its ending .yml");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> EmbeddedNames() => typeof(BehaviourModels).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(n => n[Prefix.Length..^Suffix.Length])
        .Order(StringComparer.Ordinal);

    /// <summary>True for a file rather than a name: it has a slash or ends in .yml or .yaml.</summary>
    public static bool IsPath(string text) =>
        text.Contains('/', StringComparison.Ordinal) || text.EndsWith(Suffix, StringComparison.Ordinal) || text.EndsWith(".yaml", StringComparison.Ordinal);

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read the model file {path}: {e.Message}", "check the path", e);
        }
    }
}
