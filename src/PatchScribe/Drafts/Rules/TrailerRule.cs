using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;
using PatchScribe.Threads;

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
                Add(log, WithQualifier(text, given.Note), given);
            }
            else
            {
                log.Notes.Add($"not taken: {text} ({given.State}{(given.Note is null ? "" : $": {given.Note}")})");
                if (given.State == "retracted")
                {
                    log.Trailers.RemoveAll(trailer => Same(trailer.Text, text));
                }
            }
        }
    }

    private static void Add(LogComposition log, string text, TrailerGiven given)
    {
        if (log.Trailers.Exists(trailer => Same(trailer.Text, text)))
        {
            return;
        }

        var signedOff = log.Trailers.Count > 0 && log.Trailers[^1].Text.StartsWith("Signed-off-by:", StringComparison.OrdinalIgnoreCase);
        var at = signedOff ? log.Trailers.Count - 1 : log.Trailers.Count;
        log.Trailers.Insert(at, new LogTrailer(text, [new Evidence("mail", $"{given.Token}: {given.Value}", given.GivenByMessageId)]));
    }

    private static string WithQualifier(string text, string? note) =>
        note is ['(' or '#' or '[', ..] ? $"{text} {note}" : text;

    /// <summary>Equal by token and address, letter case aside; by the whole value when there is no address.</summary>
    private static bool Same(string a, string b)
    {
        var (tokenA, valueA) = Split(a);
        var (tokenB, valueB) = Split(b);
        return tokenA.Equals(tokenB, StringComparison.OrdinalIgnoreCase) && valueA.Equals(valueB, StringComparison.OrdinalIgnoreCase);
    }

    private static (string Token, string Value) Split(string trailer)
    {
        var colon = trailer.IndexOf(':', StringComparison.Ordinal);
        var value = trailer[(colon + 1)..].Trim();
        var open = value.IndexOf('<', StringComparison.Ordinal);
        var close = value.IndexOf('>', StringComparison.Ordinal);
        return (trailer[..Math.Max(colon, 0)].Trim(), open >= 0 && close > open ? value[(open + 1)..close] : value);
    }
}
