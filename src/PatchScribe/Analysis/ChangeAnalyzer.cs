using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Language;
using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis;

/// <summary>
/// The git lane from end to end: file changes to conditions, messages, interfaces, and by the models that speak for them to
/// what the user sees.
/// </summary>
public sealed class ChangeAnalyzer(IReadOnlyList<BehaviourModel> models, MessageCalls? calls = null)
{
    /// <summary>
    /// Analyses one change; <paramref name="subject"/> is its title, commit and Message-ID say where it is from, and
    /// <paramref name="trees"/> the files around it that it may ask for (build files, headers).
    /// </summary>
    public ChangeAnalysis Analyze(string subject, IReadOnlyList<FileChange> files, string? commit = null, string? messageId = null, SourceTrees? trees = null)
    {
        trees = trees?.With(files);
        var code = CodeChange.Of(files);
        var conditionals = ConditionalComparer.Compare(files, code);
        var messages = UserMessageComparer.Compare(code, trees is null ? null : trees.FileCondition, calls ?? MessageCalls.Known, trees is null ? null : trees.Include, trees is null ? null : trees.BuildCondition);
        var interfaces = InterfaceComparer.Compare(files, code);
        var choices = ModelChooser.Choose(models, [.. files.Select(file => file.Path)], conditionals, interfaces, messages);
        var partial = files.Where(file => !file.Complete && !file.Binary).Select(file => file.Path).ToList();
        return new ChangeAnalysis
        {
            Subject = subject,
            Commit = commit,
            MessageId = messageId,
            Files = files,
            Conditionals = conditionals,
            Messages = messages,
            Interfaces = interfaces,
            Models = choices,
            Behaviour = [.. choices.Where(choice => choice.Changes).SelectMany(choice => ModelComparer.Compare(choice.Model, choice.Before, choice.After))],
            Diagnostics = partial.Count == 0 ? [] :
            [
                new Diagnostic(DiagnosticIds.HunksOnly, Severity.Note, $"{partial.Count} files were seen through their hunks alone; give --repo for whole conditions", messageId ?? commit),
            ],
        };
    }
}
