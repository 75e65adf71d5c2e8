using System.Text.RegularExpressions;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;
using PatchScribe.Git;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// A Fixes line names a commit that the change does not build on (an error for a commit, a warning for a patch, whose base may be
/// elsewhere), or one that touches no file of the change (a note).
/// </summary>
internal sealed partial class FixesTargetRule : ICheckRule
{
    public string Id => "PS0208";

    public string Name => "fixes-target";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Request.Repository is not { } repository || Backport().IsMatch(context.Request.Message))
        {
            yield break;
        }

        foreach (var (hash, _, line) in context.Log.Fixes)
        {
            if (repository.FindCommit(hash) is not { } broken)
            {
                continue;
            }

            var id = broken.ShortId;
            if (broken.Id == context.Request.Analysis.Commit || repository.IsAncestor(broken.Id, context.Request.Revision) == false)
            {
                yield return this.OfLog($"commit {id} is not among the ancestors of this change", "name the commit of this branch that brought the bug (git log -S, git blame)", line, hash, new Evidence("code", $"{broken.Id} {broken.Subject}")) with
                { Severity = context.Request.Analysis.Commit is null ? Severity.Warning : Severity };
            }
            else if (TouchesOthers(context, repository, broken))
            {
                yield return this.OfLog($"commit {id} touches none of the files that this change does", "check that it is the one that brought the bug, and say how they are connected", line, hash, new Evidence("code", $"{broken.Id} {broken.Subject}")) with
                { Severity = Severity.Note };
            }
        }
    }

    /// <summary>No file in common by its path, nor by its name, which a move keeps.</summary>
    private static bool TouchesOthers(CheckContext context, GitRepository repository, Commit broken)
    {
        var paths = context.Request.Analysis.Files.SelectMany(file => new[] { file.OldPath, file.NewPath }).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (repository.Touches(broken, paths))
        {
            return false;
        }

        var names = repository.ReadChangedPaths(broken).Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        return names.Count > 0 && !paths.Exists(path => names.Contains(Path.GetFileName(path)));
    }

    /// <summary>A backport names the commits of the branch that it was taken from.</summary>
    [GeneratedRegex(@"\(cherry[- ]picked from|\bbackport(ed)?\b|^\[ ?upstream commit|^commit [0-9a-f]{40} upstream", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Backport();
}
