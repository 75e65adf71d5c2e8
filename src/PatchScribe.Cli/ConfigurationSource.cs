using PatchScribe.Analysis;
using PatchScribe.Behaviour.Language;
using PatchScribe.Checks;
using PatchScribe.Configuration;
using PatchScribe.UserMessages;

namespace PatchScribe.Cli;

/// <summary>The settings of the repository that a command is given, else of the working directory.</summary>
internal static class ConfigurationSource
{
    public static RepositoryConfiguration Read(string? repository) =>
        ConfigurationReader.Read(repository ?? ".", [.. CommitChecker.Rules.Select(rule => rule.Id)]);

    /// <summary>The analysis with the project's own message calls.</summary>
    public static ChangeAnalyzer Analyzer(string? repository, IReadOnlyList<BehaviourModel> models) =>
        new(models, MessageCalls.Known.With(Read(repository).Calls.Select(call => new MessageCall(call.Call, call.Format, call.Severity))));
}
