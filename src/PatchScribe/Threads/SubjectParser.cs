using System.Text.RegularExpressions;

namespace PatchScribe.Threads;

/// <summary>
/// Reads the subjects of patch mail as git-format-patch(1), Mercurial and habit write them: reply prefixes of several
/// languages, list tags, brackets with words in any order, versions glued or behind, <c>(v2)</c> at the end.
/// </summary>
public static partial class SubjectParser
{
    /// <summary>Never fails; a subject without brackets is all title.</summary>
    public static PatchSubject Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new SubjectWords(text);
        var (at, reply) = (SkipBlanks(text, 0), false);
        for (var brackets = 0; ;)
        {
            if (ReplyPrefixLength(text, at) is var prefix and > 0)
            {
                reply = true;
                words.Parts.Add(new SubjectPart(SubjectPartKind.ReplyPrefix, at, prefix));
                at = SkipBlanks(text, at + prefix);
                at = text.AsSpan(at).StartsWith("(subset) [") ? at + "(subset) ".Length : at;
            }
            else if (brackets == 0 && LostBracket().Match(text, at, Math.Min(text.Length - at, 60)) is { Success: true } lost)
            {
                brackets++;
                words.Read(at, at + lost.Length - 1);
                at = SkipBlanks(text, at + lost.Length);
            }
            else if (ClosingBracket(text, at) is var close and > 0)
            {
                brackets++;
                words.Read(at + 1, close);
                at = SkipBlanks(text, close + 1);
            }
            else
            {
                break;
            }
        }

        var end = text.AsSpan().TrimEnd().Length;
        if (words is { Version: null, Tags.Count: > 0 } && at < end && TitleVersion().Match(text, at, end - at) is { Success: true } behind)
        {
            words.TakeVersion(behind.Groups["version"].Index, behind.Groups["version"].Length);
            end = behind.Index;
        }

        end = Math.Max(at, end);
        words.Parts.Add(new SubjectPart(SubjectPartKind.Title, at, end - at));
        var stable = words.Version % 1 != 0 && words.Tags.Exists(tag => tag.Contains("stable", StringComparison.OrdinalIgnoreCase));
        return new PatchSubject(reply, words.Tags, stable ? null : words.Version, words.Index, words.Total, text[at..end].Trim()) { Parts = [.. words.Parts.OrderBy(part => part.Start)] };
    }

    /// <summary>True when a subject begins with a reply prefix; one that begins with a list tag is not looked at further.</summary>
    internal static bool StartsAsReply(string text) => ReplyPrefixLength(text, SkipBlanks(text, 0)) > 0;

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>The bracket that closes the one at <paramref name="at"/>, brackets inside counted; -1 when there is none.</summary>
    private static int ClosingBracket(string text, int at)
    {
        var depth = 0;
        for (var i = at; i < text.Length && (depth > 0 || (i == at && text[i] == '[')); i++)
        {
            depth += text[i] == '[' ? 1 : text[i] == ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Length of the reply prefix, without the bracket that may follow it; 0 when there is none.</summary>
    private static int ReplyPrefixLength(string text, int at)
    {
        if (at >= text.Length || text[at] == '[')
        {
            return 0;
        }

        var match = ReplyPrefix().Match(text, at, Math.Min(text.Length - at, 24));
        return match.Success && match.Index == at ? match.Groups["prefix"].Length : 0;
    }

    [GeneratedRegex(@"^((?<prefix>(re|aw|antw|sv|vs|fwd?|wg|tr|ynt|回复|回覆|答复|答覆|转发)\s?([\[(][0-9]+[\])])?\s*[:：])|(?<prefix>(re|aw|sv|fwd?|回复|回覆|答复|答覆)\s+)\[)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ReplyPrefix();

    [GeneratedRegex(@"^(RFC |RESEND )?PATCH\b[^\[\]]{0,40}\]", RegexOptions.ExplicitCapture)]
    private static partial Regex LostBracket();

    [GeneratedRegex(@"(\s{0,9}[(\[]v|,\s{1,9}v|\s{1,9}-{1,9}\s{1,9}v)(?<version>[0-9]{1,4})[)\]]?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TitleVersion();
}
