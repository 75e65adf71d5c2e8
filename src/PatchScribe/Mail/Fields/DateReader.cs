namespace PatchScribe.Mail.Fields;

/// <summary>
/// Reads a date of a mail in every form met: RFC 5322 section 3.3 and its obsolete forms (two-digit years, zone names,
/// comments), asctime(3), RFC 3339, hyphens between day, month and year, a missing weekday, comma, second or zone.
/// </summary>
internal static class DateReader
{
    private const int MaxLength = 200;

    /// <summary>The time in UTC; a missing or unknown zone is UTC; null when there is no day, month, year and hour.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<char> value)
    {
        var text = value[..Math.Min(value.Length, MaxLength)];
        var date = new DateParts();
        while (!(text = text.TrimStart(" \t,;")).IsEmpty)
        {
            if (text[0] == '(')
            {
                var close = text.IndexOf(')');
                text = close < 0 ? [] : text[(close + 1)..];
                continue;
            }

            var end = text.IndexOfAny(" \t,;(");
            date.Take(end < 0 ? text : text[..end]);
            text = end < 0 ? [] : text[end..];
        }

        return date.ToUtc();
    }
}
