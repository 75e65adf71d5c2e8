using System.Text;
using DiffPlex;
using DiffPlex.Model;
using PatchScribe.Diagnostics;

namespace PatchScribe.Diffs.Words;

/// <summary>
/// Two texts compared paragraph by paragraph and, where two paragraphs have much in common, word by word (DiffPlex). The layout is
/// the new text's: a word that only moved to another line is no change.
/// </summary>
internal static class WordDiff
{
    /// <summary>Characters of both texts from which they are not compared: the old one is removed, the new one added.</summary>
    public const int MaxLength = 100_000;

    /// <summary>Shared words, of all words of both paragraphs, from which they are compared word by word.</summary>
    private const double MuchInCommon = 0.4;

    /// <summary>Pairs of paragraphs that are compared; of more, the old ones are removed and the new ones added.</summary>
    private const int MaxPairs = 10_000;

    /// <summary>Pieces in order, neighbours of one kind joined; empty when the texts are equal but for white space.</summary>
    public static IReadOnlyList<TextPiece> Compare(string old, string next)
    {
        var pieces = new PieceList();
        if (old.Length + next.Length > MaxLength)
        {
            pieces.AddOld(old.Trim('\n'));
            pieces.AddNew("added", next.Trim('\n'));
            return pieces.All;
        }

        var (before, after) = (Paragraphs(old), Paragraphs(next));
        var at = 0;
        foreach (var block in Blocks([.. before.Select(Quotation.OneLine)], [.. after.Select(Quotation.OneLine)]))
        {
            pieces.AddNew("equal", after[at..block.InsertStartB]);
            AddChanged(pieces, before[block.DeleteStartA..(block.DeleteStartA + block.DeleteCountA)], after[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]);
            at = block.InsertStartB + block.InsertCountB;
        }

        pieces.AddNew("equal", after[at..]);
        return pieces.All is [{ Kind: "equal" }] or [] ? [] : pieces.All;
    }

    /// <summary>True for a result that only holds both texts because they are too long.</summary>
    public static bool IsTooLong(IReadOnlyList<TextPiece> pieces) => pieces.Sum(piece => piece.Kind == "equal" ? 0 : piece.Text.Length) > MaxLength;

    /// <summary>The new text with what changed in the marks of git-diff(1) --word-diff: <c>[-gone-]{+new+}</c>.</summary>
    public static string Marked(string old, string next) => Compare(old, next) is { Count: > 0 } pieces ? Marked(pieces) : next.Trim('\n');

    private static string Marked(IEnumerable<TextPiece> pieces)
    {
        var text = new StringBuilder();
        var before = "";
        foreach (var piece in pieces)
        {
            var words = piece.Text.Trim();
            var from = piece.Text.IndexOf(words, StringComparison.Ordinal);
            var replaces = before == "removed" && piece.Kind == "added" && !piece.Text.AsSpan(0, from).Contains('\n');
            text.Append(replaces ? "" : piece.Text.AsSpan(0, from));
            text.Append(piece.Kind switch { "removed" => Marked(words, "[-", "-]"), "added" => Marked(words, "{+", "+}"), _ => words }).Append(piece.Text.AsSpan(from + words.Length));
            before = piece.Kind;
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Each paragraph in marks of its own.</summary>
    private static string Marked(string words, string open, string close) => open + words.Replace("\n\n", close + "\n\n" + open, StringComparison.Ordinal) + close;

    /// <summary>Old and new paragraphs meet in order when they have much in common; the others are gone, or new, as a whole.</summary>
    private static void AddChanged(PieceList pieces, string[] gone, string[] added)
    {
        var old = Array.ConvertAll(gone, Words);
        var next = Array.ConvertAll(added, Words);
        if ((long)gone.Length * added.Length > MaxPairs || !Array.Exists(next, words => Array.Exists(old, one => Share(one, words) >= MuchInCommon)))
        {
            pieces.AddOld(gone);
            pieces.AddNew("added", added);
            return;
        }

        var at = 0;
        for (var i = 0; i < added.Length; i++)
        {
            var like = Array.FindIndex(old, at, one => Share(one, next[i]) >= MuchInCommon);
            if (like < 0)
            {
                pieces.AddNew("added", added[i]);
                continue;
            }

            pieces.AddOld(gone[at..like]);
            AddWords(pieces, old[like], next[i]);
            at = like + 1;
        }

        pieces.AddOld(gone[at..]);
    }

    private static void AddWords(PieceList pieces, Word[] old, Word[] next)
    {
        pieces.StartParagraph();
        var at = 0;
        foreach (var block in Blocks([.. old.Select(word => word.Text)], [.. next.Select(word => word.Text)]))
        {
            pieces.AddWords("equal", next.AsSpan(at, block.InsertStartB - at));
            pieces.AddWords("removed", old.AsSpan(block.DeleteStartA, block.DeleteCountA));
            pieces.AddWords("added", next.AsSpan(block.InsertStartB, block.InsertCountB));
            at = block.InsertStartB + block.InsertCountB;
        }

        pieces.AddWords("equal", next.AsSpan(at));
    }

    private static IList<DiffBlock> Blocks(string[] old, string[] next) =>
        new Differ().CreateLineDiffs(string.Join('\n', old), string.Join('\n', next), ignoreWhitespace: false).DiffBlocks;

    private static double Share(Word[] old, Word[] next)
    {
        var known = next.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        return old.Length == 0 ? 0 : (double)old.Count(word => known.Contains(word.Text)) / Math.Max(old.Length, next.Length);
    }

    private static string[] Paragraphs(string text) =>
        [.. text.Split("\n\n").Select(paragraph => paragraph.Trim('\n')).Where(paragraph => !string.IsNullOrWhiteSpace(paragraph))];

    private static Word[] Words(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var space = i;
            while (i < text.Length && char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            var word = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            if (i > word)
            {
                words.Add(new Word(text[word..i], text[space..word]));
            }
        }

        return [.. words];
    }

    /// <summary>A word with the blanks and line ends before it.</summary>
    private readonly record struct Word(string Text, string Space);

    /// <summary>Pieces that grow; an empty line stands between two paragraphs of the new text and beside an old one.</summary>
    private sealed class PieceList
    {
        private readonly List<(string Kind, StringBuilder Text)> pieces = [];
        private string open = "";
        private bool written;

        public IReadOnlyList<TextPiece> All => [.. pieces.Select(piece => new TextPiece(piece.Kind, piece.Text.ToString()))];

        public void AddNew(string kind, params string[] paragraphs)
        {
            foreach (var paragraph in paragraphs)
            {
                StartParagraph();
                Add(kind, open + paragraph);
                open = "";
            }
        }

        public void AddOld(params string[] paragraphs)
        {
            foreach (var paragraph in paragraphs)
            {
                Add("removed", written ? "\n\n" + paragraph : paragraph + "\n\n");
            }
        }

        public void StartParagraph()
        {
            open = written ? "\n\n" : "";
            written = true;
        }

        public void AddWords(string kind, ReadOnlySpan<Word> words)
        {
            foreach (var word in words)
            {
                var space = word.Space.Length == 0 && open.Length == 0 && pieces.Count > 0 ? " " : word.Space;
                Add(kind, open + space + word.Text);
                open = "";
            }
        }

        private void Add(string kind, string text)
        {
            if (pieces.Count > 0 && pieces[^1].Kind == kind)
            {
                pieces[^1].Text.Append(text);
            }
            else
            {
                pieces.Add((kind, new StringBuilder(text)));
            }
        }
    }
}
