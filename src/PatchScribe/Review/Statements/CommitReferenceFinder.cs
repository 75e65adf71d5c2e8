using System.Text.RegularExpressions;
using PatchScribe.Mail;
using PatchScribe.Review.Quoting;

namespace PatchScribe.Review.Statements;

/// <summary>Commits that people name: <c>c1139fa4 "title"</c>, <c>commit c1139fa4feba ("title")</c>, Fixes lines, links to a commit.</summary>
internal static partial class CommitReferenceFinder
{
    public static IEnumerable<CommitReference> Find(IReadOnlyList<MailMessage> messages, ReplyReader replies)
    {
        foreach (var message in messages)
        {
            var lines = replies.Lines(message).Where(line => line.Kind is not ReplyLineKind.Quoted).ToList();
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var i = 0; i < lines.Count && !lines[i].Text.StartsWith("diff --git", StringComparison.Ordinal); i++)
            {
                // A title may go on on the next line.
                var text = i + 1 < lines.Count ? ReplyLine.Join([lines[i], lines[i + 1]]) : lines[i].Text;
                foreach (var match in Titled().Matches(text).Concat(Named().Matches(lines[i].Text)).Where(match => match.Groups["hash"].Index < lines[i].Text.Length))
                {
                    var hash = match.Groups["hash"].Value;
                    if (hash.Any(char.IsAsciiDigit) && seen.Add(hash))
                    {
                        yield return new CommitReference(message.MessageId, hash, match.Groups["title"] is { Success: true } title ? title.Value : null, lines[i].Number);
                    }
                }
            }
        }
    }

    [GeneratedRegex("""\b(?<hash>[0-9a-f]{7,40})\s*,?\s*\(?["“'](?<title>[^"“”]{4,200})["”']\)?""", RegexOptions.ExplicitCapture)]
    private static partial Regex Titled();

    [GeneratedRegex(@"(\b[Cc]ommits? |\bFixes: |/commit/(\?id=)?|[?&]id=)(?<hash>[0-9a-f]{7,40})\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
