using System.CommandLine;
using PatchScribe.Archive;
using PatchScribe.Cli.Archives;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe archive</c>: check the archive, and say what is in it.</summary>
internal static class ArchiveCommand
{
    public static Command Create() => new("archive", "Look after the local archive.") { Check(), Stats() };

    private static Command Check()
    {
        var (archive, format) = (ArchiveOptions.Archive(), Options.Format("text", "json"));
        var command = new Command("check", "Verify the archive: its integrity, and its counts against the sources.") { archive, format };
        command.SetAction(parse =>
        {
            using var opened = MailArchive.Open(ArchiveOptions.PathOf(parse.GetValue(archive)));
            var found = opened.Check();
            if (parse.GetValue(format) == "json")
            {
                Console.Out.Write(ArchiveJsonWriter.WriteCheck(opened.Statistics(), found));
            }
            else
            {
                foreach (var one in found)
                {
                    MailSource.Report(one);
                }

                Console.Out.WriteLine($"{opened.Statistics().Mails} mails, {found.Count} differences");
            }

            return found.Any(one => one.Severity == Severity.Error) ? 1 : 0;
        });
        return command;
    }

    private static Command Stats()
    {
        var (archive, format) = (ArchiveOptions.Archive(), Options.Format("text", "json"));
        var command = new Command("stats", "Show what is in the archive.") { archive, format };
        command.SetAction(parse =>
        {
            using var opened = MailArchive.Open(ArchiveOptions.PathOf(parse.GetValue(archive)));
            var stats = opened.Statistics();
            Console.Out.Write(parse.GetValue(format) == "json" ? ArchiveJsonWriter.Write(stats) : ArchiveTextRenderer.Render(stats));
            return 0;
        });
        return command;
    }
}
