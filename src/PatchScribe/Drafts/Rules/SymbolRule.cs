using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Puts a misspelt CONFIG_ name right: one that neither the diff, a model nor the tree knows, while exactly one known
/// symbol is near to it (a beginning of the other, or at most two letters away).
/// </summary>
internal sealed partial class SymbolRule : ICompositionRule
{
    private const int MaxDistance = 2;
    private const int MaxMissingTail = 4;

    public void Apply(LogComposition log, DraftRequest request)
    {
        var known = Known(request);
        var written = Symbols(log.Subject).Concat(log.Prose.SelectMany(pair => Symbols(pair.Block.Text)))
            .Distinct(StringComparer.Ordinal).ToList();
        foreach (var symbol in written.Where(symbol => !known.ContainsKey(symbol) && request.TreeHasWord?.Invoke(symbol) != true))
        {
            var near = known.Keys.Where(candidate => IsNear(symbol, candidate)).ToList();
            if (near.Count != 1)
            {
                continue;
            }

            Evidence[] evidence = [known[near[0]]];
            var count = LogEdit.ReplaceEverywhere(log, symbol, near[0], evidence);
            var because = $"{evidence[0].Kind switch { "code" => "the diff", "model" => "the model", _ => "the discussion" }} knows {near[0]}"
                + (request.TreeHasWord is null ? "" : $"; the tree does not hold {symbol}");
            log.Corrections.Add(new DraftCorrection(symbol, near[0], count > 0, because, evidence));
        }
    }

    private static Dictionary<string, Evidence> Known(DraftRequest request)
    {
        var known = new Dictionary<string, Evidence>(StringComparer.Ordinal);
        foreach (var change in request.Analysis?.Conditionals ?? [])
        {
            known.TryAdd(change.Symbol, new Evidence("code", change.Symbol, File: change.File, Line: change.LineBefore ?? change.LineAfter));
        }

        foreach (var (file, line) in (request.Analysis?.Files ?? []).SelectMany(file => file.Lines, (file, line) => (file, line)))
        {
            foreach (var symbol in line.Text.Contains("CONFIG_", StringComparison.Ordinal) ? Symbols(line.Text) : [])
            {
                known.TryAdd(symbol, new Evidence("code", line.Text, File: file.Path, Line: line.OldLine ?? line.NewLine));
            }
        }

        foreach (var (symbol, model) in request.ModelSymbols)
        {
            known.TryAdd(symbol, new Evidence("model", symbol, File: model));
        }

        return known;
    }

    private static IEnumerable<string> Symbols(string text) => Symbol().Matches(text).Select(match => match.Value);

    private static bool IsNear(string written, string known)
    {
        var longer = written.Length > known.Length ? written : known;
        var shorter = longer == written ? known : written;
        return (longer.StartsWith(shorter, StringComparison.Ordinal) && longer.Length - shorter.Length <= MaxMissingTail)
            || Spelling.Distance(written, known) <= MaxDistance;
    }

    [GeneratedRegex(@"\bCONFIG_[A-Z0-9_]*[A-Z0-9]\b")]
    private static partial Regex Symbol();
}
