using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Cli;

/// <summary>The models in use: the embedded ones, those of the repository's .patchscribe/models, and those given by name or file.</summary>
internal static class ModelSource
{
    public static IReadOnlyList<BehaviourModel> Load(string? repository, IEnumerable<string> given)
    {
        var directory = repository is null ? null : Path.Combine(repository, ".patchscribe", "models");
        var files = directory is not null && Directory.Exists(directory) ? Directory.GetFiles(directory, "*.yml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        return [.. BehaviourModels.List().Concat(files.Concat(given).Select(BehaviourModels.Load)).DistinctBy(model => model.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every symbol that a model knows, with the model's name.</summary>
    public static IReadOnlyDictionary<string, string> Symbols(IReadOnlyList<BehaviourModel> models) =>
        models.SelectMany(model => model.Symbols, (model, symbol) => (model, symbol)).DistinctBy(pair => pair.symbol, StringComparer.Ordinal)
            .ToDictionary(pair => pair.symbol, pair => pair.model.Name, StringComparer.Ordinal);
}
