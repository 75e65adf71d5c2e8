using System.Globalization;
using System.Text;
using PatchScribe.Mail;

namespace PatchScribe.Drafts.Delivery;

/// <summary>
/// Writes header fields of mails: RFC 5322 for the form, RFC 2047 for letters outside ASCII. Line ends and other control
/// characters of a value become blanks, so that no value can add a field.
/// </summary>
internal static class MailText
{
    private const int MaxEncodedBytes = 42;
    private const int MaxLine = 76;

    public static void Field(StringBuilder mail, string name, string value) =>
        mail.Append(name).Append(": ").Append(Encode(Clean(value))).Append('\n');

    public static void Addresses(StringBuilder mail, string name, IReadOnlyList<MailAddress> addresses)
    {
        if (addresses.Count > 0)
        {
            mail.Append(name).Append(": ").AppendJoin(",\n\t", addresses.Select(Address)).Append('\n');
        }
    }

    /// <summary>Message-IDs in angle brackets, one a line when there are several.</summary>
    public static void MessageIds(StringBuilder mail, string name, IEnumerable<string> ids) =>
        mail.Append(name).Append(": ").AppendJoin("\n\t", ids.Select(id => $"<{Clean(id).Trim('<', '>')}>")).Append('\n');

    public static string Address(MailAddress address)
    {
        var (name, email) = (Clean(address.Name), Clean(address.Email));
        return name.Length == 0 ? email
            : name.Any(c => c > 126) ? $"{Encode(name)} <{email}>"
            : name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '\'' or '_') ? $"{name} <{email}>"
            : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{email}>";
    }

    /// <summary>RFC 5322 date with the sender's zone.</summary>
    public static string Date(DateTimeOffset date) =>
        date.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Clean(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static string Encode(string value) => value.All(c => c is >= ' ' and <= '~') ? Fold(value) : string.Join("\n ", Words(value).Select(word => $"=?UTF-8?B?{word}?="));

    /// <summary>Folds at blanks where the line grows too long.</summary>
    private static string Fold(string value)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var word in value.Split(' '))
        {
            if (width > 0 && width + word.Length + 1 > MaxLine - 10)
            {
                text.Append("\n ");
                width = 1;
            }
            else if (width > 0)
            {
                text.Append(' ');
                width++;
            }

            text.Append(word);
            width += word.Length;
        }

        return text.ToString();
    }

    /// <summary>Base64 of whole characters, short enough for one encoded word each.</summary>
    private static IEnumerable<string> Words(string value)
    {
        var pending = new List<byte>();
        foreach (var rune in value.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (pending.Count + bytes.Length > MaxEncodedBytes)
            {
                yield return Convert.ToBase64String([.. pending]);
                pending.Clear();
            }

            pending.AddRange(bytes);
        }

        yield return Convert.ToBase64String([.. pending]);
    }
}
