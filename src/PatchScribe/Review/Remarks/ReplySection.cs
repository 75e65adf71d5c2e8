using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Remarks;

/// <summary>
/// A quotation and the paragraphs of own words under it, up to the next quotation; positions in the list of a reply's lines. The
/// first section of a reply has no quotation (<see cref="QuoteFrom"/> is -1).
/// </summary>
internal sealed record ReplySection(int QuoteFrom, int QuoteTo, List<(int From, int To)> Paragraphs)
{
    /// <summary>The sections of a reply, in order.</summary>
    public static List<ReplySection> Of(List<ReplyLine> lines)
    {
        var sections = new List<ReplySection> { new(-1, -1, []) };
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind == ReplyLineKind.Quoted)
            {
                var current = sections[^1];
                if (current.QuoteFrom < 0 || current.Paragraphs.Count > 0)
                {
                    sections.Add(new ReplySection(i, i, []));
                }
                else
                {
                    sections[^1] = current with { QuoteTo = i };
                }
            }
            else if (lines[i] is { Kind: ReplyLineKind.Own, IsBlank: false })
            {
                var to = i;
                while (to + 1 < lines.Count && lines[to + 1] is { Kind: ReplyLineKind.Own, IsBlank: false })
                {
                    to++;
                }

                sections[^1].Paragraphs.Add((i, to));
                i = to;
            }
        }

        return sections;
    }
}
