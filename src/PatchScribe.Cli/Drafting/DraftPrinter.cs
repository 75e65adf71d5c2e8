using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Drafting;

/// <summary>Prints drafts: the logs alone to standard output; what is not settled to standard error, last on the screen.</summary>
internal static class DraftPrinter
{
    public static int Print(DraftSet set, string format, Func<CommitLogDraft, string> render)
    {
        var all = set.Drafts.Select(one => one.Draft).ToList();
        if (format == "json")
        {
            var withdrawn = set.Withdrawn.Select(text => new Diagnostic(DiagnosticIds.PatchWithdrawn, Severity.Note, text));
            Console.Out.Write(DraftJsonWriter.Write(all, set.Counts with { Diagnostics = [.. set.Counts.Diagnostics, .. withdrawn] }));
            return ExitCode(all);
        }

        // Of a series only the logs that change are printed.
        var patches = all.Count(draft => draft.Kind == "patch");
        var several = all.Count + set.Withdrawn.Count > 1;
        var shown = several ? all.FindAll(draft => (draft.Text != draft.PresentText && !draft.OnlyGainsTags) || draft.Unsettled) : all;
        foreach (var draft in shown)
        {
            Console.Out.Write(several ? $"=== {Name(draft)}\n" : "");
            Console.Out.Write(render(draft));
            Console.Out.Write(several ? "\n" : "");
        }

        Console.Out.Flush();
        if (several)
        {
            var gain = all.Count(draft => draft.Kind == "patch" && !shown.Contains(draft) && draft.Text != draft.PresentText);
            Console.Error.WriteLine($"patchscribe: {shown.Count(draft => draft.Kind == "patch")} of {patches} logs change{(gain > 0 ? $", {gain} only gain tags" : "")}");
        }

        foreach (var text in set.Withdrawn)
        {
            Console.Error.WriteLine(TerminalText.Escape($"patchscribe: no draft of {text}"));
        }

        foreach (var draft in shown.Where(draft => draft.Kind == "patch"))
        {
            Console.Error.Write((several ? $"=== {Name(draft)}\n" : "") + DraftTextRenderer.Unsettled(draft, set.NameOfMail));
        }

        return ExitCode(all);
    }

    /// <summary>True when a draft has something unsettled; says which and what to do, for deliveries that refuse it.</summary>
    public static bool Refuses(DraftSet set, string delivery)
    {
        var unsettled = set.Drafts.Where(one => one.Draft.Unsettled).ToList();
        foreach (var one in unsettled)
        {
            Console.Error.Write($"=== {Name(one.Draft)}\n" + DraftTextRenderer.Unsettled(one.Draft, set.NameOfMail));
        }

        if (unsettled.Count > 0)
        {
            Console.Error.WriteLine($"patchscribe: {delivery} refuses a log with something unsettled; settle it, or ask the thread with patchscribe reply --questions");
        }

        return unsettled.Count > 0;
    }

    private static int ExitCode(List<CommitLogDraft> drafts) => drafts.Exists(draft => draft.Unsettled) ? 1 : 0;

    private static string Name(CommitLogDraft draft) => TerminalText.Escape(draft.Kind == "cover" ? $"cover letter: {draft.Subject}" : draft.Subject);
}
