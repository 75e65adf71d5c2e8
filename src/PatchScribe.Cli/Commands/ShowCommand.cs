using System.CommandLine;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe show</c>: decoded mails, one by one, so that a source may be larger than memory.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "mbox, message, Maildir, public-inbox, directory of these, pasted page, or - for standard input" };
        var messageId = new Option<string?>("--message-id") { Description = "only this message" };
        var format = Options.Format("text", "json", "mbox");
        var command = new Command("show", "Print decoded mails.") { source, messageId, format };
        command.SetAction(parse =>
        {
            var tally = new MailTally();
            var id = parse.GetValue(messageId)?.Trim('<', '>');
            var messages = Wanted(MailSource.Enumerate(parse.GetValue(source)!), tally, parse.GetValue(source)!, id);
            using (var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16))
            {
                Print(parse.GetValue(format)!, messages, tally, output);
            }

            MailSource.Report(tally.Reading);
            return 0;
        });
        return command;
    }

    private static void Print(string format, IEnumerable<MailMessage> messages, MailTally tally, Stream output)
    {
        if (format == "json")
        {
            MessagesJsonWriter.Write(output, messages, () => MailSource.Counts(tally.Reading));
            return;
        }

        if (format == "mbox")
        {
            var mbox = new MessagesMboxWriter(output);
            foreach (var message in messages)
            {
                mbox.Write(message);
            }

            mbox.End();
            return;
        }

        var separator = "";
        foreach (var message in messages)
        {
            output.Write(Encoding.UTF8.GetBytes(separator + MessagesTextRenderer.Render(message)));
            separator = MessagesTextRenderer.Separator;
        }
    }

    /// <summary>The messages asked for; the first one is read before anything is printed, so that a mistake prints nothing.</summary>
    private static IEnumerable<MailMessage> Wanted(IEnumerable<MailItem> items, MailTally tally, string source, string? id)
    {
        var each = items.Select(tally.Add).OfType<MailMessage>().Where(message => id is null || message.MessageId == id).GetEnumerator();
        if (each.MoveNext())
        {
            return Rest(each);
        }

        each.Dispose();
        MailSource.Report(tally.Reading);
        throw id is null || tally.Reading.Read == 0 ? MailSource.NoMail(source) : new InputException($"no message <{id}> in the source", "leave --message-id out to see all of them");
    }

    private static IEnumerable<MailMessage> Rest(IEnumerator<MailMessage> each)
    {
        using (each)
        {
            do
            {
                yield return each.Current;
            }
            while (each.MoveNext());
        }
    }
}
