using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Quoting;
using PatchScribe.Review.Remarks;
using PatchScribe.Review.Statements;
using PatchScribe.Threads;

namespace PatchScribe.Review.Proposals;

/// <summary>
/// Finds where in a mail somebody writes out a text: between fences or scissors, in quotation marks, indented under a
/// lead-in, or plain under a lead-in that ends in a colon; and where it ends.
/// </summary>
internal sealed partial class BlockFinder
{
    /// <summary>Lines that a sentence which leads to a text may take.</summary>
    private const int MaxLeadLines = 12;

    private readonly string[] body;
    private readonly List<ReplyLine> lines;
    private readonly IReadOnlyList<Remark> remarks;
    private int taken;

    private BlockFinder(List<ReplyLine> lines, IReadOnlyList<Remark> remarks)
    {
        body = [.. lines.Select(line => line.Kind == ReplyLineKind.Quoted ? "> " + line.Text : line.Text)];
        this.lines = lines;
        this.remarks = remarks;
    }

    /// <summary>Blocks of one mail in order of line; <paramref name="remarks"/> are that mail's.</summary>
    public static List<ProposedText> Find(List<ReplyLine> lines, IReadOnlyList<Remark> remarks)
    {
        var finder = new BlockFinder(lines, remarks);
        var found = new List<ProposedText>();
        for (var i = 0; i < remarks.Count; i++)
        {
            for (var j = 0; j < remarks[i].Lines.Count; j++)
            {
                if (remarks[i].Lines[j].Number > finder.taken && finder.BlockAt(i, j) is { } block)
                {
                    finder.taken = Math.Max(finder.taken, block.LastLine);
                    found.Add(block);
                }
            }
        }

        return found;
    }

    private ProposedText? BlockAt(int index, int line)
    {
        var remark = remarks[index];
        if (Fences.Opens(remark.Lines[line].Text))
        {
            return Fenced(index, line);
        }

        var text = remark.Lines[line].Text.TrimEnd();
        var last = line == remark.Lines.Count - 1;
        if (!text.EndsWith(':') && !text.EndsWith("...", StringComparison.Ordinal) && !text.EndsWith('…') && !(last && PointsDown().IsMatch(text)))
        {
            return IsQuotedAlone(remark, line) ? Block(remark, remark.FirstLine, remark.LastLine, "", Border.Fence) : null;
        }

        var lead = LastSentence(remark, line + 1);
        return IsLeadIn(lead) ? Under(lead, index, line) : null;
    }

    /// <summary>The sentence that ends before a line of a remark.</summary>
    private static string LastSentence(Remark remark, int end)
    {
        var from = Math.Max(0, end - MaxLeadLines);
        return Sentences.Of(string.Join(' ', Enumerable.Range(from, end - from).Select(i => remark.Lines[i].Text.Trim()))).LastOrDefault() ?? "";
    }

    private static bool IsLeadIn(string sentence) =>
        !Proposing.YoursAlready().IsMatch(sentence) && (Proposing.LeadIn().IsMatch(sentence)
        || (Proposing.WeakLeadIn().IsMatch(sentence) && (Topics.Log().IsMatch(sentence) || Topics.Subject().IsMatch(sentence) || Topics.Fixes().IsMatch(sentence) || Topics.MessageWords().IsMatch(sentence))));

    private ProposedText? Fenced(int index, int line)
    {
        var remark = remarks[index];
        var open = remark.Lines[line].Number;
        var close = Fences.Close(body, open - 1);
        if (Fences.IsScissors(body[open - 1]) && !(close < body.Length && Fences.IsScissors(body[close])))
        {
            // What follows scissors is the writer's up to the next quotation; without words that lead to it, it is no more than a cut.
            var foreign = lines.FindIndex(open, one => one.Kind is ReplyLineKind.Quoted or ReplyLineKind.Attribution);
            close = line > 0 || (index > 0 && remarks[index - 1].Run == remark.Run) ? foreign < 0 ? close : Math.Min(close, foreign) : -1;
        }

        if (close < 0)
        {
            return null;
        }

        var lead = line > 0 ? LastSentence(remark, line)
            : index > 0 && remarks[index - 1].Run == remark.Run ? LastSentence(remarks[index - 1], remarks[index - 1].Lines.Count) : "";
        var block = Block(remark, open + 1, close, lead, Border.Fence);
        taken = Math.Max(taken, close + 1);
        return block;
    }

