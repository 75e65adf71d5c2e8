using System.Text;

namespace PatchScribe.Archive.Words;

/// <summary>
/// The distinct words of each column of one mail. A mail repeats its words four times on average; the index needs each
/// once, because phrases are proved on the mail itself. Reused from mail to mail, on one thread.
/// </summary>
internal sealed class WordSet : IWordSink
{
    /// <summary>Distinct words of one mail that are indexed; what is beyond (a dump, a dictionary) is left out.</summary>
    public const int MaxWords = 50_000;

    private static readonly int Columns = Enum.GetValues<WordColumn>().Length;
    private readonly char[]?[] texts = new char[Columns][];
    private readonly int[] lengths = new int[Columns];
    private Slot[] slots = new Slot[1 << 12];
    private int mail;
    private int count;

    /// <summary>True when words were left out.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Forgets the mail before.</summary>
    public void Clear()
    {
        Array.Clear(lengths);
        mail++;
        count = 0;
        Overflowed = false;
    }

    /// <summary>The words of a column in UTF-8 with a blank behind each; null when there are none.</summary>
    public byte[]? Words(WordColumn column) => lengths[(int)column] == 0 ? null : Encoding.UTF8.GetBytes(texts[(int)column]!, 0, lengths[(int)column]);

    /// <inheritdoc/>
    public void AddText(WordColumn column, ReadOnlySpan<char> text)
    {
        var words = new WordScanner(text);
        while (words.Next(out var word))
        {
            Add(column, word);
        }
    }

    /// <inheritdoc/>
    public void AddWhole(WordColumn column, ReadOnlySpan<char> word)
    {
        if (word.Length is > 0 and <= 4 * WordScanner.MaxWord)
        {
            Span<char> joined = stackalloc char[word.Length];
            for (var i = 0; i < word.Length; i++)
            {
                joined[i] = WordScanner.IsWordCharacter(word[i]) ? word[i] : WordScanner.Joint;
            }

            Add(column, joined);
        }
    }

    private void Add(WordColumn column, ReadOnlySpan<char> word)
    {
        var c = (int)column;
        var length = lengths[c];
        var text = texts[c] ??= new char[1 << 10];
        if (text.Length < length + word.Length + 1)
        {
            Array.Resize(ref text, Math.Max(text.Length * 2, length + word.Length + 1));
            texts[c] = text;
        }

        var hash = (uint)c + 1;
        for (var i = 0; i < word.Length; i++)
        {
            var lower = WordScanner.ToLower(word[i]);
            text[length + i] = lower;
            hash = (hash ^ lower) * 16777619;
        }

        if (IsNew(c, text, length, word.Length, hash))
        {
            text[length + word.Length] = ' ';
            lengths[c] = length + word.Length + 1;
        }
    }

    private bool IsNew(int column, char[] text, int start, int length, uint hash)
    {
        var mask = slots.Length - 1;
        var at = (int)(hash ^ (hash >> 15)) & mask;
        while (slots[at].Mail == mail)
        {
            ref var slot = ref slots[at];
            if (slot.Hash == hash && slot.Column == column && slot.Length == length && text.AsSpan(slot.Start, length).SequenceEqual(text.AsSpan(start, length)))
            {
                return false;
            }

            at = (at + 1) & mask;
        }

        if (count >= MaxWords)
        {
            Overflowed = true;
            return false;
        }

        slots[at] = new Slot { Mail = mail, Hash = hash, Column = (short)column, Length = (short)length, Start = start };
        if (++count * 2 > slots.Length)
        {
            Grow();
        }

        return true;
    }

    private void Grow()
    {
        var old = slots;
        slots = new Slot[old.Length * 2];
        var mask = slots.Length - 1;
        foreach (var slot in old.Where(slot => slot.Mail == mail))
        {
            var at = (int)(slot.Hash ^ (slot.Hash >> 15)) & mask;
            while (slots[at].Mail == mail)
            {
                at = (at + 1) & mask;
            }

            slots[at] = slot;
        }
    }

    private struct Slot
    {
        public int Mail;
        public uint Hash;
        public int Start;
        public short Column;
        public short Length;
    }
}
