using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Drafts;

namespace PatchScribe.Rendering;

/// <summary>A draft for a person: the log alone, the list of what is not settled, the sources of each paragraph, the change of words.</summary>
public static class DraftTextRenderer
{
    /// <summary>The log alone, ready for <c>git commit --amend -F -</c>.</summary>
    public static string Render(CommitLogDraft draft) => TerminalText.Escape(draft.Text);

    /// <summary>Every paragraph, and under it what it rests on; sentence by sentence where that differs.</summary>
    public static string Explain(CommitLogDraft draft, Func<string, string>? nameOfMail = null)
    {
        var text = new StringBuilder();
        foreach (var paragraph in draft.Paragraphs)
        {
            text.Append(paragraph.Text).Append('\n');
            foreach (var sentence in paragraph.Sentences)
            {
                text.Append($"    <- {string.Join(", ", sentence.Evidence.Select(evidence => Source(evidence, nameOfMail)))}  \"{Quotation.Short(sentence.Text, 60)}\"\n");
            }

            foreach (var evidence in paragraph.Sentences.Count == 0 ? paragraph.Evidence : [])
            {
                text.Append("    <- ").Append(Source(evidence, nameOfMail)).Append('\n');
            }

            text.Append('\n');
        }

        return TerminalText.Escape(text.ToString());
    }

    /// <summary>What is not settled, one line each, the outcome first: for standard error, last on the screen.</summary>
    public static string Unsettled(CommitLogDraft draft, Func<string, string>? nameOfMail = null)
    {
        var text = new StringBuilder();
        string[] counts =
        [
            .. Count(draft.Contradictions.Count, "claim contradicted", "claims contradicted"),
            .. Count(draft.OpenPoints.Count, "question", "questions"),
            .. Count(draft.Corrections.Count, "correction", "corrections"),
        ];
        text.Append($"patchscribe: {(draft.Unsettled ? "not settled (exit 1)" : "settled")}{(counts.Length > 0 ? ": " : "")}{string.Join(", ", counts)}\n");
        foreach (var one in draft.Contradictions)
        {
            text.Append($"  contradicted  {Source(one.Evidence[0], nameOfMail)}  \"{Short(one.Claim)}\"; the model {one.Model} ({string.Join(", ", one.Rules)}) says otherwise\n");
        }

        for (var i = 0; i < draft.OpenPoints.Count; i++)
        {
            text.Append($"  question ?{i + 1}   {draft.OpenPoints[i].Id}  \"{Short(draft.OpenPoints[i].Quote)}\"\n");
        }

        foreach (var one in draft.Corrections)
        {
            text.Append($"  {(one.Applied ? "corrected  " : "met        ")}   {Short(one.From)} -> {Short(one.To)}  ({one.Because})\n");
        }

        foreach (var note in draft.Notes)
        {
            text.Append("  note          ").Append(note).Append('\n');
        }

        if (draft.Contradictions.Count > 0)
        {
            text.Append("resolve with --prefer people or --prefer model\n");
        }

        if (draft.OpenPoints.Count > 0)
        {
            text.Append("answer with --answer ID=TEXT, or --dismiss ID=REASON\n");
        }

        return TerminalText.Escape(text.ToString());
    }

    /// <summary>
    /// Present log to draft by words, in the marks of git-diff(1) --word-diff: <c>[-gone-]</c>, <c>{+new+}</c>. Line breaks alone
    /// are no change.
    /// </summary>
    public static string Diff(CommitLogDraft draft)
    {
        return TerminalText.Escape(WordDiff.Marked(draft.PresentText, draft.Text) + "\n");
    }

    private static string Source(Evidence evidence, Func<string, string>? nameOfMail)
    {
        var line = evidence.Line is { } number ? $":{number}" : "";
        return evidence.Kind switch
        {
            "mail" => (evidence.MessageId is { } id ? nameOfMail?.Invoke(id) ?? $"<{id}>" : "mail") + line,
            "model" => $"model {evidence.File}{(evidence.Rule is { Length: > 0 } rule ? $" ({rule})" : "")}",
            "author" => "the author's answer",
            "log" => $"commit {evidence.File}{line}",
            _ => $"{evidence.File}{line}{(evidence.File is null ? evidence.Quote : "")}",
        };
    }

    private static string Short(string text)
    {
        var one = text.ReplaceLineEndings(" ");
        return one.Length <= 100 ? one : one[..97] + "...";
    }

    private static IEnumerable<string> Count(int count, string one, string many) => count == 0 ? [] : [$"{count} {(count == 1 ? one : many)}"];
}
