using PatchScribe.Cli.Archives;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Rendering;
using PatchScribe.Threads;

namespace PatchScribe.Cli;

/// <summary>Reads the SOURCE of a command: a path, - for standard input, a Message-ID of the archive, or a URL.</summary>
internal static class MailSource
{
    /// <summary>All messages; a source without any is the user's mistake.</summary>
    public static MailReading Read(string source)
    {
        if (ArchiveSource.Is(source))
        {
            return ArchiveSource.Read(source);
        }

        MailReading reading;
        if (source == "-")
        {
            using var input = Console.OpenStandardInput();
            reading = MailReader.ReadAll(input, "standard input");
        }
        else
        {
            reading = MailReader.ReadAll(source);
        }

        if (reading.Messages.Count == 0)
        {
            Report(reading);
            throw NoMail(source);
        }

        return reading;
    }

    /// <summary>All messages; a single mail is completed to its discussion when there is an archive.</summary>
    public static MailReading ReadDiscussion(string source) => ArchiveSource.Complete(Read(source));

    /// <summary>All messages one by one.</summary>
    public static IEnumerable<MailItem> Enumerate(string source) =>
        source == "-" ? MailReader.Enumerate(Console.OpenStandardInput(), "standard input")
        : ArchiveSource.Is(source) ? ArchiveSource.Read(source).Messages.Select(message => new MailItem(message, null))
        : MailReader.Enumerate(source);

    public static InputException NoMail(string source) => new($"{source} holds no mail", "give an mbox, a message, a Maildir, a public-inbox, or a page pasted from a web archive");

    /// <summary>The discussions, or the one that holds a Message-ID (with or without angle brackets).</summary>
    public static IReadOnlyList<Discussion> Discussions(MailReading reading, string? messageId)
    {
        var discussions = DiscussionBuilder.Build(reading.Messages);
        if (messageId is null)
        {
            return discussions;
        }

        var id = messageId.Trim('<', '>');
        var found = discussions.Where(one => one.Messages.Any(message => message.MessageId == id)).ToList();
        return found.Count > 0 ? found : throw new InputException($"no message <{id}> in the source", "list the messages with patchscribe show");
    }

    /// <summary>How a person calls a mail: the file and line for a pasted page, else its Message-ID.</summary>
    public static Func<string, string> Names(MailReading reading)
    {
        var pasted = reading.Messages.Where(message => message.Pasted).ToDictionary(message => message.MessageId, message => Path.GetFileName(message.Source ?? "page"), StringComparer.Ordinal);
        return id => pasted.TryGetValue(id, out var file) ? file : $"<{id}>";
    }

    public static ReadingCounts Counts(MailReading reading) => new(reading.Read, reading.Skipped, reading.Diagnostics);

    /// <summary>Diagnostics of warning level and the count of skipped messages, on standard error.</summary>
    public static void Report(MailReading reading)
    {
        foreach (var one in reading.Diagnostics.Where(one => one.Severity != Severity.Note))
        {
            Report(one);
        }

        if (reading.Skipped > 0)
        {
            Console.Error.WriteLine($"patchscribe: {reading.Read} messages read, {reading.Skipped} skipped");
        }
    }

    public static void Report(Diagnostic one) =>
        Console.Error.WriteLine(TerminalText.Escape($"patchscribe: {(one.Source is null ? "" : $"{one.Source}{(one.Line is null ? "" : $":{one.Line}")}: ")}{one.Message} [{one.Id}]"));
}
