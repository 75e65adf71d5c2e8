namespace PatchScribe.Archive.Words;

/// <summary>
/// Takes text apart into words as the index knows them: letters, digits and <c>_</c> in any script, in lower case.
/// <c>CONFIG_IOMMUFD</c> is one word, as it is for public-inbox. Longer words than <see cref="MaxWord"/> (encoded data) are no words.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    /// <summary>Characters of the longest word; an object id of SHA-256 fits.</summary>
    public const int MaxWord = 64;

    /// <summary>What stands for <c>/</c>, <c>.</c> and <c>-</c> in a word that is not taken apart: a private letter, no word has it by itself.</summary>
    public const char Joint = '\uE000';

    private static readonly byte[] Lower = MakeTable();
    private ReadOnlySpan<char> rest = text;

    /// <summary>Moves to the next word, as it is written; false at the end.</summary>
    public bool Next(out ReadOnlySpan<char> word)
    {
        while (true)
        {
            var start = 0;
            while (start < rest.Length && !IsWordCharacter(rest[start]))
            {
                start++;
            }

            var end = start;
            while (end < rest.Length && IsWordCharacter(rest[end]))
            {
                end++;
            }

            word = rest[start..end];
            rest = rest[end..];
            if (word.Length <= MaxWord)
            {
                return word.Length > 0;
            }
        }
    }

    /// <summary>A letter, digit or <c>_</c>; half of a pair beyond the first 65,536 characters counts as a letter.</summary>
    public static bool IsWordCharacter(char c) => c < 128 ? Lower[c] != 0 : IsOther(c);

    /// <summary>The character in lower case.</summary>
    public static char ToLower(char c) => c < 128 ? (char)Lower[c] : char.ToLowerInvariant(c);

    private static bool IsOther(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == Joint;

    private static byte[] MakeTable()
    {
        var table = new byte[128];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = char.IsAsciiLetterOrDigit((char)c) || c == '_' ? (byte)char.ToLowerInvariant((char)c) : (byte)0;
        }

        return table;
    }
}
