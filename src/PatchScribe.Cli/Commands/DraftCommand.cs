using System.CommandLine;
using PatchScribe.Cli.Drafting;
using PatchScribe.Drafts;
using PatchScribe.Git;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe draft</c>: the revised commit log.</summary>
internal static class DraftCommand
{
    public static Command Create()
    {
        var source = new Argument<string?>("SOURCE") { Description = "review thread; without it the log of a commit is drafted from code and models", Arity = ArgumentArity.ZeroOrOne };
        var options = new DraftOptions();
        var format = Options.Format("text", "json", "mbox");
        var explain = new Option<bool>("--explain") { Description = "show the source of every paragraph" };
        var diff = new Option<bool>("--diff") { Description = "show the change of words from the present log" };
        var apply = new Option<bool>("--apply") { Description = "rewrite the message of the commit (--commit, else the one with the patch's title, else HEAD)" };
        var command = new Command("draft", "Write the commit log that the thread asked for, with a source for every sentence.")
        {
            source, options.Repo, options.Revision, options.MessageId, options.Profile, options.Template, options.Prefer, options.Answer, options.Dismiss, options.Runs, options.Link, format, explain, diff, apply,
        };
        command.SetAction(parse =>
        {
            var repo = parse.GetValue(options.Repo);
            using var repository = repo is null ? null : GitRepository.Open(repo);
            var drafts = new DraftSource(parse, options, repository);
            var set = drafts.Read(parse.GetValue(source));
            if (parse.GetValue(apply))
            {
                return DraftPrinter.Refuses(set, "--apply") ? 1 : DraftApplier.Apply(set, repo, parse.GetValue(options.Revision));
            }

            if (parse.GetValue(format) == "mbox")
            {
                return DraftPrinter.Refuses(set, "--format mbox") ? 1 : Write(DraftMailer.Write(set, drafts.Templates, repo));
            }

            Func<CommitLogDraft, string> render = parse.GetValue(explain) ? draft => DraftTextRenderer.Explain(draft, set.NameOfMail)
                : parse.GetValue(diff) ? DraftTextRenderer.Diff
                : DraftTextRenderer.Render;
            return DraftPrinter.Print(set, parse.GetValue(format)!, render);
        });
        return command;
    }

    private static int Write(string text)
    {
        Console.Out.Write(text);
        return 0;
    }
}
