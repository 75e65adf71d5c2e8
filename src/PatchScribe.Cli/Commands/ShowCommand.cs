using System.CommandLine;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe show</c>: decoded mails.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("SOURCE") { Description = "mbox, message, pasted page, or - for standard input" };
        var messageId = new Option<string?>("--message-id") { Description = "only this message" };
        var format = Options.Format("text", "json");
        var command = new Command("show", "Print decoded mails.") { source, messageId, format };
        command.SetAction(parse =>
        {
            var reading = MailSource.Read(parse.GetValue(source)!);
            var id = parse.GetValue(messageId)?.Trim('<', '>');
            var messages = id is null ? reading.Messages : [.. reading.Messages.Where(message => message.MessageId == id)];
            if (messages.Count == 0)
            {
                throw new Diagnostics.InputException($"no message <{id}> in the source", "leave --message-id out to see all of them");
            }

            Console.Out.Write(parse.GetValue(format) == "json" ? MessagesJsonWriter.Write(messages, MailSource.Counts(reading)) : MessagesTextRenderer.Render(messages));
            MailSource.Report(reading);
            return 0;
        });
        return command;
    }
}
