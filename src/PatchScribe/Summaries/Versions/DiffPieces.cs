using DiffPlex.Model;
using PatchScribe.Diffs.Words;

namespace PatchScribe.Summaries.Versions;

/// <summary>Puts the blocks of a DiffPlex result into one sequence: equal pieces, and before each equal run what was removed and added.</summary>
internal static class DiffPieces
{
    public static IEnumerable<TextPiece> InOrder(DiffResult diff)
    {
        var (old, next) = (0, 0);
        foreach (var block in diff.DiffBlocks)
        {
            for (; next < block.InsertStartB; old++, next++)
            {
                yield return new TextPiece("equal", diff.PiecesNew[next]);
            }

            for (var end = block.DeleteStartA + block.DeleteCountA; old < end; old++)
            {
                yield return new TextPiece("removed", diff.PiecesOld[old]);
            }

            for (var end = block.InsertStartB + block.InsertCountB; next < end; next++)
            {
                yield return new TextPiece("added", diff.PiecesNew[next]);
            }
        }

        for (; next < diff.PiecesNew.Length; next++)
        {
            yield return new TextPiece("equal", diff.PiecesNew[next]);
        }
    }
}
