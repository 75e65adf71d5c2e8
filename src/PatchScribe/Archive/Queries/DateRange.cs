using System.Globalization;

namespace PatchScribe.Archive.Queries;

/// <summary>
/// Reads a range of time, <c>FROM..UNTIL</c> with either side left out, or one day, month or year: <c>2024</c>, <c>202403</c>,
/// <c>2024-03-15</c>, <c>20240315</c>, <c>20240315103000</c>, <c>2.weeks.ago</c>, <c>yesterday</c>, all UTC. A side given by its day
/// includes the day.
/// </summary>
internal static class DateRange
{
    private static readonly string[] Seconds = ["yyyyMMddHHmmss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"];
    private static readonly string[] Days = ["yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd"];
    private static readonly string[] Months = ["yyyyMM", "yyyy-MM"];

    /// <summary>First second, and the second behind the last, since 1970; null when it is no range.</summary>
    public static (long? From, long? Until)? Parse(string text, DateTimeOffset now)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (first, last) = dots < 0 ? (text, text) : (text[..dots], text[(dots + 2)..]);
        if (first.Length == 0 && last.Length == 0)
        {
            return null;
        }

        (long From, long Until)? from = first.Length == 0 ? (0, 0) : Moment(first, now);
        (long From, long Until)? until = last.Length == 0 ? (0, 0) : Moment(last, now);
        return from is null || until is null ? null : (first.Length == 0 ? null : from.Value.From, last.Length == 0 ? null : until.Value.Until);
    }

    /// <summary>The stretch of time that one side names.</summary>
    public static (long From, long Until)? Moment(string text, DateTimeOffset now)
    {
        if (Exact(text, Seconds) is { } second)
        {
            return (second.ToUnixTimeSeconds(), second.ToUnixTimeSeconds() + 1);
        }

        if (Exact(text, Days) is { } day)
        {
            return Stretch(day, day.AddDays(1));
        }

        if (Exact(text, Months) is { } month)
        {
            return Stretch(month, month.Month == 12 && month.Year == 9999 ? month : month.AddMonths(1));
        }

        if (Exact(text, ["yyyy"]) is { } year)
        {
            return Stretch(year, year.Year == 9999 ? year : year.AddYears(1));
        }

        return Relative(text, now);
    }

    private static (long From, long Until)? Relative(string text, DateTimeOffset now)
    {
        if (text is "today" or "yesterday")
        {
            var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(text == "today" ? 0 : -1);
            return Stretch(day, day.AddDays(1));
        }

        if (text.Split('.', ' ') is not [var number, var unit, "ago"] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var days = unit.TrimEnd('s') switch
        {
            "hour" => 1 / 24.0,
            "day" => 1,
            "week" => 7,
            "month" => 30.44,
            "year" => 365.25,
            _ => 0,
        } * count;
        var then = now.ToUnixTimeSeconds() - (long)(days * 86400);
        return days is 0 or > 365_000 ? null : (then, then + 1);
    }

    private static (long From, long Until) Stretch(DateTimeOffset from, DateTimeOffset until) => (from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds());

    private static DateTimeOffset? Exact(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
