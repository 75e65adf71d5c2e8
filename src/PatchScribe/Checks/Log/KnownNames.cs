using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git.Words;

namespace PatchScribe.Checks.Log;

/// <summary>
/// Names that the change, the models, the other patches of the series or the tree know. The changed files are asked first, then their
/// folders, the whole tree last.
/// </summary>
internal sealed partial class KnownNames
{
    /// <summary>Names that are looked up in the tree, some milliseconds each; a log that people wrote has a few.</summary>
    public const int MaxLookups = 500;

    private const int MaxDistance = 2;
    private const int MaxMissingTail = 4;

    /// <summary>Longest part of a name in which two other letters make another word.</summary>
    private const int MaxShortPart = 4;

    /// <summary>Shortest name that is compared with others by its spelling.</summary>
    private const int MinNear = 6;

    private readonly CheckRequest request;
    private readonly TreeWords? words;
    private readonly Dictionary<string, Evidence> near = new(StringComparer.Ordinal);
    private int lookups;

    public KnownNames(CheckRequest request)
    {
        this.request = request;
        words = request.Words ?? (request.Repository is { } repository ? new TreeWords(repository) : null);
        foreach (var file in request.Analysis.Files)
        {
            foreach (var line in file.Lines)
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

    /// <summary>How many names were not looked up in the tree, for there were too many.</summary>
    public int LeftOut => Math.Max(0, lookups - MaxLookups);

    /// <summary>True when the name stands in the change, a model, a changed file, the series or the tree; null when no tree could be asked.</summary>
    public bool? Exists(string name)
    {
        if (near.ContainsKey(name) || near.Keys.Any(known => IsTail(name, known)) || request.Analysis.Files.Any(file => Holds(file, name)) || request.Series.Knows(name))
        {
            return true;
        }

        return MayLookUp() ? words!.HasWord(request.Revision, name, Folders()) : null;
    }

    /// <summary>The same for a path, a file's name, or the name of a generated file, which only texts hold.</summary>
    public bool? FileExists(string path)
    {
        if (request.Analysis.Files.Any(file => EndsWith(file.OldPath, path) || EndsWith(file.NewPath, path)))
        {
            return true;
        }

        var name = path[(path.LastIndexOf('/') + 1)..];
        if (request.Series.Knows(name))
        {
            return true;
        }

        if (!MayLookUp())
        {
            return null;
        }

        if (words!.HasFile(request.Revision, path))
        {
            return true;
        }

        // A path from a folder of this tree has to be there; another may be a header of the system or of a build.
        return (name.Length == path.Length || !words.HasTopFolder(request.Revision, path[..path.IndexOf('/', StringComparison.Ordinal)])) && Exists(name) == true;
    }

    /// <summary>True when several names of the change begin with this one, or it puts them together from it and another part in small letters or in a variable (CONFIG_FOO_$target).</summary>
    public bool IsFirstPart(string name) => near.Keys.Count(known => known.StartsWith(name, StringComparison.Ordinal) && (known.Length == name.Length + 1 || (known.Length > name.Length && known[name.Length] == '_'))) > 1 || request.Analysis.Files.SelectMany(file => file.Lines).Any(line =>
        line.Text.IndexOf($"{name}_", StringComparison.Ordinal) is >= 0 and var at && at + name.Length + 1 is var next && next < line.Text.Length && (char.IsAsciiLetterLower(line.Text[next]) || line.Text[next] is '$' or '@' or '#'));

    /// <summary>The one name of the change or a model that is spelt nearly so and has the same form, or null.</summary>
    public (string Name, Evidence Evidence)? Near(string name)
    {
        var candidates = name.Length < MinNear ? [] : near.Where(pair => pair.Key != name && Form(pair.Key) == Form(name) && IsNear(name, pair.Key)).ToList();
        return candidates.Count == 1 ? (candidates[0].Key, candidates[0].Value) : null;
    }

    /// <summary>The changed file whose name is spelt nearly so, and not just so in another folder, and has the same extension; or null.</summary>
    public string? NearFile(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var candidates = name.Length < MinNear ? [] : request.Analysis.Files.Select(file => file.Path).Where(known => known[(known.LastIndexOf('/') + 1)..] is var other && other != name && IsNear(name, other) && Path.GetExtension(known) == Path.GetExtension(name)).Distinct(StringComparer.Ordinal).ToList();
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private bool MayLookUp() => words is not null && ++lookups <= MaxLookups;

    private string[] Folders() =>
        [.. request.Analysis.Files.Select(file => file.Path[..(file.Path.LastIndexOf('/') + 1)]).Where(folder => folder.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>A function is named without what the names of its file begin with.</summary>
    private static bool IsTail(string name, string known) => known.Length > name.Length + 1 && known.EndsWith(name, StringComparison.Ordinal) && known[^(name.Length + 1)] == '_' && Form(known) == 'f' && Form(name) == 'f';

    private static char Form(string name) => name.StartsWith("CONFIG_", StringComparison.Ordinal) ? 'C' : name[0] is '/' or '-' ? name[0] : 'f';

    /// <summary>The path ends with the other, or does so but for a last extension (cipher.c for cipher.c.inc).</summary>
    private static bool EndsWith(string? known, string path) =>
        known is not null && (EndsWithWhole(known, path) || (known.LastIndexOf('.') is > 0 and var dot && EndsWithWhole(known[..dot], path)));

    private static bool EndsWithWhole(string known, string path) =>
        known.EndsWith(path, StringComparison.Ordinal) && (known.Length == path.Length || known[^(path.Length + 1)] == '/');

    private static bool Holds(FileChange file, string name) =>
        WholeWord.IndexOf(file.OldText ?? "", name) >= 0 || WholeWord.IndexOf(file.NewText ?? "", name) >= 0;

    /// <summary>One is the other without its end, or they differ in two letters at most, of which no part between underscores of up to four letters holds both (ldst and ldub are two names).</summary>
    private static bool IsNear(string written, string known)
    {
        if (Math.Abs(written.Length - known.Length) > MaxMissingTail || known.Length < MinNear || written[..3] != known[..3])
        {
            return false;
        }

        var (longer, shorter) = written.Length > known.Length ? (written, known) : (known, written);
        return longer.StartsWith(shorter, StringComparison.Ordinal) || (Spelling.Distance(written, known) <= MaxDistance && !HasOtherPart(written.Split('_', '-'), known.Split('_', '-')));
    }

    private static bool HasOtherPart(string[] written, string[] known) =>
        written.Length == known.Length && written.Zip(known).Any(pair => Math.Max(pair.First.Length, pair.Second.Length) <= MaxShortPart && Spelling.Distance(pair.First, pair.Second) == MaxDistance && !IsSwapped(pair.First, pair.Second));

    /// <summary>The same letters in another order.</summary>
    private static bool IsSwapped(string a, string b) => a.Order().SequenceEqual(b.Order());

    [GeneratedRegex(@"\bCONFIG_[A-Z0-9_]*[A-Z0-9]\b|/dev/[a-z][a-z0-9_/-]*[a-z0-9]|(?<![\w-])--[a-z][a-z0-9-]{2,60}|\b[A-Za-z_]\w{3,63}(?=\()")]
    private static partial Regex Name();
}
