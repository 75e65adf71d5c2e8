using System.Text.RegularExpressions;

namespace PatchScribe.Mail.Fields;

/// <summary>
/// The person behind a message: an in-body <c>From:</c> at the top of a patch (git-mailinfo(1)), else, when a list has
/// rewritten the sender for DMARC ("X via list"), X-Original-From, Reply-To, or a Cc of the same name, else the From header.
/// </summary>
internal static partial class AuthorReader
{
    private const int MaxInBodyLine = 5;

    public static MailAddress Read(MailAddress from, MailHeaderList fields, string subject, string body)
    {
        if (!subject.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) && InBody(body) is { } author)
        {
            return author;
        }

        var via = Via().Match(from.Name);
        if (!via.Success)
        {
            return from;
        }

        var name = via.Groups["name"].Value.Trim(' ', '"', '\'');
        var candidates = AddressReader.Read(fields.First("X-Original-From"))
            .Concat(AddressReader.Read(fields.First("Reply-To")).Where(other => !other.Email.Equals(from.Email, StringComparison.OrdinalIgnoreCase)))
            .Concat(AddressReader.Read(fields.First("Cc")).Where(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return candidates.FirstOrDefault(other => other.Email.Length > 0) is { } found
            ? new MailAddress(found.Name.Length > 0 ? found.Name : name, found.Email)
            : new MailAddress(name, from.Email);
    }

    private static MailAddress? InBody(string body)
    {
        var line = 0;
        foreach (var text in body.AsSpan().EnumerateLines())
        {
            if (text.StartsWith("From: "))
            {
                return AddressReader.Read(text[6..].ToString()) is [{ Email: { Length: > 0 } email } author] && email.Contains('@', StringComparison.Ordinal) ? author : null;
            }

            if (++line > MaxInBodyLine || !(text.IsWhiteSpace() || text.StartsWith("Subject: ") || text.StartsWith("Date: ")))
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex("^['\"]?(?<name>.+?)['\"]? via .+$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Via();
}
