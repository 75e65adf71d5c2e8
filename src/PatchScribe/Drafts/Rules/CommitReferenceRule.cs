using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Writes a commit that the log names as the profile names commits, once the repository knows it; a title that
/// differs from the commit's own is put right. Nothing happens without a repository.
/// </summary>
internal sealed partial class CommitReferenceRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request.FindCommit is not { } find)
        {
            return;
        }

        foreach (var (block, index) in log.Prose.ToList())
        {
            var text = block.Text;
            var evidence = new List<Evidence>();
            foreach (var match in Reference().Matches(text).Reverse())
            {
                var hash = match.Groups["hash"].Value;
                if (find(hash) is not { } commit)
                {
                    log.Notes.Add($"the log names commit {hash}, which the repository does not know");
                    continue;
                }

                var written = request.Profile.Reference(commit.Id, commit.Subject);
                if (match.Value == written)
                {
                    continue;
                }

                var found = new Evidence("code", $"{commit.Id} {commit.Subject}");
                evidence.Add(found);
                text = text[..match.Index] + written + text[(match.Index + match.Length)..];
                log.Corrections.Add(new DraftCorrection(match.Value, written, Applied: true, $"the form of the {request.Profile.Name} profile", [found]));
            }

            log.Blocks[index] = block.WithText(text, evidence);
        }

        for (var i = 0; i < log.Trailers.Count; i++)
        {
            log.Trailers[i] = Fixes(log, log.Trailers[i], request);
        }
    }

    /// <summary>A Fixes trailer with the profile's number of digits and the commit's own title.</summary>
    private static LogTrailer Fixes(LogComposition log, LogTrailer trailer, DraftRequest request)
    {
        var match = FixesLine().Match(trailer.Text);
        if (!match.Success)
        {
            return trailer;
        }

        if (request.FindCommit!(match.Groups["hash"].Value) is not { } commit)
        {
            log.Notes.Add($"the log names commit {match.Groups["hash"].Value}, which the repository does not know");
            return trailer;
        }

        var written = $"Fixes: {commit.Id[..request.Profile.HashLength]} (\"{commit.Subject}\")";
        if (trailer.Text == written || (trailer.Text.EndsWith($"(\"{commit.Subject}\")", StringComparison.Ordinal) && match.Groups["hash"].Length >= request.Profile.HashLength))
        {
            return trailer;
        }

        var found = new Evidence("code", $"{commit.Id} {commit.Subject}");
        log.Corrections.Add(new DraftCorrection(trailer.Text, written, Applied: true, "the commit's own id and title", [found]));
        return new LogTrailer(written, [.. trailer.Evidence, found]);
    }

    [GeneratedRegex("""\b([Cc]ommit\s+)?(?<hash>[0-9a-f]{7,40})\s+(\("[^"]{3,200}"\)|"[^"]{3,200}")""", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^Fixes:\s*(commit\s+)?(?<hash>[0-9a-f]{7,40})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FixesLine();
}
