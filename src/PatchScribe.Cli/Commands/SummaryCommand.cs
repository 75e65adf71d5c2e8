using System.CommandLine;
using PatchScribe.Git;
using PatchScribe.Rendering;
using PatchScribe.Summaries;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe summary</c>: what was asked, proposed, and is still open.</summary>
internal static class SummaryCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "mbox, message, pasted page, or - for standard input" };
        var repo = Options.Repo();
        var messageId = new Option<string?>("--message-id") { Description = "only the discussion that holds this message" };
        var brief = new Option<bool>("--short") { Description = "only the verdict, what blocks, and who is waited for" };
        var format = Options.Format("text", "json");
        var command = new Command("summary", "Show what a review thread asked for, and what is done.") { source, repo, messageId, brief, format };
        command.SetAction(parse =>
        {
            var directory = parse.GetValue(repo);
            var reading = MailSource.ReadDiscussion(parse.GetValue(source)!);
            using var repository = directory is null ? null : GitRepository.Open(directory);
            var builder = new SummaryBuilder(ModelSource.Load(directory, []), repository);
            var summaries = MailSource.Discussions(reading, parse.GetValue(messageId)).Select(builder.Build).ToList();
            Console.Out.Write(parse.GetValue(format) == "json"
                ? SummaryJsonWriter.Write(summaries, MailSource.Counts(reading))
                : new SummaryTextRenderer(MailSource.Names(reading)).Render(summaries, parse.GetValue(brief)));
            MailSource.Report(reading);
            return 0;
        });
        return command;
    }
}
