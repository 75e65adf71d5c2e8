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

/// <summary>How a range is taken: commit by commit, as one change, or not at all for what is staged.</summary>
internal enum ChangeForm
{
    /// <summary>Each commit by itself.</summary>
    Each,

    /// <summary>The whole effect of a range.</summary>
    Combined,

    /// <summary>The index against HEAD.</summary>
    Staged,
}

/// <summary>Reads [REV | A..B | PATCHFILE | -]: a file or - is a mailed patch, a series or a bare diff; else a revision or range of the repository.</summary>
internal static class ChangeSource
{
    public static Argument<string?> Argument() => new("CHANGE") { Description = "revision, range A..B, patch file, or - (default: HEAD)", Arity = ArgumentArity.ZeroOrOne, HelpName = "REV|A..B|PATCHFILE|-" };

    public static IReadOnlyList<LoggedChange> Read(string? change, string? repo, IReadOnlyList<BehaviourModel> models, ChangeForm form = ChangeForm.Each)
    {
        var analyzer = ConfigurationSource.Analyzer(repo, models);
        using var repository = repo is null ? null : GitRepository.Open(repo);
        if (change == "-" || (change is not null && File.Exists(change)))
        {
            return OfMail(change, repository, analyzer);
        }

        using var opened = repository is null ? GitRepository.Open(".") : null;
        var git = repository ?? opened!;
        if (form == ChangeForm.Staged)
        {
            return [Whole("staged change", git.ReadStaged(), SourceTrees.Of(git, "HEAD", ""), git, analyzer)];
        }

        var isRange = change is not null && change.Contains("..", StringComparison.Ordinal);
        if (form == ChangeForm.Combined)
        {
            var (before, after) = git.RangeEnds(change ?? "HEAD");
            return [Whole(change ?? "HEAD", git.ReadCombined(change ?? "HEAD"), SourceTrees.Of(git, before, after), git, analyzer)];
        }

        var commits = isRange ? git.ReadRange(change!) : [git.ReadCommit(change ?? "HEAD")];
        return [.. commits.Select(commit => new LoggedChange(commit.Subject, commit.Message,
            WithDiagnostics(analyzer.Analyze(commit.Subject, git.ReadChanges(commit), commit.Id, trees: SourceTrees.Of(git, commit)), git), commit, null))];
    }

    private static LoggedChange Whole(string name, IReadOnlyList<FileChange> files, SourceTrees trees, GitRepository git, ChangeAnalyzer analyzer) =>
        new(name, name, WithDiagnostics(analyzer.Analyze(name, files, trees: trees), git), null, null);

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
                analyzer.Analyze(patch.Title, [.. patch.Files.Select(file => repository?.Complete(file) ?? file)], messageId: patch.Message is { Synthetic: false } mail ? mail.MessageId : null,
                    trees: repository is null ? null : SourceTrees.Of(repository, "HEAD", "HEAD")), null, patch))];
    }

    private static MailedPatch AsPatch(MailMessage message) => MailedPatchReader.Read(message, SubjectParser.Parse(message.Subject));
}