    /// <summary>The text under a lead-in, on the next lines of its paragraph or in the next paragraphs of its section.</summary>
    private ProposedText? Under(string lead, int index, int line)
    {
        var remark = remarks[index];
        var inside = line + 1 < remark.Lines.Count;
        if (!inside && (index + 1 >= remarks.Count || remarks[index + 1].Run != remark.Run))
        {
            return null;
        }

        var start = inside ? remark.Lines[line + 1] : remarks[index + 1].Lines[0];
        if (Fences.Opens(start.Text) || !IsBlank(remark.Lines[line].Number + 1, start.Number - 1))
        {
            return null;
        }

        var at = inside ? index : index + 1;
        if (start.Text.TrimStart() is ['"' or '“', ..] && Quoted(lead, at, inside ? line + 1 : 0) is { } quoted)
        {
            return quoted;
        }

        if (IsIndented(start.Text))
        {
            return Indented(lead, at, inside ? line + 1 : 0);
        }

        return lead.EndsWith('?') || lead.EndsWith('.') && !lead.EndsWith("...", StringComparison.Ordinal) ? null : Plain(lead, at, inside ? line + 1 : 0);
    }

    /// <summary>A paragraph that opens with a quotation mark, up to the line that closes it.</summary>
    private ProposedText? Quoted(string lead, int index, int line)
    {
        var remark = remarks[index];
        var end = Enumerable.Range(line, remark.Lines.Count - line).FirstOrDefault(i => EndsQuoted().IsMatch(remark.Lines[i].Text), -1);
        return end < 0 ? null : Block(remark, remark.Lines[line].Number, remark.Lines[end].Number, lead, Border.Fence);
    }

    private ProposedText? Indented(string lead, int index, int line)
    {
        var remark = remarks[index];
        if (line + 1 < remark.Lines.Count && remark.Lines.Skip(line + 1).All(one => !IsIndented(one.Text)))
        {
            // A mailer broke the lines of an indented paragraph: the next ones have lost the indent.
            return Plain(lead, index, line);
        }

        var end = line;
        while (end + 1 < remark.Lines.Count && IsIndented(remark.Lines[end + 1].Text))
        {
            end++;
        }

        var last = remark.Lines[end].Number;
        for (var i = index + 1; end == remarks[i - 1].Lines.Count - 1 && i < remarks.Count && remarks[i].Run == remark.Run && remarks[i].Lines.All(one => IsIndented(one.Text)); i++)
        {
            end = remarks[i].Lines.Count - 1;
            last = remarks[i].LastLine;
        }

        return Block(remark, remark.Lines[line].Number, last, lead, Border.Indent);
    }

    /// <summary>
    /// Paragraphs without marks: a log may have many and ends behind its trailers, any other text is one paragraph. A
    /// paragraph that speaks to the reader is no part of it.
    /// </summary>
    private ProposedText? Plain(string lead, int index, int line)
    {
        var remark = remarks[index];
        var many = Topics.Log().IsMatch(lead) || remark.Topic.Kind is "log" or "trailer" || (remark.Topic.Kind is "unknown" && !Topics.Subject().IsMatch(lead) && !Topics.Message().IsMatch(lead));
        if (line == 0 && SpeaksToReader(remark))
        {
            return null;
        }

        var last = index;
        var (notes, trailers) = (HasTear(remark), IsTrailers(remark));
        while (many && last + 1 < remarks.Count && remarks[last + 1] is { } next && next.Run == remark.Run && IsBlank(remarks[last].LastLine + 1, next.FirstLine - 1)
            && (notes || (!SpeaksToReader(next) && (!trailers || IsTrailers(next)))))
        {
            last++;
            notes = notes || HasTear(next);
            trailers = IsTrailers(next);
        }

        return Block(remark, remark.Lines[line].Number, remarks[last].LastLine, lead, Border.Plain);
    }

