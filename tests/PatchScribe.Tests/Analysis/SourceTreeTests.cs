using System.Diagnostics;
using PatchScribe.Analysis;
using PatchScribe.Conditionals;
using PatchScribe.Diffs;
using PatchScribe.Git;
using Xunit.Abstractions;

namespace PatchScribe.Tests.Analysis;

/// <summary>Whatever stands in a real tree is read: as a file that is added, one that is removed, and one that is re-indented.</summary>
public sealed class SourceTreeTests(ITestOutputHelper output)
{
    /// <summary>A file that takes longer than this hangs as far as a user can tell.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(20);

    [SourceTreeFact]
    public void Every_file_of_the_tree_is_read()
    {
        using var repository = GitRepository.Open(SourceTreeFactAttribute.Root!);
        var (files, bytes, messages, conditionals, interfaces, longest, slowest) = (0, 0L, 0, 0, 0, TimeSpan.Zero, "");
        foreach (var path in repository.ReadTree("HEAD").Select(file => file.Path).Where(path => SourceLanguage.Of(path) is not null))
        {
            if (repository.ReadFile("HEAD", path) is not { } text)
            {
                continue;
            }

            var watch = Stopwatch.StartNew();
            var added = Analyze(Whole(path, text, DiffLineKind.Added));
            var removed = Analyze(Whole(path, text, DiffLineKind.Removed));
            Assert.Equal(added.Messages.Select(one => one.After), removed.Messages.Select(one => one.Before));
            Assert.Equal(added.Conditionals.Select(one => (one.Symbol, one.LineAfter)), removed.Conditionals.Select(one => (one.Symbol, one.LineBefore)));
            Assert.Equal(added.Interfaces.Select(one => (one.Kind, one.Name, one.LineAfter)), removed.Interfaces.Select(one => (one.Kind, one.Name, one.LineBefore)));
            Assert.True(watch.Elapsed < MaxTime, $"{path} took {watch.Elapsed}");
            (files, bytes) = (files + 1, bytes + text.Length);
            (messages, conditionals, interfaces) = (messages + added.Messages.Count, conditionals + added.Conditionals.Count, interfaces + added.Interfaces.Count);
            (longest, slowest) = watch.Elapsed > longest ? (watch.Elapsed, path) : (longest, slowest);
        }

        output.WriteLine($"{files} files, {bytes >> 20} Mi characters, {messages} messages, {conditionals} conditions, {interfaces} names; longest {longest.TotalMilliseconds:F0} ms, {slowest}");
        Assert.True(files > 0, "the tree holds no source file");
    }

    private static ChangeAnalysis Analyze(FileChange file) => new ChangeAnalyzer([]).Analyze("x", [file]);

    /// <summary>The file as one that comes, or one that goes.</summary>
    private static FileChange Whole(string path, string text, DiffLineKind kind)
    {
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        var isNew = kind == DiffLineKind.Added;
        return new FileChange
        {
            Kind = isNew ? FileChangeKind.Added : FileChangeKind.Deleted,
            OldPath = isNew ? null : path,
            NewPath = isNew ? path : null,
            OldText = isNew ? null : text,
            NewText = isNew ? text : null,
            Hunks = [new Hunk(isNew ? 0 : 1, isNew ? 0 : lines.Length, isNew ? 1 : 0, isNew ? lines.Length : 0, "", [.. lines.Select((line, i) => new DiffLine(kind, line, isNew ? null : i + 1, isNew ? i + 1 : null, i + 1))], 1)],
        };
    }
}
