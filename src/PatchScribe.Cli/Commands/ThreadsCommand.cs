using System.CommandLine;
using PatchScribe.Archive;
using PatchScribe.Cli.Archives;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe threads</c>: the discussions of the archive and whose turn it is.</summary>
internal static class ThreadsCommand
{
    public static Command Create()
    {
        var archive = ArchiveOptions.Archive();
        var since = new Option<string?>("--since") { Description = "only discussions with a mail since then: 2024-05-01, 2024, 2.weeks.ago", HelpName = "DATE" };
        var now = new Option<string?>("--now") { Description = "count quiet days up to this time (default: the clock)", HelpName = "DATE" };
        var awaiting = new Option<string?>("--awaiting") { Description = "only discussions that wait for the author or for a reviewer" };
        awaiting.AcceptOnlyFromAmong("author", "reviewer");
        var format = Options.Format("table", "json");
        var command = new Command("threads", "List the discussions of the local archive: version, patches, tags, open points, days quiet.") { archive, since, now, awaiting, format };
        command.SetAction(parse =>
        {
            using var opened = MailArchive.Open(ArchiveOptions.PathOf(parse.GetValue(archive)));
            var moment = Time(parse.GetValue(now), "--now", DateTimeOffset.UtcNow) ?? DateTimeOffset.UtcNow;
            var lines = ArchiveProgressView.Run(show => opened.Threads(Time(parse.GetValue(since), "--since", moment), moment, parse.GetValue(awaiting), show));
            Console.Out.Write(parse.GetValue(format) == "json" ? ArchiveJsonWriter.Write(lines) : ArchiveTextRenderer.Render(lines));
            return 0;
        });
        return command;
    }

    private static DateTimeOffset? Time(string? text, string option, DateTimeOffset now) => text is null ? null
        : MailArchive.ParseTime(text, now) ?? throw new InputException($"{option} {text} is no date", "give 2024-05-01, 2024-05, 2024-05-01T10:00:00Z, or 2.weeks.ago");
}
