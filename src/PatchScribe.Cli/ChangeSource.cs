using System.CommandLine;
using PatchScribe.Analysis;
using PatchScribe.Archive;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Cli;

/// <summary>One change with its log: subject, whole message, and what it does; a mailed one with its patch and its series.</summary>
internal sealed record LoggedChange(string Subject, string Message, ChangeAnalysis Analysis, Commit? Commit, MailedPatch? Patch, PatchSeries? Series = null);

/// <summary>
/// The changes that were asked for, in order; those of a range are analysed while they are enumerated, and nobody keeps them. How many there are,
/// and the id of the first one when it is a commit.
/// </summary>
internal sealed record LoggedChanges(int Count, string? FirstCommit, IEnumerable<LoggedChange> All)
{
    public static LoggedChanges Of(IReadOnlyList<LoggedChange> changes) => new(changes.Count, changes.Count == 0 ? null : changes[0].Commit?.Id, changes);
}

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

/// <summary>Reads [REV | A..B | PATCHFILE | -]: a file or - is a mailed patch, a series or a bare diff, a Message-ID in angle brackets (a name with an @ may be a
/// branch) a patch of the archive; else a revision or range of the repository.</summary>
internal static class ChangeSource
{
    public static Argument<string?> Argument() => new("CHANGE") { Description = "revision, range A..B, patch file, <Message-ID> of the archive, or - (default: HEAD)", Arity = ArgumentArity.ZeroOrOne, HelpName = "REV|A..B|PATCHFILE|-" };

    public static LoggedChanges Open(string? change, string? repo, IReadOnlyList<BehaviourModel> models, ChangeForm form = ChangeForm.Each, bool allowNone = false)
    {
        var analyzer = ConfigurationSource.Analyzer(repo, models);
        using var repository = repo is null ? null : GitRepository.Open(repo);
        if (change is not null && (change == "-" || IsMessageId(change) || MailArchive.IsUrl(change) || File.Exists(change)))
        {
            return LoggedChanges.Of(OfMail(change, repository, analyzer, allowNone));
        }

        using var opened = repository is null ? GitRepository.Open(".") : null;
        var git = repository ?? opened!;
        if (form == ChangeForm.Staged)
        {
            return LoggedChanges.Of([Whole("staged change", git.ReadStaged(), SourceTrees.Of(git, "HEAD", ""), git, analyzer)]);
        }

        var isRange = change is not null && change.Contains("..", StringComparison.Ordinal);
        if (form == ChangeForm.Combined)
        {
            var (before, after) = git.RangeEnds(change ?? "HEAD");
            return LoggedChanges.Of([Whole(change ?? "HEAD", git.ReadCombined(change ?? "HEAD"), SourceTrees.Of(git, before, after), git, analyzer)]);
        }

        if (!isRange)
        {
            return LoggedChanges.Of(OfCommits([git.ReadCommit(change ?? "HEAD")], git, analyzer));
        }

        var commits = git.ReadRange(change!);
        return new LoggedChanges(commits.Count, commits.Count == 0 ? null : commits[0].Id, OfRange(commits, repo ?? ".", analyzer));
    }

    /// <summary>Commits in their order, a few batches ahead; every batch has its own repository, for each reads through a pipe of its own.</summary>
    private static IEnumerable<LoggedChange> OfRange(IReadOnlyList<Commit> commits, string directory, ChangeAnalyzer analyzer)
    {
        const int Batch = 16;
        var batches = commits.Chunk(Batch).ToList();
        var ahead = new Queue<Task<IReadOnlyList<LoggedChange>>>();
        for (int begun = 0, read = 0; read < batches.Count; read++)
        {
            for (; begun < batches.Count && ahead.Count <= 2 * Environment.ProcessorCount; begun++)
            {
                var batch = batches[begun];
                ahead.Enqueue(Task.Run(() =>
                {
                    using var git = GitRepository.Open(directory);
                    return OfCommits(batch, git, analyzer);
                }));
            }

            foreach (var change in ahead.Dequeue().GetAwaiter().GetResult())
            {
                yield return change;
            }
        }
    }

    private static IReadOnlyList<LoggedChange> OfCommits(IReadOnlyList<Commit> commits, GitRepository git, ChangeAnalyzer analyzer) =>
        [.. commits.Zip(git.ReadChanges(commits), (commit, files) => new LoggedChange(commit.Subject, commit.Message,
            WithDiagnostics(analyzer.Analyze(commit.Subject, files, commit.Id, trees: SourceTrees.Of(git, commit)), git), commit, null))];

    private static LoggedChange Whole(string name, IReadOnlyList<FileChange> files, SourceTrees trees, GitRepository git, ChangeAnalyzer analyzer) =>
        new(name, name, WithDiagnostics(analyzer.Analyze(name, files, trees: trees), git), null, null);

    private static ChangeAnalysis WithDiagnostics(ChangeAnalysis analysis, GitRepository git) => analysis with { Diagnostics = [.. analysis.Diagnostics, .. git.Diagnostics] };

    private static IReadOnlyList<LoggedChange> OfMail(string source, GitRepository? repository, ChangeAnalyzer analyzer, bool allowNone)
    {
        var reading = MailSource.Read(source);
        var patches = DiscussionBuilder.Build(reading.Messages).SelectMany(discussion => discussion.Series).Where(series => series.Kind == "patches")
            .SelectMany(series => series.Patches, (series, patch) => (patch, series: (PatchSeries?)series)).Where(pair => !pair.patch.Missing && pair.patch.Files.Count > 0).ToList();
        if (IsMessageId(source) && patches.FindIndex(pair => pair.patch.Message?.MessageId == source[1..^1]) is >= 0 and var named)
        {
            patches = [patches[named]];
        }

        if (patches.Count == 0)
        {
            patches = [.. reading.Messages.Where(message => DiffReader.Read(message.Body).Files.Count > 0).Select(message => (AsPatch(message), (PatchSeries?)null))];
        }

        var trees = repository is null ? null : SourceTrees.At(repository, "HEAD");
        return patches.Count == 0 && !allowNone
            ? throw new InputException($"{source} holds no diff", "give a patch as git format-patch writes it, or a revision with --repo")
            : [.. patches.Select(pair => new LoggedChange(pair.patch.Title, $"{pair.patch.Title}\n\n{pair.patch.Log}",
                analyzer.Analyze(pair.patch.Title, [.. pair.patch.Files.Select(file => repository?.Complete(file) ?? file)], messageId: pair.patch.Message is { Synthetic: false } mail ? mail.MessageId : null, trees: trees),
                null, pair.patch, pair.series))];
    }

    private static bool IsMessageId(string change) => change.StartsWith('<') && change.EndsWith('>');

    private static MailedPatch AsPatch(MailMessage message) => MailedPatchReader.Read(message, SubjectParser.Parse(message.Subject));
}
