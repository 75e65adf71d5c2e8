using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Checks.Log;

/// <summary>
/// Names that the change, the models or the tree know. The changed lines are asked first, the tree (git-grep(1)) last, and only for
/// what nothing else knows.
/// </summary>
internal sealed partial class KnownNames
{
    private const int MaxDistance = 2;
    private const int MaxMissingTail = 4;

    private readonly CheckRequest request;
    private readonly Dictionary<string, Evidence> near = new(StringComparer.Ordinal);

    public KnownNames(CheckRequest request)
    {
        this.request = request;
        foreach (var file in request.Analysis.Files)
        {
            foreach (var line in file.Hunks.SelectMany(hunk => hunk.Lines))
            {
                foreach (Match match in Name().Matches(line.Text))
                {
                    near.TryAdd(match.Value, new Evidence("code", line.Text.Trim(), File: file.Path, Line: line.NewLine ?? line.OldLine));
                }
            }
        }

        foreach (var (symbol, model) in request.ModelSymbols)
        {
            near.TryAdd(symbol, new Evidence("model", symbol, File: model));
        }
    }

    /// <summary>True when the name stands in the change, a model, a changed file or the tree; null when nothing but the change could be asked.</summary>
    public bool? Exists(string name)
    {
        if (near.ContainsKey(name) || request.Analysis.Files.Any(file => Holds(file, name)))
        {
            return true;
        }

        if (request.Repository is not { } repository)
        {
            return null;
        }

        // Kconfig declares the symbol without its prefix.
        return repository.HasWord(request.Revision, name)
            || (name.StartsWith("CONFIG_", StringComparison.Ordinal) && repository.HasWord(request.Revision, $"config {name["CONFIG_".Length..]}"));
    }

    /// <summary>The one name of the change or a model that is spelt nearly so, or null.</summary>
    public (string Name, Evidence Evidence)? Near(string name)
    {
        var candidates = near.Where(pair => pair.Key != name && IsNear(name, pair.Key)).ToList();
        return candidates.Count == 1 ? (candidates[0].Key, candidates[0].Value) : null;
    }

    private static bool Holds(FileChange file, string name) =>
        WholeWord.IndexOf(file.OldText ?? "", name) >= 0 || WholeWord.IndexOf(file.NewText ?? "", name) >= 0;

    private static bool IsNear(string written, string known)
    {
        var (longer, shorter) = written.Length > known.Length ? (written, known) : (known, written);
        return shorter[..3] == longer[..3]
            && ((longer.StartsWith(shorter, StringComparison.Ordinal) && longer.Length - shorter.Length <= MaxMissingTail) || Spelling.Distance(written, known) <= MaxDistance);
    }

    [GeneratedRegex(@"\bCONFIG_[A-Z0-9_]*[A-Z0-9]\b|/dev/[a-z][a-z0-9_/-]*[a-z0-9]")]
    private static partial Regex Name();
}