    /// <summary>Nothing stands on these lines, no courtesy and no diff either.</summary>
    private bool IsBlank(int first, int last)
    {
        for (var line = first; line <= last; line++)
        {
            if (!string.IsNullOrWhiteSpace(body[line - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SpeaksToReader(Remark remark) =>
        (remark.Text.EndsWith('?') && remark.Text.Length < 200) || ToReader().IsMatch(remark.Text) || Answering.Agrees().IsMatch(remark.Text)
        || remark.Text.StartsWith("diff --git", StringComparison.Ordinal) || Fences.Opens(remark.Lines[0].Text) || remark.Lines[0].Text.StartsWith("$ ", StringComparison.Ordinal)
        || TrailerReader.Read(remark.Lines[0].Text) is [{ Token: "Reviewed-by" or "Acked-by" or "Tested-by" }];

    private static bool IsTrailers(Remark remark) => TrailerReader.Read(remark.Lines[^1].Text).Count > 0;

    private static bool HasTear(Remark remark) => remark.Lines.Any(line => line.Text.TrimEnd() == "---");

    private static bool IsQuotedAlone(Remark remark, int line) =>
        line == 0 && remark.Lines.Count <= 2 && remark.Place.Kind is "log" or "subject" && remark.Lines[0].Text.TrimStart() is ['"' or '“', ..] && remark.Text.Count(c => c is '"' or '“' or '”') == 2 && AloneQuoted().IsMatch(remark.Text);

    private static bool IsIndented(string line) => line.Replace('\u00a0', ' ') is [' ', ' ', ..] or ['\t', ..] or ['|', ' ', ..];

    private ProposedText? Block(Remark remark, int first, int end, string lead, Border border)
    {
        while (first <= end && string.IsNullOrWhiteSpace(body[first - 1]))
        {
            first++;
        }

        while (end >= first && string.IsNullOrWhiteSpace(body[end - 1]))
        {
            end--;
        }

        return end < first ? null : new ProposedText(remark, first, end, Text(body[(first - 1)..end]), lead, border);
    }

    /// <summary>The lines without what sets them off: a bar, the common indent, the indent of a first line that a mailer broke, quotation marks around the whole.</summary>
    private static string Text(string[] lines)
    {
        var clean = lines.Select(line => line.TrimEnd().Replace('\u00a0', ' ')).ToArray();
        if (clean.All(line => line.Length == 0 || line[0] == '|'))
        {
            clean = [.. clean.Select(line => line.Length == 0 ? line : line[1..])];
        }

        var indent = clean.Where(line => line.Trim().Length > 0).Min(Indent);
        clean = [.. clean.Select(line => line.Length >= indent ? line[indent..] : "")];
        clean[0] = clean.Length > 1 && indent == 0 ? clean[0].TrimStart() : clean[0];
        var text = string.Join('\n', clean);
        var quoted = EndsQuoted().IsMatch(text) && text[0] is '"' or '“' ? text[1..].TrimEnd('.', ' ').TrimEnd('"', '”') : text;
        return quoted.AsSpan().ContainsAny('"', '“', '”') ? text : quoted;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    [GeneratedRegex(@"\b(this|that|these|following|follows|below|something like|like|so|such as)\s*[?.]$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PointsDown();

    [GeneratedRegex("""["”][.,]?\s*$""", RegexOptions.ExplicitCapture)]
    private static partial Regex EndsQuoted();

    [GeneratedRegex("""^["“][^"“”]+["”][.,]?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex AloneQuoted();

    [GeneratedRegex(@"\b(you|your|you're|i think|i'd|i'm|i am|i would|i've|i'll|i don't|please|thanks|thank|let me know|wdyt|in any case|anyway|apart from that|other than that|otherwise this|with that|looks good)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ToReader();
}
