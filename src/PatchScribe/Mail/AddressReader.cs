using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail;

/// <summary>Reads address lists (RFC 5322 section 3.4): quoted names, comments and groups; broken ones as far as they go.</summary>
internal static class AddressReader
{
    /// <summary>The mailboxes in order, names decoded.</summary>
    public static IReadOnlyList<MailAddress> Read(string value)
    {
        var result = new List<MailAddress>();
        var (start, quoted, comment, angle) = (0, false, 0, false);
        for (var i = 0; i <= value.Length; i++)
        {
            var c = i < value.Length ? value[i] : ',';
            if (i < value.Length && c == '\\')
            {
                i++;
                continue;
            }

            quoted ^= c == '"' && comment == 0;
            comment = quoted ? comment : c == '(' ? comment + 1 : c == ')' && comment > 0 ? comment - 1 : comment;
            angle = !quoted && comment == 0 && (c == '<' || (angle && c != '>'));
            var plain = !quoted && comment == 0 && !angle;
            if (i >= value.Length || (plain && c is ',' or ';'))
            {
                Add(result, value[start..Math.Min(i, value.Length)].Trim());
                start = i + 1;
            }
            else if (plain && c == ':')
            {
                start = i + 1;
            }
        }

        return result;
    }

    private static void Add(List<MailAddress> result, string text)
    {
        var open = text.LastIndexOf('<');
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        var paren = text.IndexOf('(');
        if (open >= 0)
        {
            result.Add(new MailAddress(Name(text[..open]), text[(open + 1)..(close < 0 ? text.Length : close)].Trim()));
        }
        else if (paren > 0)
        {
            result.Add(new MailAddress(Name(text[(paren + 1)..].TrimEnd(')')), text[..paren].Trim()));
        }
        else if (text.Length > 0)
        {
            result.Add(text.Contains('@') ? new MailAddress("", text) : new MailAddress(Name(text), ""));
        }
    }

    private static string Name(string text) =>
        EncodedWords.Decode(text.Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal)).Trim();
}
