namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Where a new trailer stands among those that are there: what the change mends first, then where it was reported, who
/// is told, who reviewed; the sender's own Signed-off-by stays last (chain of custody). The order of submitting-patches
/// (Linux), submitting-a-patch (QEMU) and SubmittingPatches (git); trailers that are there are never moved.
/// </summary>
internal static class TrailerOrder
{
    private static readonly string[] First = ["Fixes", "Resolves", "Closes", "Buglink", "Reported-by", "Suggested-by"];

    /// <summary>Index at which the trailer is to be inserted.</summary>
    public static int PlaceOf(string trailer, IReadOnlyList<LogTrailer> present)
    {
        var rank = Rank(trailer);
        if (rank < First.Length)
        {
            var later = present.TakeWhile(one => Rank(one.Text) <= rank).Count();
            return later;
        }

        var signedOff = present.Count > 0 && Token(present[^1].Text).Equals("Signed-off-by", StringComparison.OrdinalIgnoreCase);
        return signedOff ? present.Count - 1 : present.Count;
    }

    /// <summary>Equal by token and address, letter case aside; by the whole value when there is no address.</summary>
    public static bool Same(string a, string b) =>
        Token(a).Equals(Token(b), StringComparison.OrdinalIgnoreCase) && Value(a).Equals(Value(b), StringComparison.OrdinalIgnoreCase);

    private static int Rank(string trailer)
    {
        var rank = Array.FindIndex(First, token => token.Equals(Token(trailer), StringComparison.OrdinalIgnoreCase));
        return rank < 0 ? First.Length : rank;
    }

    private static string Token(string trailer) => trailer[..Math.Max(trailer.IndexOf(':', StringComparison.Ordinal), 0)].Trim();

    private static string Value(string trailer)
    {
        var value = trailer[(trailer.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var open = value.IndexOf('<', StringComparison.Ordinal);
        var close = value.IndexOf('>', StringComparison.Ordinal);
        return open >= 0 && close > open ? value[(open + 1)..close] : value;
    }
}
