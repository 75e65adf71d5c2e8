using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Rendering;

namespace PatchScribe.Cli.Hooks;

/// <summary>
/// The commit-msg hook: holds the message of a commit against what is staged. Only a finding of error level stops the commit; what the
/// hook itself cannot do is said and stops nothing.
/// </summary>
internal static class MessageChecker
{
    private const string Scissors = "------------------------ >8 ------------------------";

    public static int Check(string file)
    {
        try
        {
            using var git = GitRepository.Open(".");
            var configuration = ConfigurationSource.Read(".");
            var models = ModelSource.Load(".", configuration.Models);
            var message = Written(File.ReadAllText(file).ReplaceLineEndings("\n"));
            var subject = message.Split('\n')[0];
            var found = CommitChecker.Check(new CheckRequest
            {
                Message = message,
                Analysis = ConfigurationSource.Analyzer(".", models).Analyze(subject, git.ReadStaged(Environment.GetEnvironmentVariable("GIT_INDEX_FILE"))),
                Repository = git,
                Words = new TreeWords(git, WordCache.PathOf(git)),
                Configuration = configuration,
                ModelSymbols = ModelSource.Symbols(models),
                MinHashLength = ProfileSource.Find(configuration.Profile, git, "HEAD", []).MinHashLength,
            });
            foreach (var one in found.Diagnostics)
            {
                MailSource.Report(one);
            }

            if (found.Findings.Count > 0)
            {
                Console.Error.Write(FindingsTextRenderer.Render([found]));
            }

            return found.Findings.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(TerminalText.Escape($"patchscribe: the message was not checked: {e.Message}"));
            return 0;
        }
    }

    /// <summary>What git will keep of the file: no comments, nothing below the scissors line (git-commit(1), --cleanup).</summary>
    private static string Written(string text)
    {
        var lines = text.Split('\n').TakeWhile(line => !line.Contains(Scissors, StringComparison.Ordinal)).Where(line => !line.StartsWith('#'));
        return string.Join('\n', lines).Trim('\n');
    }
}
