using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Git;

namespace PatchScribe.Cli.Hooks;

/// <summary>
/// The prepare-commit-msg hook: puts the before/after block of what is staged below the subject of a message that is to
/// be edited. It never stops a commit: what goes wrong is said, and the message stays as it was.
/// </summary>
internal static class MessagePreparer
{
    public static int Prepare(string file, string? source)
    {
        // A message that is given, a merge, a squash or an amended commit has its words already.
        if (source is "message" or "merge" or "squash" or "commit")
        {
            return 0;
        }

        try
        {
            using var git = GitRepository.Open(".");
            var models = ModelSource.Load(".", []);
            var analysis = ConfigurationSource.Analyzer(".", models).Analyze("", git.ReadStaged(Environment.GetEnvironmentVariable("GIT_INDEX_FILE")));
            var profile = ProfileSource.Find(null, git, "HEAD", []);
            var text = new DraftBuilder(ToolTemplates.Load(".", null)).Build(new DraftRequest { Profile = profile, Analysis = analysis, BehaviourAsked = true }).Body;
            if (text.Length > 0)
            {
                File.WriteAllText(file, PreparedMessage.Insert(File.ReadAllText(file), text));
            }
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Rendering.TerminalText.Escape($"patchscribe: the message was not prepared: {e.Message}"));
        }

        return 0;
    }
}
