using System.CommandLine;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Mail;
using PatchScribe.Rendering;
using PatchScribe.Rendering.SummaryPages;
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
        var brief = new Option<bool>("--short") { Description = "only the verdict, what blocks, who is waited for, and one line a patch" };
        var format = new Option<string?>("--format") { Description = "output format; terminal where the output is one, else text" };
        format.AcceptOnlyFromAmong("terminal", "text", "markdown", "html", "json");
        var command = new Command("summary", "Show what a review thread asked for, and what is done.") { source, repo, messageId, brief, format };
        command.SetAction(parse =>
        {
            var directory = parse.GetValue(repo);
            var reading = MailSource.ReadDiscussion(parse.GetValue(source)!);
            using var repository = directory is null ? null : GitRepository.Open(directory);
            var builder = new SummaryBuilder(ModelSource.Load(directory, []), repository);
            var summaries = MailSource.Discussions(reading, parse.GetValue(messageId)).Select(builder.Build).ToList();
            var chosen = parse.GetValue(format) ?? (Console.IsOutputRedirected ? "text" : "terminal");
            Console.Out.Write(Render(chosen, summaries, parse.GetValue(brief), MailSource.Names(reading), Counts(reading)));
            MailSource.Report(reading);
            foreach (var one in summaries.SelectMany(summary => summary.Diagnostics).Where(one => one.Severity != Severity.Note))
            {
                MailSource.Report(one);
            }

            return 0;
        });
        return command;
    }

    /// <summary>What was read, and which pages have lost their marks.</summary>
    private static ReadingCounts Counts(MailReading reading)
    {
        var counts = MailSource.Counts(reading);
        var pages = reading.Messages.Where(message => message.Pasted)
            .Select(page => new Diagnostic(DiagnosticIds.QuoteMarksLost, Severity.Note, "quote marks are lost: who says what is not known", page.Source, page.SourceLine));
        return counts with { Diagnostics = [.. counts.Diagnostics, .. pages] };
    }

    private static string Render(string format, List<ThreadSummary> summaries, bool brief, Func<string, string> names, ReadingCounts counts) => format switch
    {
        "json" => SummaryJsonWriter.Write(summaries, counts),
        "markdown" => new SummaryMarkdownRenderer().Render(summaries, brief),
        "html" => SummaryHtmlRenderer.Render(summaries, brief),
        "terminal" => SummaryTerminal.Render(summaries, brief, names, TerminalSize.Width, TerminalSize.Colour),
        _ => new SummaryTextRenderer(names).Render(summaries, brief),
    };
}
