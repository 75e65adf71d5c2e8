using System.Text.RegularExpressions;

namespace PatchScribe.Drafts.Rules;

/// <summary>Names known misspellings in the subject and the prose. The author's spelling is kept: nobody asked for another.</summary>
internal sealed partial class SpellingRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.FindMisspellings is not { } find)
        {
            return;
        }

        var words = Word().Matches(log.Subject).Concat(log.Prose.SelectMany(pair => Word().Matches(pair.Block.Text)))
            .Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var misspelt = find(words.Select(word => word.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal));
        foreach (var word in words)
        {
            if (misspelt.TryGetValue(word.ToLowerInvariant(), out var right))
            {
                log.Notes.Add($"spelling: {word} -> {right}");
            }
        }
    }

    [GeneratedRegex(@"\b[A-Za-z]{4,}\b")]
    private static partial Regex Word();
}
