using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli;

/// <summary>The models in use: the embedded ones, those of the repository's .patchscribe/models, and those given by name or file.</summary>
internal static class ModelSource
{
    /// <summary>
    /// All of them, in order of name. A user's own files are read at once, so that a mistake in them is said whatever the command
    /// needs; the embedded ones, which the build has validated, in the background.
    /// </summary>
    public static IReadOnlyList<BehaviourModel> Load(string? repository, IEnumerable<string> given)
    {
        var own = FilesOf(repository).Concat(given).Select(BehaviourModels.Load).ToList();
        return new DeferredModels(() =>
            [.. own.Concat(BehaviourModels.List()).DistinctBy(model => model.Name, StringComparer.Ordinal).OrderBy(model => model.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The model in that file, or of that name: in the repository (default: the working directory), else embedded.</summary>
    public static BehaviourModel Find(string? repository, string nameOrFile)
    {
        if (BehaviourModels.IsPath(nameOrFile))
        {
            return BehaviourModels.Load(nameOrFile);
        }

        var models = Load(repository ?? ".", []);
        return models.FirstOrDefault(model => model.Name == nameOrFile) ?? throw new InputException(
            $"there is no model '{nameOrFile}'{Spelling.Suggest(nameOrFile, models.Select(model => model.Name))}",
            $"the models are {string.Join(", ", models.Select(model => model.Name))}; a file is named with its path or its ending .yml");
    }

    private static IEnumerable<string> FilesOf(string? repository)
    {
        var directory = repository is null ? null : Path.Combine(repository, ".patchscribe", "models");
        return directory is not null && Directory.Exists(directory)
            ? Directory.GetFiles(directory, "*.yml").Concat(Directory.GetFiles(directory, "*.yaml")).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>Every symbol that a model knows, with the model's name.</summary>
    public static IReadOnlyDictionary<string, string> Symbols(IReadOnlyList<BehaviourModel> models) =>
        models.SelectMany(model => model.Symbols, (model, symbol) => (model, symbol)).DistinctBy(pair => pair.symbol, StringComparer.Ordinal)
            .ToDictionary(pair => pair.symbol, pair => pair.model.Name, StringComparer.Ordinal);
}
