using PatchScribe.Review.Remarks;
using PatchScribe.Review.Statements;

namespace PatchScribe.Review.Points;

/// <summary>Sentences of one section that make one point: the kind they share, the most that one of them asks.</summary>
internal sealed class PointDraft(Remark remark, string kind, bool named)
{
    public Remark Remark { get; } = remark;

    public string Kind { get; private set; } = kind;

    /// <summary>Words, not the place, gave the kind.</summary>
    public bool Named { get; private set; } = named;

    public Ask Ask { get; private set; } = Ask.Nothing;

    public List<Sentence> Sentences { get; } = [];

    public string Text => string.Join(' ', Sentences.Select(sentence => sentence.Text));

    public void Add(Sentence sentence, Ask ask)
    {
        Sentences.Add(sentence);
        Ask = ask > Ask ? ask : Ask;
    }

    public void Take(string kind)
    {
        Kind = kind;
        Named = true;
    }

    /// <summary>The same sentences as a point of another kind that no words name.</summary>
    public PointDraft As(string other)
    {
        var changed = new PointDraft(Remark, other, named: false);
        foreach (var sentence in Sentences)
        {
            changed.Add(sentence, Ask);
        }

        return changed;
    }

    public MailQuote Quote => new(Remark.MessageId, Text, Sentences[0].FirstLine, Sentences[^1].LastLine);
}
