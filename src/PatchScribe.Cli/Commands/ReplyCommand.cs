using System.CommandLine;
using System.Text;
using PatchScribe.Cli.Drafting;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Git;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe reply</c>: a mail that proposes the drafted log to the thread, or asks it what is open. Never sent.</summary>
internal static class ReplyCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "review thread" };
        var options = new DraftOptions();
        var questions = new Option<bool>("--questions") { Description = "ask the thread what the draft could not settle" };
        var output = new Option<string?>("--output", "-o") { Description = "write the mail to this file (default: standard output)", HelpName = "FILE" };
        var command = new Command("reply", "Write a reply with the proposed commit log, for mutt, aerc or git send-email; nothing is sent.")
        {
            source, options.Repo, options.MessageId, options.Profile, options.Prefer, options.Answer, options.Dismiss, questions, output,
        };
        command.SetAction(parse =>
        {
            var repo = parse.GetValue(options.Repo);
            using var repository = repo is null ? null : GitRepository.Open(repo);
            var drafts = new DraftSource(parse, options, repository);
            var set = drafts.Read(parse.GetValue(source));
            var asks = parse.GetValue(questions);
            var chosen = Choose(set, asks);
            if (!asks && DraftPrinter.Refuses(set with { Drafts = [chosen] }, "reply"))
            {
                return 1;
            }

            var mail = new ReplyBuilder(drafts.Templates).Build(chosen.Draft, chosen.Discussion!, chosen.Review!, asks);
            if (parse.GetValue(output) is { } file)
            {
                File.WriteAllText(file, mail, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
            else
            {
                Console.Out.Write(mail);
            }

            return 0;
        });
        return command;
    }

    /// <summary>The only log that changes (or, for questions, that has any); several are the user's to choose from.</summary>
    private static Drafted Choose(DraftSet set, bool asks)
    {
        var patches = set.Drafts.Where(one => one.Draft.Kind == "patch").ToList();
        var wanted = patches.FindAll(one => asks ? one.Draft.Unsettled : one.Draft.Text != one.Draft.PresentText);
        return wanted switch
        {
            [var one] => one,
            [] => throw new InputException(asks ? "nothing is open" : "no log changes", asks ? "propose the log with patchscribe reply" : "there is nothing to propose"),
            _ => throw new InputException($"{wanted.Count} logs {(asks ? "have questions" : "change")}", $"choose one with --message-id, such as {wanted[0].Draft.MessageId}"),
        };
    }
}
