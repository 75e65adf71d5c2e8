using System.Text;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Fields;

/// <summary>Reads address lists (RFC 5322 section 3.4): quoted names, comments and groups; broken ones as far as they go.</summary>
internal static class AddressReader
{
    /// <summary>The mailboxes in order, names decoded; <paramref name="value"/> is unfolded and still has its encoded words.</summary>
    public static IReadOnlyList<MailAddress> Read(string value)
    {
        var result = new List<MailAddress>();
        if (!TryRead(value, result, heedsQuotes: true))
        {
            result.Clear();
            TryRead(value, result, heedsQuotes: false);
        }

        return result;
    }

    /// <summary>False when a quoted string does not end: the marks then mean nothing.</summary>
    private static bool TryRead(string value, List<MailAddress> result, bool heedsQuotes)
    {
        var (start, quoted, comment, angle, literal) = (0, false, 0, false, false);
        for (var i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '\\' when quoted || comment > 0:
                    i++;
                    break;
                case '"' when comment == 0 && heedsQuotes:
                    quoted = !quoted;
                    break;
                case '(' when !quoted && !angle:
                    comment++;
                    break;
                case ')' when !quoted && comment > 0:
                    comment--;
                    break;
                case '<' when !quoted && comment == 0:
                    angle = true;
                    break;
                case '>' when !quoted && comment == 0:
                    angle = false;
                    break;
                case '[' or ']' when !quoted && comment == 0:
                    literal = value[i] == '[';
                    break;
                case ',' or ';' when !quoted && comment == 0 && (!angle || IsAbandoned(value, i)):
                    Add(result, value.AsSpan(start, i - start));
                    (start, angle, literal) = (i + 1, false, false);
                    break;
                case ':' when !quoted && comment == 0 && !angle && !literal:
                    start = i + 1;
                    break;
            }
        }

        Add(result, value.AsSpan(Math.Min(start, value.Length)));
        return !quoted;
    }

    /// <summary>True when the angle bracket that is open at a comma never closes before the next one opens.</summary>
    private static bool IsAbandoned(string value, int comma)
    {
        var next = value.AsSpan(comma).IndexOfAny('<', '>');
        return next < 0 || value[comma + next] == '<';
    }

    private static void Add(List<MailAddress> result, ReadOnlySpan<char> mailbox)
    {
        var text = mailbox.Trim();
        var open = text.LastIndexOf('<');
        if (open >= 0)
        {
            var inner = text[(open + 1)..];
            var close = inner.IndexOf('>');
            result.Add(new MailAddress(Name(text[..open]), Email(close < 0 ? inner : inner[..close])));
            return;
        }

        var paren = text.IndexOf('(');
        if (paren >= 0)
        {
            var comment = text[(paren + 1)..];
            var name = Name(comment is [.., ')'] ? comment[..^1] : comment);
            var email = text[..paren].Trim();
            if (email.Length + name.Length > 0)
            {
                result.Add(email.Length == 0 || email.Contains('@') ? new MailAddress(name, Email(email)) : new MailAddress(Name(text), ""));
            }
        }
        else if (text.Length > 0)
        {
            result.Add(text.Contains('@') ? new MailAddress("", Email(text)) : new MailAddress(Name(text), ""));
        }
    }

    /// <summary>The addr-spec: no route, no <c>mailto:</c>, no white space.</summary>
    private static string Email(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[7..];
        }

        if (text is ['@', ..] && text.IndexOf(':') is > 0 and var route)
        {
            text = text[(route + 1)..];
        }

        return text.ContainsAny(" \t") ? text.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal) : text.ToString();
    }

    /// <summary>A phrase without its quotation marks, with quoted pairs and encoded words undone.</summary>
    private static string Name(ReadOnlySpan<char> phrase)
    {
        var text = phrase.Trim();
        if (text.ContainsAny('"', '\\'))
        {
            var plain = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                i += text[i] == '\\' && i + 1 < text.Length ? 1 : 0;
                if (text[i] != '"' || (i > 0 && text[i - 1] == '\\'))
                {
                    plain.Append(text[i]);
                }
            }

            return Clean(plain.ToString());
        }

        return Clean(text.ToString());
    }

    private static string Clean(string name) => FieldText.OneLine(EncodedWords.Decode(name)).Trim();
}
