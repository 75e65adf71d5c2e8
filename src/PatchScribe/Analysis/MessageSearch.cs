using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis;

/// <summary>
/// Finds the calls that printed an error text as a user saw it, with its prefixes, values and wrapping, in a revision's
/// tree. git-grep(1) names the files that hold its phrases; their messages are matched against the text.
/// </summary>
public sealed class MessageSearch(GitRepository repository, string revision, MessageCalls? calls = null)
{
    /// <summary>Files read at the most, those with the rarest phrases first.</summary>
    private const int MaxFiles = 60;

    private const int MaxFound = 10;

    private static readonly string[] Pathspecs = ["*.c", "*.h", "*.cc", "*.cpp", "*.inc", "*.m"];

    private sealed record Candidate(CodeVersion Version, UserMessage Message, FormatMatch Match);

    /// <summary>The best matches, best first: the message, then what printed its prefixes and hints; empty when there is none.</summary>
    public IReadOnlyList<FoundMessage> Find(string text)
    {
        var seen = new SeenText(text);
        var trees = SourceTrees.At(repository, revision);
        var candidates = Files(seen).SelectMany(path => Candidates(path, seen, trees)).ToList();
        var exact = candidates.FindAll(one => one.Match.Exact);
        var ranked = (exact.Count > 0 ? exact : candidates)
            .OrderByDescending(one => one.Match.Literal).ThenBy(one => one.Match.End - one.Match.Start)
            .ThenBy(one => one.Message.Path, StringComparer.Ordinal).ThenBy(one => one.Message.Line).ToList();
        if (ranked.Count == 0)
        {
            return [];
        }

        var best = ranked[0].Match;
        return [.. ranked.Select(one => (One: one, Role: Role(one, best))).Where(pair => pair.Role is not null)
            .OrderBy(pair => pair.Role == "message" ? 0 : 1).Take(MaxFound)
            .Select(pair => new FoundMessage(pair.Role!, pair.One.Message, trees.FileCondition(pair.One.Message.Path), pair.One.Match.Values, pair.One.Match.Exact))];
    }

    /// <summary>Files that hold the phrases, those with rare ones first.</summary>
    private IEnumerable<string> Files(SeenText seen)
    {
        var filesOf = repository.FindPhrases(revision, seen.Phrases, Pathspecs);
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var files in filesOf.Values)
        {
            foreach (var file in files)
            {
                scores[file] = scores.GetValueOrDefault(file) + (1.0 / (1 + Math.Log(files.Count)));
            }
        }

        return scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxFiles).Select(pair => pair.Key);
    }

    private IEnumerable<Candidate> Candidates(string path, SeenText seen, SourceTrees trees)
    {
        if (repository.ReadFile(revision, path) is not { } text)
        {
            yield break;
        }

        var version = new CodeVersion(path, new FileSide([new TextSegment(1, text)], Complete: true));
        foreach (var message in FileMessages.Of(version, calls ?? MessageCalls.Known, trees.Include))
        {
            var pattern = new FormatPattern(message.Format);
            if ((pattern.Match(seen.Squeezed) ?? pattern.MatchLoosely(seen.Text)) is { } match)
            {
                yield return new Candidate(version, message, match);
            }
        }
    }

    /// <summary>The role beside the best match: as good as it, or in front of or behind it; else null.</summary>
    private static string? Role(Candidate one, FormatMatch best) => one.Match switch
    {
        { Exact: false } => best.Exact || one.Match.Literal * 10 < best.Literal * 8 ? null : "message",
        var match when match.Literal == best.Literal && match.Start == best.Start => "message",
        var match when match.End <= best.Start => "prefix",
        var match when match.Start >= best.End => one.Message.Severity == "hint" ? "hint" : null,
        _ => null,
    };
}
