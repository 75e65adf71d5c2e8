using System.Globalization;
using System.Security.Cryptography;
using PatchScribe.Diagnostics;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail;

/// <summary>The bytes of one RFC 5322 message to a decoded message; damage becomes diagnostics, never an exception.</summary>
internal static class MessageReader
{
    /// <summary>Decodes one message found at a 1-based line of a source.</summary>
    public static MailMessage Read(byte[] raw, string? source, int? line)
    {
        var (fields, start) = HeaderReader.Read(raw);
        var diagnostics = new List<Diagnostic>();
        var parts = PartReader.Read(raw, diagnostics, source);
        var body = parts.FirstOrDefault(p => p.Type == "text/plain" && p.Text is not null)
            ?? parts.FirstOrDefault(p => p.Text is not null);
        var from = AddressReader.Read(HeaderReader.First(fields, "From")) is [var first, ..] ? first : new MailAddress("", "");
        var id = Ids(HeaderReader.First(fields, "Message-ID")).FirstOrDefault();
        if (fields.Count == 0)
        {
            diagnostics.Add(new(DiagnosticIds.MailHeadersMissing, Severity.Warning, "message without any header field; its bytes are kept as its body", source, line));
        }
        else if (id is null)
        {
            diagnostics.Add(new(DiagnosticIds.MailMessageIdMissing, Severity.Note, "message without a Message-ID; one was made from its content", source, line));
        }

        var type = HeaderReader.First(fields, "Content-Type");
        var subject = EncodedWords.Decode(HeaderReader.First(fields, "Subject"));
        return new MailMessage
        {
            MessageId = id ?? $"{Convert.ToHexStringLower(SHA256.HashData(raw))[..32]}@patchscribe.invalid",
            Synthetic = id is null,
            From = from,
            Author = AuthorReader.Read(from, fields, subject, body?.Text ?? ""),
            To = AddressReader.Read(HeaderReader.First(fields, "To")),
            Cc = AddressReader.Read(HeaderReader.First(fields, "Cc")),
            Subject = subject,
            Date = ReadDate(HeaderReader.First(fields, "Date")) ?? ReadDate(HeaderReader.First(fields, "Received").Split(';')[^1]),
            InReplyTo = Ids(HeaderReader.First(fields, "In-Reply-To")).FirstOrDefault(),
            References = [.. Ids(HeaderReader.First(fields, "References")).Distinct(StringComparer.Ordinal)],
            Body = body?.Text ?? "",
            Flowed = "flowed".Equals(HeaderReader.Parameter(type, "format"), StringComparison.OrdinalIgnoreCase),
            DelSp = "yes".Equals(HeaderReader.Parameter(type, "delsp"), StringComparison.OrdinalIgnoreCase),
            Parts = parts,
            Headers = [.. fields.Select(f => f with { Value = EncodedWords.Decode(f.Value) })],
            Source = source,
            SourceLine = line,
            BodyLine = IsAsSent(type, HeaderReader.First(fields, "Content-Transfer-Encoding")) ? line + raw.AsSpan(0, start).Count((byte)'\n') : null,
            Diagnostics = diagnostics,
            Raw = raw,
        };
    }

    /// <summary>True when the body's lines are the source's lines: one text part without transfer encoding.</summary>
    private static bool IsAsSent(string type, string encoding) =>
        (type.Length == 0 || type.TrimStart().StartsWith("text/", StringComparison.OrdinalIgnoreCase))
        && encoding.Trim().ToLowerInvariant() is "" or "7bit" or "8bit" or "binary";

    private static IEnumerable<string> Ids(string value)
    {
        for (var open = value.IndexOf('<'); open >= 0; open = value.IndexOf('<', open + 1))
        {
            var close = value.IndexOf('>', open);
            if (close > open + 1)
            {
                yield return value[(open + 1)..close].Trim();
            }
        }
    }

    private static DateTimeOffset? ReadDate(string value)
    {
        var comment = value.IndexOf('(');
        var text = (comment < 0 ? value : value[..comment]).Trim();
        text = text[(text.IndexOf(',') + 1)..].Trim();
        string[] formats = ["d MMM yyyy H:m:s zzz", "d MMM yyyy H:m zzz", "d MMM yyyy H:m:s 'GMT'", "d MMM yyyy H:m:s 'UT'"];
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture,
            DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var date) ? date.ToUniversalTime() : null;
    }
}
