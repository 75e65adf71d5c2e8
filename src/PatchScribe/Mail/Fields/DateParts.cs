namespace PatchScribe.Mail.Fields;

/// <summary>What the words of a date have said so far; each word is taken for what its shape says, whatever the order.</summary>
internal ref struct DateParts
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private int? day;
    private int? month;
    private int? year;
    private int? hour;
    private int minute;
    private int second;
    private int? zoneMinutes;

    /// <summary>Takes one word: a day, a month, a year, a time, a zone; anything else is ignored.</summary>
    public void Take(ReadOnlySpan<char> word)
    {
        if (word.Length > 11 && word[4] == '-' && word[10] is 'T' or 't')
        {
            Take(word[..10]);
            Take(word[11..]);
        }
        else if (word.Contains(':') && char.IsAsciiDigit(word[0]))
        {
            TakeTime(word);
        }
        else if (word[0] is '+' or '-' && hour is not null)
        {
            TakeOffset(word);
        }
        else if (char.IsAsciiLetter(word[0]))
        {
            TakeName(word);
        }
        else if (word.IndexOfAny("-/.") > 0 && char.IsAsciiDigit(word[0]))
        {
            TakeDate(word);
        }
        else if (Number(word) is { } number)
        {
            TakeNumber(number, word.Length);
        }
    }

    /// <summary>The time in UTC, or null when a part is missing or impossible.</summary>
    public readonly DateTimeOffset? ToUtc()
    {
        if (day is not { } d || month is not { } m || year is not { } y || hour is not { } h
            || d < 1 || y is < 1 or > 9998 || h > 23 || minute > 59 || second > 60 || d > DateTime.DaysInMonth(y, m))
        {
            return null;
        }

        var local = new DateTime(y, m, d, h, minute, Math.Min(second, 59), DateTimeKind.Utc);
        return new DateTimeOffset(local.AddMinutes(-(zoneMinutes ?? 0)));
    }

    /// <summary>h:m, h:m:s, with a fraction, and with a zone glued to it.</summary>
    private void TakeTime(ReadOnlySpan<char> word)
    {
        if (hour is not null)
        {
            return;
        }

        var time = Leading(word, static c => char.IsAsciiDigit(c) || c == ':');
        Span<Range> pieces = stackalloc Range[4];
        var count = time.Split(pieces, ':');
        hour = Number(time[pieces[0]]);
        minute = Number(time[pieces[1]]) ?? 99;
        second = count > 2 ? Number(time[pieces[2]]) ?? 0 : 0;
        var rest = word[time.Length..];
        if (rest is ['.', ..])
        {
            rest = rest[(1 + Leading(rest[1..], char.IsAsciiDigit).Length)..];
        }

        if (!rest.IsEmpty)
        {
            Take(rest);
        }
    }

    /// <summary>+hhmm, +hmm, +hh, +hh:mm.</summary>
    private void TakeOffset(ReadOnlySpan<char> word)
    {
        var text = word[1..];
        var colon = text.IndexOf(':');
        var digits = Leading(text, char.IsAsciiDigit);
        int? hours, minutes;
        if (colon >= 0)
        {
            (hours, minutes) = (Number(text[..colon]), Number(Leading(text[(colon + 1)..], char.IsAsciiDigit)));
        }
        else
        {
            (hours, minutes) = digits.Length > 2 ? (Number(digits[..^2]), Number(digits[^2..])) : (Number(digits), 0);
        }

        if (hours is <= 99 && minutes is <= 99 && zoneMinutes is null)
        {
            zoneMinutes = ((hours * 60) + minutes) * (word[0] == '-' ? -1 : 1);
        }
    }

    private void TakeName(ReadOnlySpan<char> word)
    {
        var letters = Leading(word, char.IsAsciiLetter);
        if (ZoneNames.Find(letters) is { } zone && hour is not null)
        {
            zoneMinutes ??= letters.Length == word.Length ? zone : null;
            if (letters.Length < word.Length && word[letters.Length] is '+' or '-')
            {
                TakeOffset(word[letters.Length..]);
            }
        }
        else if (letters.Equals("PM", StringComparison.OrdinalIgnoreCase) && hour is < 12)
        {
            hour += 12;
        }
        else if (letters.Equals("AM", StringComparison.OrdinalIgnoreCase) && hour == 12)
        {
            hour = 0;
        }
        else if (Month(letters) is { } found)
        {
            month ??= found;
        }
    }

    /// <summary>dd-Mon-yyyy, yyyy-mm-dd, and RFC 3339 with its T and time.</summary>
    private void TakeDate(ReadOnlySpan<char> word)
    {
        Span<Range> pieces = stackalloc Range[4];
        if (word.SplitAny(pieces, "-/.") < 3)
        {
            return;
        }

        var first = word[pieces[0]];
        var middle = word[pieces[1]];
        var last = word[pieces[2]];
        var iso = first.Length == 4 && Number(middle) is >= 1 and <= 12;
        if (iso || Month(middle) is not null)
        {
            month = iso ? Number(middle) : Month(middle);
            TakeNumber(Number(iso ? Leading(last, char.IsAsciiDigit) : first) ?? 99, 2);
            TakeNumber(Number(iso ? first : last) ?? 0, iso ? 4 : last.Length);
        }
    }

    private void TakeNumber(int number, int digits)
    {
        if (digits <= 2 && day is null && number is >= 1 and <= 31)
        {
            day = number;
        }
        else if (year is null)
        {
            year = digits >= 4 ? number : digits == 3 || number >= 50 ? 1900 + number : 2000 + number;
        }
    }

    private static ReadOnlySpan<char> Leading(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var end = 0;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static int? Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return null;
        }

        var at = Months.AsSpan().IndexOf(word[..3], StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : null;
    }

    private static int? Number(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 6 && int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) ? number : null;
}
