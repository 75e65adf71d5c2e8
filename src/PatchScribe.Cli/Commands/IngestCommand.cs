using System.CommandLine;
using PatchScribe.Archive;
using PatchScribe.Cli.Archives;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe ingest</c>: mailboxes into the local archive.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var sources = new Argument<string[]>("SOURCE") { Description = "mbox, Maildir, public-inbox, a tree of these, the URL of a thread, or imaps://USER@HOST/FOLDER", Arity = ArgumentArity.OneOrMore };
        var archive = ArchiveOptions.Archive();
        var command = new Command("ingest", "Bring mailboxes into the local archive; only what is new is read.") { sources, archive };
        command.SetAction(parse =>
        {
            using var opened = MailArchive.Open(ArchiveOptions.PathOf(parse.GetValue(archive)), create: true);
            var accounts = ImapAccounts.Read();
            foreach (var source in parse.GetValue(sources)!)
            {
                var counts = ArchiveProgressView.Run(show => opened.Ingest(source, accounts, show));
                foreach (var one in counts.Diagnostics.Where(one => one.Severity != Diagnostics.Severity.Note))
                {
                    MailSource.Report(one);
                }

                Console.Out.WriteLine(Rendering.TerminalText.Escape($"{source}: {counts.Read} read, {counts.Added} new, {counts.Copies} copies, {counts.Known} known, {counts.Removed} removed, {counts.Skipped} skipped"));
            }

            return 0;
        });
        return command;
    }
}
