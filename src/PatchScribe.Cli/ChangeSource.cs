using System.CommandLine;
using PatchScribe.Analysis;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Cli;

/// <summary>One change with its log: subject, whole message, and what it does.</summary>
internal sealed record LoggedChange(string Subject, string Message, ChangeAnalysis Analysis, Commit? Commit, MailedPatch? Patch);

/// <summary>Reads [REV | A..B | PATCHFILE | -]: a file or - is a mailed patch, a series or a bare diff; else a revision or range of the repository.</summary>
internal static class ChangeSource
{
    public static Argument<string?> Argument() => new("CHANGE") { Description = "revision, range A..B, patch file, or - (default: HEAD)", Arity = ArgumentArity.ZeroOrOne, HelpName = "REV|A..B|PATCHFILE|-" };

    public static IReadOnlyList<LoggedChange> Read(string? change, string? repo, IReadOnlyList<BehaviourModel> models)
    {
        var analyzer = new ChangeAnalyzer(models);
        using var repository = repo is null ? null : GitRepository.Open(repo);
        if (change == "-" || (change is not null && File.Exists(change)))
        {
            return OfMail(change, repository, analyzer);
        }

        using var opened = repository is null ? GitRepository.Open(".") : null;
        var git = repository ?? opened!;
        var commits = change is not null && change.Contains("..", StringComparison.Ordinal) ? git.ReadRange(change) : [git.ReadCommit(change ?? "HEAD")];
        return [.. commits.Select(commit => new LoggedChange(commit.Subject, commit.Message, WithDiagnostics(analyzer.Analyze(commit.Subject, git.ReadChanges(commit), commit.Id), git), commit, null))];
    }

    private static ChangeAnalysis WithDiagnostics(ChangeAnalysis analysis, GitRepository git) => analysis with { Diagnostics = [.. analysis.Diagnostics, .. git.Diagnostics] };

    private static IReadOnlyList<LoggedChange> OfMail(string source, GitRepository? repository, ChangeAnalyzer analyzer)
    {
        var reading = MailSource.Read(source);
        var patches = DiscussionBuilder.Build(reading.Messages).SelectMany(discussion => discussion.Series).Where(series => series.Kind == "patches")
            .SelectMany(series => series.Patches).Where(patch => !patch.Missing && patch.Files.Count > 0).ToList();
        if (patches.Count == 0)
        {
            patches = [.. reading.Messages.Where(message => DiffReader.Read(message.Body).Files.Count > 0).Select(AsPatch)];
        }

        return patches.Count == 0
            ? throw new InputException($"{source} holds no diff", "give a patch as git format-patch writes it, or a revision with --repo")
            : [.. patches.Select(patch => new LoggedChange(patch.Title, $"{patch.Title}\n\n{patch.Log}",
                analyzer.Analyze(patch.Title, [.. patch.Files.Select(file => repository?.Complete(file) ?? file)], messageId: patch.Message?.MessageId), null, patch))];
    }

    private static MailedPatch AsPatch(MailMessage message) => MailedPatchReader.Read(message, SubjectParser.Parse(message.Subject));
}
