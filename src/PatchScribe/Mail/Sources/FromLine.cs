using System.Buffers;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// Tells the From_ line that separates messages of an mbox (<c>From sender Mon Jan  5 10:00:00 2026</c>, with the zone and
/// remote names that programs add) from a sentence that begins with "From ".
/// </summary>
internal static class FromLine
{
    /// <summary>The sender of From_ lines written here, as of public-inbox: what follows is an mboxrd for certain.</summary>
    public const string OwnSender = "mboxrd@z";

    private const int MaxLength = 1000;
    private static readonly SearchValues<byte> Hex = SearchValues.Create("0123456789abcdef"u8);
    private static readonly SearchValues<byte> Clock = SearchValues.Create("0123456789:"u8);

    /// <summary>True when the line begins with "From " and holds a month, a time of day and a year.</summary>
    public static bool Is(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > MaxLength)
        {
            return false;
        }

        var (month, time, year) = (false, false, false);
        var rest = line[5..];
        while (!(rest = rest.TrimStart(" \t\r\n,"u8)).IsEmpty)
        {
            var end = rest.IndexOfAny(" \t\r\n,"u8);
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[end..];
            month |= word.Length == 3 && IsMonth(word);
            time |= month && IsTime(word);
            year |= month && word.Length == 4 && !word.ContainsAnyExceptInRange((byte)'0', (byte)'9') && word[0] is (byte)'1' or (byte)'2';
        }

        return month && time && year;
    }

    /// <summary>True for a From_ line written by public-inbox or here.</summary>
    public static bool IsOwn(ReadOnlySpan<byte> line) => line.StartsWith("From mboxrd@z "u8);

    /// <summary>True for the line that git-format-patch(1) writes: a commit id and a date that never changes.</summary>
    public static bool IsOfPatch(ReadOnlySpan<byte> line)
    {
        var sender = line.Length > 5 ? line[5..] : [];
        var end = sender.IndexOf((byte)' ');
        return end is 40 or 64 && sender[(end + 1)..].StartsWith("Mon Sep 17 00:00:00 2001"u8)
            && sender[..end].IndexOfAnyExcept(Hex) < 0;
    }

    private static bool IsMonth(ReadOnlySpan<byte> word)
    {
        var at = "JanFebMarAprMayJunJulAugSepOctNovDec"u8.IndexOf(word);
        return at >= 0 && at % 3 == 0;
    }

    /// <summary>h:mm or hh:mm:ss.</summary>
    private static bool IsTime(ReadOnlySpan<byte> word) =>
        word.IndexOf((byte)':') is 1 or 2 && word.Length is >= 4 and <= 8 && word.IndexOfAnyExcept(Clock) < 0;
}
