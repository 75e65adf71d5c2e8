using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Reads the lines by which a series names what it needs (<c>base-commit</c> and <c>prerequisite-*</c> of git-format-patch(1),
/// <c>Based-on</c>, <c>Depends-on</c>) and what it is (<c>Change-Id</c>, <c>Supersedes</c>, <c>Obsoletes</c>): in column 0,
/// above the diff or in the last lines of the mail.
/// </summary>
internal static class SeriesLines
{
    /// <summary>git-format-patch writes base-commit behind the diff: it is looked for in so many last characters, and above them as long as such lines go on.</summary>
    private const int Tail = 4000;

    private static readonly string[] Tokens = ["base-commit", "prerequisite-patch-id", "prerequisite-change-id", "prerequisite-message-id", "Based-on", "Depends-on", "Change-Id", "Supersedes", "Obsoletes"];

    /// <summary>The lines of one mail, whose diff starts at a place (-1: it has none), token in its usual spelling, Message-IDs without angle brackets.</summary>
    public static IEnumerable<SeriesDependency> Read(MailMessage mail, int diff)
    {
        List<SeriesDependency>? found = null;
        Scan(mail.Body, 0, diff < 0 ? mail.Body.Length : diff, ref found);
        if (diff >= 0)
        {
            Scan(mail.Body, TailStart(mail.Body, diff), mail.Body.Length, ref found);
        }

        return found ?? [];
    }

    /// <summary>True for lines that say what a series needs, false for those that say what it is.</summary>
    public static bool IsDependency(SeriesDependency line) => line.Token is not ("Change-Id" or "Supersedes" or "Obsoletes");

    private static int TailStart(string body, int diff)
    {
        var start = LineStart(body, body.Length - Tail);
        while (start > diff && (body.AsSpan(start).StartsWith("prerequisite-") || body.AsSpan(start).StartsWith("base-commit:")))
        {
            start = LineStart(body, start - 1);
        }

        return Math.Max(start, diff);
    }

    /// <summary>Start of the line that holds the character before a place.</summary>
    private static int LineStart(string body, int at) => at <= 0 ? 0 : body.AsSpan(0, at).LastIndexOf('\n') + 1;

    private static void Scan(string body, int start, int end, ref List<SeriesDependency>? found)
    {
        for (var at = start; at < end;)
        {
            var stop = body.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            if (body[at] is 'b' or 'B' or 'p' or 'd' or 'D' or 'c' or 'C' or 's' or 'S' or 'o' or 'O' && (at == 0 || body[at - 1] == '\n'))
            {
                Take(body.AsSpan(at, stop - at), ref found);
            }

            at = stop + 1;
        }
    }

    private static void Take(ReadOnlySpan<char> line, ref List<SeriesDependency>? found)
    {
        foreach (var token in Tokens)
        {
            if (line.Length > token.Length && line[token.Length] == ':' && line.StartsWith(token, StringComparison.OrdinalIgnoreCase))
            {
                var value = line[(token.Length + 1)..].Trim();
                value = value.StartsWith("<") && value.IndexOf('>') is var close and > 0 ? value[1..close] : value;
                if (value.Length > 0)
                {
                    (found ??= []).Add(new SeriesDependency(token, value.ToString()));
                }

                return;
            }
        }
    }
}
