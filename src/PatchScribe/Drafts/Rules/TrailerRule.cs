using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Adds the tags that people gave without a condition, once each, before the sender's own Signed-off-by (chain of
/// custody); conditional, retracted, mismatched and NACK tags are only named. A retracted tag that the log carries goes.
/// </summary>
internal sealed class TrailerRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        foreach (var given in (request.Discussion?.Trailers ?? []).Where(given => given.PatchMessageId == request.PatchMessageId))
        {
            var text = $"{given.Token}: {given.Value}";
            if (given.State == "given")
            {
                log.AddTrailer(new LogTrailer(WithQualifier(text, given.Note), [new Evidence("mail", text, given.GivenByMessageId)]));
            }
            else
            {
                log.Notes.Add($"not taken: {text} ({given.State}{(given.Note is null ? "" : $": {given.Note}")})");
                if (given.State == "retracted")
                {
                    log.Trailers.RemoveAll(trailer => TrailerOrder.Same(trailer.Text, text));
                }
            }
        }
    }

    private static string WithQualifier(string text, string? note) =>
        note is ['(' or '#' or '[', ..] ? $"{text} {note}" : text;
}
