using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.Rules;

/// <summary>Notes an acronym that the log spells out otherwise than the code of the change does: one of the two is wrong, and only the author knows which.</summary>
internal sealed partial class ExpansionRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        var written = log.Prose.SelectMany(pair => Expansions(pair.Block.Text)).DistinctBy(one => one.Acronym, StringComparer.Ordinal).ToList();
        if (written.Count == 0)
        {
            return;
        }

        var lines = (request.Analysis?.Files ?? []).SelectMany(file => file.Lines, (file, line) => (file.Path, Line: line));
        foreach (var (path, line) in lines)
        {
            foreach (var (acronym, words) in Expansions(line.Text))
            {
                var index = written.FindIndex(one => one.Acronym == acronym);
                if (index >= 0 && !written[index].Words.Equals(words, StringComparison.OrdinalIgnoreCase))
                {
                    log.Notes.Add($"{acronym} is \"{Quotation.OneLine(words)}\" in the code ({path}:{line.NewLine ?? line.OldLine}), \"{written[index].Words}\" in the log: which?");
                    written.RemoveAt(index);
                }
            }
        }
    }

    /// <summary>"Long Form (LF)" whose last words begin with the letters of the acronym.</summary>
    internal static IEnumerable<(string Acronym, string Words)> Expansions(string text)
    {
        foreach (Match match in InParentheses().Matches(text))
        {
            var acronym = match.Groups["acronym"].Value;
            var words = text[..match.Index].Split([' ', '-', '*', '/', '\t'], StringSplitOptions.RemoveEmptyEntries).TakeLast(acronym.Length).ToList();
            if (words.Count == acronym.Length && words.Zip(acronym).All(pair => char.ToUpperInvariant(pair.First[0]) == pair.Second))
            {
                yield return (acronym, string.Join(' ', words));
            }
        }
    }

    [GeneratedRegex(@"\((?<acronym>[A-Z]{2,8})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex InParentheses();
}
