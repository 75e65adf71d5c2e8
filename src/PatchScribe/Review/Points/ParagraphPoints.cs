using PatchScribe.Review.Phrases;
using PatchScribe.Review.Proposals;
using PatchScribe.Review.Remarks;
using PatchScribe.Review.Statements;

namespace PatchScribe.Review.Points;

/// <summary>Groups the sentences of one paragraph to points: one, cut where a request about another text begins.</summary>
internal sealed class ParagraphPoints(ProposalIndex proposals)
{
    /// <summary>Sentences of a paragraph grouped to points.</summary>
    public List<PointDraft> Group(Remark remark, List<Sentence> sentences)
    {
        var found = new List<PointDraft>();
        foreach (var sentence in sentences)
        {
            var ask = SentenceSense.Of(sentence.Text);
            if (Proposing.Idea().IsMatch(sentence.Text) && remark.Place.Kind is not ("log" or "subject"))
            {
                // What follows spells the idea out.
                break;
            }

            if (ask == Ask.Nothing || Asking.AnyThoughts().IsMatch(sentence.Text))
            {
                continue;
            }

            var named = PointKind.Named(sentence.Text, remark) ?? (sentence == sentences[^1] ? LeadsTo(remark, sentence) : null);
            var current = found.Count > 0 ? found[^1] : null;
            if (current is null || Cuts(current, named, ask, sentence == sentences[^1] ? sentence : null))
            {
                var kind = named ?? PointKind.ByPlace(sentence.Text, ask, remark) ?? "";
                found.Add(current = new PointDraft(remark, kind, named is not null));
            }
            else if (current.Kind.Length == 0 || (named is not null && !current.Named) || (!current.Named && current.Ask < Ask.Question))
            {
                var kind = named ?? PointKind.ByPlace(sentence.Text, ask, remark);
                if (named is not null)
                {
                    current.Take(named);
                }
                else if (kind is not null && current.Kind.Length == 0)
                {
                    found[^1] = current = current.As(kind);
                }
            }

            current.Add(sentence, ask);
        }

        return found.FindAll(draft => draft.Kind.Length > 0);
    }

    /// <summary>The kind of the text that a sentence leads to.</summary>
    private string? LeadsTo(Remark remark, Sentence sentence) =>
        sentence.Text[^1] is ':' or '.' or '?' or '…' && proposals.Below(remark.MessageId, sentence.LastLine) is { } text
            ? text.Kind switch
            {
                "sentence" => text.Text.StartsWith("Fixes:", StringComparison.OrdinalIgnoreCase) ? "fixes-tag" : "commit-message",
                _ => text.Kind,
            }
            : null;

    /// <summary>A request about another text, or one that leads to a proposed text, begins a point of its own.</summary>
    private bool Cuts(PointDraft current, string? named, Ask ask, Sentence? last) =>
        named is not null && ask >= Ask.Question && current.Ask >= Ask.Question
        && (current.Kind != named ? current.Named || (ask == Ask.Request && current.Ask == Ask.Request && PointKind.IsText(named) != PointKind.IsText(current.Kind)) : last is not null && proposals.Below(current.Remark.MessageId, last.LastLine) is not null);
}
