using System.CommandLine;
using PatchScribe.Archive;
using PatchScribe.Cli.Archives;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe search</c>: mails of the archive by words and the prefixes of public-inbox.</summary>
internal static class SearchCommand
{
    private const int DefaultLimit = 50;

    public static Command Create()
    {
        var query = new Argument<string[]>("QUERY") { Description = "words, \"phrases\", start*, AND, OR, NOT, and s: f: b: m: d: nq: q: dfn: dfhh: dfpre: dfpost: patchid:", Arity = ArgumentArity.OneOrMore };
        var archive = ArchiveOptions.Archive();
        var format = Options.Format("table", "json", "mbox");
        var limit = new Option<int>("--limit") { Description = "at most so many mails, newest first", DefaultValueFactory = _ => DefaultLimit, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var number) || number < 1))
            {
                result.AddError("--limit takes a number of 1 or more");
            }
        });
        var command = new Command("search", "Search the mails of the local archive, newest first.") { query, archive, format, limit };
        command.SetAction(parse =>
        {
            using var opened = MailArchive.Open(ArchiveOptions.PathOf(parse.GetValue(archive)));
            var words = string.Join(' ', parse.GetValue(query)!);
            var result = opened.Search(words, parse.GetValue(limit), DateTimeOffset.UtcNow);
            var form = parse.GetValue(format);
            if (form == "mbox")
            {
                Write(opened.Load(result.Mails));
            }
            else
            {
                Console.Out.Write(form == "json" ? ArchiveJsonWriter.Write(words, result) : ArchiveTextRenderer.Render(result));
            }

            foreach (var one in result.Diagnostics)
            {
                MailSource.Report(one);
            }

            return 0;
        });
        return command;
    }

    private static void Write(Mail.MailReading reading)
    {
        using var output = new BufferedStream(Console.OpenStandardOutput());
        var mbox = new MessagesMboxWriter(output);
        foreach (var mail in reading.Messages.Where(mail => !mail.Pasted))
        {
            mbox.Write(mail);
        }

        mbox.End();
        MailSource.Report(reading);
    }
}
