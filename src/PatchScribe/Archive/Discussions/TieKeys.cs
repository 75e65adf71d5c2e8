using System.Buffers;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Discussions;

/// <summary>
/// What can tie a mail to others, as hashes: the ids that it has and names, and for a patch what the Threads stage tells versions
/// and unthreaded series by. Mails that share a key are looked at together; whether they belong together, the Threads stage
/// says. A key too many costs time, one too few a link.
/// </summary>
internal static class TieKeys
{
    /// <summary>A title of this many words ties also without its sender.</summary>
    private const int WordsOfOwnTitle = 5;

    /// <summary>Lines of a patch that tie it to others, and the kind of key that their values are.</summary>
    private static readonly (string Name, char Kind)[] Lines = [("Change-Id:", 'c'), ("Supersedes:", 'm'), ("Obsoletes:", 'm')];
    private static readonly SearchValues<string> LineStarts = SearchValues.Create([.. Lines.Select(line => "\n" + line.Name)], StringComparison.OrdinalIgnoreCase);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    /// <summary>The keys of one mail, without repeats.</summary>
    public static long[] Of(MailMessage mail, string? patchId)
    {
        var keys = new List<long>(8) { Hash64.Of('m', mail.MessageId) };
        foreach (var reference in mail.References)
        {
            keys.Add(Hash64.Of('m', reference));
        }

        if (mail.InReplyTo is { } answered)
        {
            keys.Add(Hash64.Of('m', answered));
        }

        var subject = MayBePatch(mail, patchId) ? SubjectParser.Parse(mail.Subject) : null;
        if (subject is { IsReply: false } && (patchId is not null || subject.IsPatch || subject.IsPull || subject.Tags.Count > 0))
        {
            AddPatch(mail, subject, patchId, keys);
        }

        return [.. keys.Distinct()];
    }

    private static bool MayBePatch(MailMessage mail, string? patchId) =>
        patchId is not null || mail.Subject.StartsWith('[') || mail.Subject.StartsWith("GIT PULL", StringComparison.OrdinalIgnoreCase);

    private static void AddPatch(MailMessage mail, PatchSubject subject, string? patchId, List<long> keys)
    {
        var title = string.Join(' ', subject.Title.TrimEnd('.').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (var person in mail.From == mail.Author ? [mail.From] : new[] { mail.From, mail.Author })
        {
            var email = person.Email.ToLowerInvariant();
            keys.Add(Hash64.Of('t', email, title));
            keys.Add(Hash64.Of('t', person.Name.ToLowerInvariant(), title));
            if (subject.Total is > 0 and var total && mail.Date is { } date)
            {
                var window = date.UtcTicks / Window.Ticks;
                keys.Add(Hash64.Of('w', email, $"{total} {window}"));
                keys.Add(Hash64.Of('w', email, $"{total} {window + 1}"));
            }
        }

        if (!subject.IsPull && title.AsSpan().Count(' ') >= WordsOfOwnTitle - 1)
        {
            keys.Add(Hash64.Of('T', title));
        }

        if (patchId is not null)
        {
            keys.Add(Hash64.Of('p', patchId));
        }

        AddLines(mail.Body, keys);
    }

    /// <summary>The first line of each of these names.</summary>
    private static void AddLines(string body, List<long> keys)
    {
        Span<bool> seen = stackalloc bool[Lines.Length];
        for (var rest = body.AsSpan(); rest.IndexOfAny(LineStarts) is var at and >= 0;)
        {
            rest = rest[(at + 1)..];
            var line = rest[..(rest.IndexOf('\n') is var end and >= 0 ? end : rest.Length)];
            var which = IndexOf(line);
            if (!seen[which])
            {
                seen[which] = true;
                keys.Add(Hash64.Of(Lines[which].Kind, line[(Lines[which].Name.Length)..].Trim(" \t\r<>")));
            }
        }
    }

    private static int IndexOf(ReadOnlySpan<char> line)
    {
        var which = 0;
        while (!line.StartsWith(Lines[which].Name, StringComparison.OrdinalIgnoreCase))
        {
            which++;
        }

        return which;
    }
}
