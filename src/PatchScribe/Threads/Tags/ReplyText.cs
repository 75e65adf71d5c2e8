using System.Text.RegularExpressions;

namespace PatchScribe.Threads.Tags;

/// <summary>
/// The words of a reply that are its sender's own, line for line; quoted lines, copied mails, fenced and indented logs that it
/// proposes, patches in it and the signature are left empty.
/// </summary>
internal static partial class ReplyText
{
    private const int MaxHeaderBlock = 6;

    /// <summary>As many lines as were read; index 0 is line 1 of the body.</summary>
    public static TextLines OwnLines(string body)
    {
        var own = new TextLines(body);
        var (fenced, cut) = (false, false);
        for (var at = 0; at < body.Length;)
        {
            var rest = body.AsSpan(at);
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            var start = at;
            at += line.Length + 1;
            if (line.Length > 0 && line[0] == '>')
            {
                own.Add(start, 0);
                continue;
            }

            if (EndsOwnText(line, end < 0 ? [] : rest[(end + 1)..]))
            {
                break;
            }

            var text = line.TrimStart();
            if (IsQuoted(text))
            {
                own.Add(start, 0);
                continue;
            }

            fenced ^= text.StartsWith("```") || text is "{{{" or "}}}" or "\"\"\"";
            cut ^= IsScissors(text);
            own.Add(start, fenced || cut || text.IsEmpty ? 0 : line.Length);
        }

        ClearPatches(own);
        return own;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text) =>
        text.StartsWith(">") || text.StartsWith("|") || (text.IndexOf('>') is var mark and > 0 and < 10 && mark + 1 < text.Length && text[mark + 1] == ' ' && IsInitials(text[..mark]));

    /// <summary>"MZ> text": quotation marked with letters of a name.</summary>
    private static bool IsInitials(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return char.IsAsciiLetterUpper(text[0]);
    }

    private static bool IsScissors(ReadOnlySpan<char> text) =>
        text.StartsWith("-") && (text.Contains(">8", StringComparison.Ordinal) || text.Contains("8<", StringComparison.Ordinal)) && !text.ContainsAnyExcept("-<>8% ".AsSpan());

    /// <summary>The signature, or a mail copied below without marks: a separator, or a block of From, Sent, To, Subject.</summary>
    private static bool EndsOwnText(ReadOnlySpan<char> line, ReadOnlySpan<char> following)
    {
        if (line is "-- " or "--" || line.StartsWith("-----Original Message", StringComparison.OrdinalIgnoreCase) || line.StartsWith("---------- Forwarded"))
        {
            return true;
        }

        if (!line.TrimStart(" *").StartsWith("From:"))
        {
            return false;
        }

        var fields = 0;
        for (var i = 0; i < MaxHeaderBlock && !following.IsEmpty; i++)
        {
            var end = following.IndexOf('\n');
            var next = (end < 0 ? following : following[..end]).TrimStart(" *");
            fields += next.StartsWith("Sent:") || next.StartsWith("Date:") || next.StartsWith("To:") || next.StartsWith("Subject:") ? 1 : 0;
            following = end < 0 ? [] : following[(end + 1)..];
        }

        return fields >= 2;
    }

    /// <summary>Clears a patch in the reply: from its header lines, else from its tags, to the end of the text.</summary>
    private static void ClearPatches(TextLines own)
    {
        var diff = 0;
        while (diff < own.Count && !own.Span(diff).StartsWith("diff --git ") && !own.Span(diff).StartsWith("--- a/"))
        {
            diff++;
        }

        if (diff == own.Count)
        {
            return;
        }

        var start = diff;
        while (start >= 0 && !PatchHeader().IsMatch(own.Span(start)))
        {
            start--;
        }

        if (start < 0)
        {
            start = diff;
            while (start > 0 && own.Span(start).TrimEnd() is not "---")
            {
                start--;
            }

            start = own.Span(start).TrimEnd() is "---" ? start : diff;
            while (start > 0 && (own.Span(start - 1).IsEmpty || TrailerReader.IsTrailer(own.Span(start - 1))))
            {
                start--;
            }
        }

        own.ClearFrom(start);
    }

    [GeneratedRegex(@"^(From [0-9a-f]{40}|From: .*@|Subject: .)", RegexOptions.ExplicitCapture)]
    private static partial Regex PatchHeader();
}
