using System.Text.RegularExpressions;

namespace PatchScribe.Drafts.Rules;

/// <summary>Names known misspellings in the subject and the prose. The author's spelling is kept: nobody asked for another.</summary>
internal sealed partial class SpellingRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.FindMisspelling is not { } find)
        {
            return;
        }

        var words = Word().Matches(log.Subject).Concat(log.Prose.SelectMany(pair => Word().Matches(pair.Block.Text))).Select(match => match.Value);
        foreach (var word in words.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (find(word.ToLowerInvariant()) is { } right)
            {
                log.Notes.Add($"spelling: {word} -> {right}");
            }
        }
    }

    [GeneratedRegex(@"\b[A-Za-z]{4,}\b")]
    private static partial Regex Word();
}
