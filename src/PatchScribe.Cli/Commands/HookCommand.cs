using System.CommandLine;
using PatchScribe.Cli.Hooks;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe hook</c>: what git calls when a commit is made.</summary>
internal static class HookCommand
{
    public static Command Create() => new("hook", "Git hooks: pre-fill and check the message of a commit.") { Install(), PrepareCommitMessage(), CommitMessage() };

    private static Command Install()
    {
        var repo = Options.Repo();
        var command = new Command("install", "Install the hooks into a repository; hooks that are there stay.") { repo };
        command.SetAction(parse => HookInstaller.Install(parse.GetValue(repo) ?? "."));
        return command;
    }

    private static Command PrepareCommitMessage()
    {
        var file = new Argument<string>("FILE") { Description = "the file that git gives" };
        var rest = new Argument<string[]>("SOURCE") { Description = "where the message comes from, and a commit", Arity = new ArgumentArity(0, 2) };
        var command = new Command("prepare-commit-msg", "Pre-fill the before/after block for what is staged.") { file, rest };
        command.SetAction(parse => MessagePreparer.Prepare(parse.GetValue(file)!, parse.GetValue(rest) is [var source, ..] ? source : null));
        return command;
    }

    private static Command CommitMessage()
    {
        var file = new Argument<string>("FILE") { Description = "the file that git gives" };
        var command = new Command("commit-msg", "Check the message of a commit against what is staged; findings of error level stop it.") { file };
        command.SetAction(parse => MessageChecker.Check(parse.GetValue(file)!));
        return command;
    }
}
