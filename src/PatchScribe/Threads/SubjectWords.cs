using System.Globalization;

namespace PatchScribe.Threads;

/// <summary>
/// Reads the inside of leading brackets: words between blanks and commas, and in them, glued or not, the first version
/// (<c>v2</c>, <c>-v2</c>, <c>PATCHv3</c>, <c>v5.1</c>) and the first number (<c>1/8</c>, <c>PATCH1/8</c>, <c>1 of 2</c>).
/// </summary>
internal sealed class SubjectWords(string text)
{
    private const int MaxDigits = 5;

    private static readonly string[] Glued = ["PATCH", "PATCHES", "RFC", "RESEND", "PULL", "REPOST"];

    public List<SubjectPart> Parts { get; } = [];

    public List<string> Tags { get; } = [];

    public decimal? Version { get; private set; }

    public int? Index { get; private set; }

    public int? Total { get; private set; }

    /// <summary>Takes the words of text[start..end].</summary>
    public void Read(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsSeparator(text[i]) && (i == start || IsSeparator(text[i - 1])))
            {
                var stop = i;
                while (stop < end && !IsSeparator(text[stop]))
                {
                    stop++;
                }

                Tags.Add(text[i..stop]);
                Parts.Add(new SubjectPart(SubjectPartKind.Word, i, stop - i));
            }

            if ((Version is null || Version % 1 != 0) && text[i] is 'v' or 'V' && MayStart(start, i, alone: true))
            {
                ReadVersion(i, end);
            }
            else if (Index is null && char.IsAsciiDigit(text[i]) && MayStart(start, i, alone: false))
            {
                ReadNumber(i, end);
            }
        }
    }

    /// <summary>Takes the digits at a place as the version.</summary>
    public void TakeVersion(int start, int length)
    {
        if (decimal.TryParse(text.AsSpan(start, length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Version = value;
            Parts.RemoveAll(part => part.Kind == SubjectPartKind.Version);
            Parts.Add(new SubjectPart(SubjectPartKind.Version, start, length));
        }
    }

    private void ReadVersion(int at, int end)
    {
        var stop = Digits(at + 1, end, 4);
        if (stop == at + 1)
        {
            return;
        }

        if (stop + 1 < end && text[stop] == '.' && Digits(stop + 1, end, 3) is var decimals && decimals > stop + 1)
        {
            stop = decimals;
        }

        if (stop == end || IsSeparator(text[stop]) || text[stop] is '/' or ']' or ')' or ':' || StartsGlued(stop, end))
        {
            var whole = !text.AsSpan(at + 1, stop - at - 1).Contains('.');
            if (Version is null || whole)
            {
                TakeVersion(at + 1, stop - at - 1);
            }
        }
    }

    private void ReadNumber(int at, int end)
    {
        var stop = Digits(at, end, MaxDigits);
        var slash = SkipBlanks(stop, end);
        var next = slash < end && text[slash] == '/' ? slash + 1
            : slash > stop && slash + 2 < end && text.AsSpan(slash, 2).Equals("of", StringComparison.OrdinalIgnoreCase) && text[slash + 2] == ' ' ? slash + 2 : -1;
        var second = next < 0 ? -1 : SkipBlanks(next, end);
        var last = second < 0 ? -1 : Digits(second, end, MaxDigits);
        if (last > second && (last == end || !(char.IsLetterOrDigit(text[last]) || text[last] is '/' or '.' or '-')))
        {
            (Index, Total) = (int.Parse(text.AsSpan(at, stop - at), CultureInfo.InvariantCulture), int.Parse(text.AsSpan(second, last - second), CultureInfo.InvariantCulture));
            Parts.Add(new SubjectPart(SubjectPartKind.Number, at, last - at));
        }
    }

    /// <summary>A version or number starts a word, or follows PATCH, RFC and the like; a version may follow a minus that starts the word.</summary>
    private bool MayStart(int start, int at, bool alone)
    {
        if (at == start || IsSeparator(text[at - 1]) || text[at - 1] is '(' or '[')
        {
            return true;
        }

        var before = text.AsSpan(start, at - start);
        if (alone && before[^1] is '-' or '_')
        {
            before = before[..^1];
            if (before.IsEmpty || IsSeparator(before[^1]))
            {
                return true;
            }
        }

        foreach (var word in Glued)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool StartsGlued(int at, int end)
    {
        foreach (var word in Glued)
        {
            if (text.AsSpan(at, end - at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private int Digits(int at, int end, int most)
    {
        var start = at;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start > most ? start : at;
    }

    private int SkipBlanks(int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSeparator(char c) => c == ',' || c == ';' || char.IsWhiteSpace(c);
}
