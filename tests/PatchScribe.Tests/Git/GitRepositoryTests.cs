using System.Diagnostics;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;

namespace PatchScribe.Tests.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("patchscribe").FullName;

    public GitRepositoryTests()
    {
        Git("init", "-q", "-b", "main");
        Commit("a.c", "one\ntwo\nthree\n", "start: first");
        Commit("a.c", "one\n2\nthree\n", "a: second\n\nBody.");
    }

    [Fact]
    public void A_commit_comes_with_both_versions_of_its_files()
    {
        using var repository = GitRepository.Open(directory);
        var commit = repository.ReadCommit("HEAD");
        Assert.Equal(("a: second", "Ines Marlow"), (commit.Subject, commit.Author.Name));
        var file = Assert.Single(repository.ReadChanges(commit));
        Assert.Equal(("one\ntwo\nthree\n", "one\n2\nthree\n"), (file.OldText, file.NewText));
        Assert.Equal(file.NewText, PatchApplier.Apply(file.OldText!, file.Hunks));
        Assert.Equal("a: second", Assert.Single(repository.ReadRange("HEAD~1..HEAD")).Subject);
    }

    [Fact]
    public void A_root_commit_adds_everything()
    {
        using var repository = GitRepository.Open(directory);
        Assert.Equal(FileChangeKind.Added, Assert.Single(repository.ReadChanges(repository.ReadCommit("HEAD~1"))).Kind);
    }

    [Fact]
    public void Several_commits_at_once_have_the_changes_that_each_has()
    {
        Commit("b.c", "new\n", "b: third");
        Git("commit", "-q", "--allow-empty", "-m", "nothing");
        Commit("a.c", "one\n2\n3\n", "a: last");
        using var repository = GitRepository.Open(directory);
        IReadOnlyList<Commit> commits = [repository.ReadCommit("HEAD~4"), .. repository.ReadRange("HEAD~4..HEAD")];

        var changes = repository.ReadChanges(commits);

        Assert.Equal([1, 1, 1, 0, 1], changes.Select(files => files.Count));
        Assert.Equal(commits.Select(commit => Show(repository.ReadChanges(commit))), changes.Select(Show));
    }

    [Fact]
    public void A_commit_whose_objects_are_gone_costs_the_others_nothing()
    {
        Commit("a.c", "one\n2\n3\n", "a: third");
        var tree = Git("rev-parse", "HEAD~1^{tree}").Trim();
        File.Delete(Path.Combine(directory, ".git", "objects", tree[..2], tree[2..]));
        Git("commit", "-q", "--allow-empty", "-m", "a: fourth");
        Commit("a.c", "1\n2\n3\n", "a: fifth");
        using var repository = GitRepository.Open(directory);

        var changes = repository.ReadChanges([repository.ReadCommit("HEAD~3"), repository.ReadCommit("HEAD~4"), repository.ReadCommit("HEAD")]);

        Assert.Equal(["", "one\ntwo\nthree\n", "1\n2\n3\n"], changes.Select(files => files.SingleOrDefault()?.NewText ?? ""));
        Assert.NotEmpty(repository.Diagnostics);
    }

    [Theory]
    [InlineData("HEAD", "a.c", true)]
    [InlineData("HEAD~1", "a.c", true)]
    [InlineData("HEAD", "b.c", false)]
    public void A_path_is_touched_when_its_blob_differs_from_the_parents(string revision, string path, bool touched)
    {
        using var repository = GitRepository.Open(directory);
        Assert.Equal(touched, repository.Touches(repository.ReadCommit(revision), ["elsewhere.c", path]));
    }

    [Fact]
    public void A_mailed_change_is_completed_by_its_blob()
    {
        using var repository = GitRepository.Open(directory);
        var mailed = Assert.Single(DiffReader.Read(Git("show", "--format=", "HEAD")).Files);
        var complete = repository.Complete(mailed);
        Assert.Equal("one\n2\nthree\n", complete.NewText);
        Assert.Null(repository.Complete(mailed with { OldBlob = "0123456" }).NewText);
    }

    [Theory]
    [InlineData("no-such-revision")]
    [InlineData("--output=/tmp/x")]
    [InlineData("")]
    public void A_revision_that_is_none_is_the_users_mistake(string revision)
    {
        using var repository = GitRepository.Open(directory);
        Assert.Throws<InputException>(() => repository.ReadCommit(revision));
        Assert.Throws<InputException>(() => repository.ReadRange(revision + "x..HEAD"));
    }

    [Fact]
    public void An_ambiguous_id_is_told_from_an_unknown_one()
    {
        // The blobs of these two texts have ids that share seven characters.
        const string prefix = "51d2738";
        Commit("one", "4827\n", "one");
        Commit("other", "11742\n", "other");
        using var repository = GitRepository.Open(directory);

        Assert.Equal((true, false), (repository.IsAmbiguous(prefix), repository.IsAmbiguous("0000000")));
        Assert.Equal((false, false, false), (repository.IsAmbiguous(repository.ReadCommit("HEAD").Id[..7]), repository.IsAmbiguous("HEAD"), repository.IsAmbiguous("")));
        Assert.Null(repository.FindCommit(prefix));
        Assert.Equal("other", repository.ReadCommit("HEAD").Subject);
    }

    [Fact]
    public void A_directory_that_is_no_repository_is_the_users_mistake()
    {
        var empty = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "patchscribe-none-" + Path.GetRandomFileName())).FullName;
        Assert.Contains("not a git repository", Assert.Throws<InputException>(() => GitRepository.Open(empty)).Message, StringComparison.Ordinal);
        Directory.Delete(empty);
        Assert.Throws<InputException>(() => GitRepository.Open(empty));
    }

    [Fact]
    public void A_repository_cannot_run_programs()
    {
        var trace = Path.Combine(directory, "ran");
        var script = Path.Combine(directory, "evil.sh");
        File.WriteAllText(script, $"#!/bin/sh\ntouch {trace}\n");
        Git("config", "core.fsmonitor", "sh " + script);
        Git("config", "diff.external", "sh " + script);
        Git("config", "diff.c.textconv", "sh " + script);
        File.WriteAllText(Path.Combine(directory, ".git", "info", "attributes"), "*.c diff=c\n");
        using var repository = GitRepository.Open(directory);
        Assert.Single(repository.ReadChanges(repository.ReadCommit("HEAD")));
        repository.ReadStaged();
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public void Words_and_files_of_a_tree()
    {
        using var repository = GitRepository.Open(directory);
        Assert.True(repository.HasWord("HEAD", "three"));
        Assert.False(repository.HasWord("HEAD", "thre"));
        Assert.Equal("one\n2\nthree\n", repository.ReadFile("HEAD", "a.c"));
        Assert.Null(repository.ReadFile("HEAD", "b.c"));
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private void Commit(string file, string text, string message)
    {
        File.WriteAllText(Path.Combine(directory, file), text);
        Git("add", file);
        Git("-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", "commit", "-q", "-m", message);
    }

    private static string Show(IReadOnlyList<FileChange> files) => string.Join('|', files.Select(file => $"{file.Kind} {file.OldPath} {file.NewPath} {file.OldText} {file.NewText} {file.Hunks.Count}"));

    private string Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-C", directory, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
