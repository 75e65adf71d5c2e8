namespace PatchScribe.EndToEnd.Tests;

/// <summary>One command recorded on two builds, written into a draft, and a log held against it.</summary>
public sealed class RecordedCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public RecordedCommandTests()
    {
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Ines Marlow");
        Git("config", "user.email", "ines@example.org");
        Commit("bad size of the image", "disk: start");
        Commit("wrong size of the image: 5, at most 4", "disk: better error");
        Program("before", "disk: bad size of the image");
        Program("after", "disk: wrong size of the image: 5, at most 4");
        var run = Tool.Run(folder, ["record", "--before", "before/disk", "--after", "after/disk", "-o", "runs.jsonl", "--", "disk", "--size", "5"]);
        Assert.True(run.Exit == 0, run.Errors);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_draft_shows_the_command_and_both_outputs_and_the_check_is_content_with_it()
    {
        var draft = Tool.Run(folder, ["draft", "--repo", ".", "--commit", "HEAD", "--runs", "runs.jsonl"]).Output;
        Assert.Contains("$ disk --size 5\n    disk: bad size of the image\n", draft, StringComparison.Ordinal);
        Assert.Contains("disk: wrong size of the image: 5, at most 4\n", draft, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "message"), draft);
        var run = Tool.Run(folder, ["check", "HEAD", "--repo", ".", "--message", "message", "--runs", "runs.jsonl", "--fail-on", "warning"]);
        Assert.True(run.Exit == 0, run.Output + run.Errors);
        Assert.Contains("documented: yes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_shows_neither_is_warned_and_one_that_shows_something_else_an_error()
    {
        var silent = Tool.Run(folder, ["check", "HEAD", "--repo", ".", "--runs", "runs.jsonl"]);
        Assert.Equal(0, silent.Exit);
        Assert.Contains("warning[PS0106]: disk --size 5 gave another result", silent.Output, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "message"), "disk: better error\n\nIt prints:\n\n    $ disk --size 5\n    disk: wrong length of the image: 5, at most 4\n");
        var wrong = Tool.Run(folder, ["check", "HEAD", "--repo", ".", "--message", "message", "--runs", "runs.jsonl"]);
        Assert.Equal(1, wrong.Exit);
        Assert.Contains("error[PS0209]", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("     6 |     disk: wrong length of the image: 5, at most 4\n", wrong.Output, StringComparison.Ordinal);
    }

    private void Commit(string text, string message)
    {
        File.WriteAllText(Path.Combine(folder, "disk.c"), $"void disk_open(Error **errp)\n{{\n    error_setg(errp, \"{text}\");\n}}\n");
        Git("add", "disk.c");
        Git("commit", "-q", "-m", message);
    }

    private void Program(string build, string error)
    {
        Directory.CreateDirectory(Path.Combine(folder, build));
        var path = Path.Combine(folder, build, "disk");
        File.WriteAllText(path, $"#!/bin/sh\necho '{error}' >&2\nexit 1\n");
        Tool.Start("chmod", folder, ["+x", path]);
    }

    private void Git(params string[] arguments) => Tool.Start("git", folder, arguments);
}
