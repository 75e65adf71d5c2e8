using System.Text.RegularExpressions;
using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Finds the blocks of a mail in which somebody writes out a text: between fences or scissors, indented under a lead-in,
/// or the paragraphs under a lead-in that ends in a colon.
/// </summary>
internal static partial class BlockFinder
{
    private static readonly (string Open, string Close)[] Fences = [("{{{", "}}}"), ("```", "```"), ("~~~", "~~~"), ("\"\"\"", "\"\"\"")];

    /// <summary>Blocks of one mail in order of line; <paramref name="remarks"/> are that mail's.</summary>
    public static IEnumerable<ProposedText> Find(string body, IReadOnlyList<Remark> remarks)
    {
        var lines = body.Split('\n');
        var taken = 0;
        for (var i = 0; i < remarks.Count; i++)
        {
            var remark = remarks[i];
            if (remark.FirstLine <= taken)
            {
                continue;
            }

            if (FencedBlock(lines, remarks, i) is { } fenced)
            {
                taken = fenced.LastLine + 1;
                yield return fenced;
            }
            else if (IndentedBlock(lines, remarks, i) is { } indented)
            {
                taken = indented.LastLine;
                yield return indented;
            }
            else if (IsLeadIn(remark) && FollowingParagraphs(lines, remarks, i) is { } plain)
            {
                taken = plain.LastLine;
                yield return plain;
            }
        }
    }

    /// <summary>A fence that opens on some line of the remark and closes below, quotation or not between them.</summary>
    private static ProposedText? FencedBlock(string[] lines, IReadOnlyList<Remark> remarks, int index)
    {
        var remark = remarks[index];
        foreach (var line in remark.Lines)
        {
            var text = line.Text.Trim();
            var fence = Array.Find(Fences, fence => text.StartsWith(fence.Open, StringComparison.Ordinal) && text.Length <= fence.Open.Length + 12);
            var scissors = Scissors().IsMatch(text);
            if (fence.Open is null && !scissors)
            {
                continue;
            }

            var end = line.Number;
            while (end < lines.Length && !(scissors ? Scissors().IsMatch(lines[end].Trim()) : lines[end].Trim() == fence.Close))
            {
                end++;
            }

            if (end >= lines.Length && !scissors)
            {
                return null;
            }

            var lead = line.Number == remark.FirstLine ? (index > 0 && remarks[index - 1].Run == remark.Run ? remarks[index - 1].Text : "")
                : string.Join(' ', remark.Lines.TakeWhile(one => one.Number < line.Number).Select(one => one.Text));
            return Block(remark, lines, line.Number + 1, end, lead, fenced: true);
        }

        return null;
    }

    /// <summary>An indented paragraph under words that end in a colon; further indented paragraphs belong to it.</summary>
    private static ProposedText? IndentedBlock(string[] lines, IReadOnlyList<Remark> remarks, int index)
    {
        var remark = remarks[index];
        if (!IsIndented(remark) || index == 0 || remarks[index - 1].Run != remark.Run || !(remarks[index - 1].Text.EndsWith(':') || remarks[index - 1].Text.EndsWith("...", StringComparison.Ordinal)))
        {
            return null;
        }

        var last = index;
        while (last + 1 < remarks.Count && remarks[last + 1].Run == remark.Run && IsIndented(remarks[last + 1]))
        {
            last++;
        }

        return Block(remark, lines, remark.FirstLine, remarks[last].LastLine, remarks[index - 1].Text, fenced: false);
    }

    /// <summary>Under "how about:" everything up to the end of the run, a closing question or thanks.</summary>
    private static ProposedText? FollowingParagraphs(string[] lines, IReadOnlyList<Remark> remarks, int index)
    {
        var last = index;
        while (last + 1 < remarks.Count && remarks[last + 1].Run == remarks[index].Run && !IsOutside(remarks[last + 1]))
        {
            last++;
        }

        var start = index + 1 < remarks.Count ? remarks[index + 1] : null;
        return last == index || IsIndented(start!) || start!.Lines[0].Text.TrimStart() is ['`' or '{' or '~' or '$', ..] || Scissors().IsMatch(start.Lines[0].Text)
            ? null
            : Block(start, lines, start.FirstLine, remarks[last].LastLine, remarks[index].Text, fenced: false);
    }

    private static bool IsLeadIn(Remark remark) =>
        (remark.Text.EndsWith(':') || remark.Text.EndsWith("...", StringComparison.Ordinal)) && Words.LeadIn().IsMatch(Statements.Sentences.Of(remark.Text).Last());

    private static bool IsOutside(Remark remark) =>
        (remark.Text.EndsWith('?') && remark.Text.Length < 120) || Words.Agrees().IsMatch(remark.Text) || Words.Approves().IsMatch(remark.Text)
        || remark.Text.StartsWith("diff --git", StringComparison.Ordinal) || (Threads.TrailerReader.Read(remark.Lines[0].Text).Count > 0);

    private static bool IsIndented(Remark remark) => remark.Lines.All(line => line.Text.Replace('\u00a0', ' ').StartsWith("  ", StringComparison.Ordinal) || line.Text.StartsWith('\t'));

    private static ProposedText? Block(Remark remark, string[] lines, int first, int end, string lead, bool fenced)
    {
        while (first <= end && string.IsNullOrWhiteSpace(lines[first - 1]))
        {
            first++;
        }

        while (end >= first && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        if (end < first)
        {
            return null;
        }

        var text = lines[(first - 1)..end];
        var indent = text.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart(' ', '\t').Length);
        return new ProposedText(remark, first, end, string.Join('\n', text.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : "")), lead, fenced);
    }

    [GeneratedRegex(@"^[-<>8%\s]*(8<|>8|%<|>%)[-<>8%\s]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scissors();
}
