using System.Buffers;
using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Tags;

/// <summary>A tag or verdict as one reply states it: where, token, value, state, note, and the words that may say which patches.</summary>
internal sealed record StatedTag(int Line, string Token, string Value, string State, string? Note, string? Qualifier, string Sentence)
{
    /// <summary>The sentence is longer than is read for a condition.</summary>
    public bool SentenceCut { get; init; }
}

/// <summary>
/// Reads the tags that the sender's own lines of a reply give: trailer lines, tags at the end of a sentence, a plain NACK. A tag
/// whose address and name are not the sender's is a mismatch; what a robot says is no review.
/// </summary>
internal static partial class TagReader
{
    /// <summary>A reply with more lines in the form of trailers is a pasted history, not a review, and gives none.</summary>
    public const int MaxTags = 200;

    private static readonly SearchValues<string> TagMark = SearchValues.Create(["-by:"], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Utility = new(StringComparer.Ordinal) { "Fixes", "Link", "Closes", "BugLink", "Resolves", "Cc", "Message-ID" };

    /// <summary>The tags in order of their lines, those in sentences last; null when there are more than <see cref="MaxTags"/>.</summary>
    public static List<StatedTag>? Read(MailMessage reply, TextLines own, bool robot)
    {
        var tags = new List<StatedTag>();
        var trailers = TrailerReader.Read(own, anyIndent: true);
        if (trailers.Count > MaxTags)
        {
            return null;
        }

        var logs = trailers.Count == 0 ? [] : LinesOfLogs(reply, own, trailers);
        foreach (var trailer in trailers)
        {
            var personal = IsPersonal(trailer.Token);
            var sender = IsAboutPerson(trailer.Token) && PersonMatcher.IsSender(reply, trailer.Value);
            if (IsTag(trailer, own, sender, trailers) && !(robot && personal) && !logs.Contains(trailer.Line))
            {
                var condition = ConditionFinder.Find(own, trailer.Line - 1, trailer.Qualifier);
                var state = trailer.Token == "Nacked-by" ? "nack" : personal && !sender ? "mismatch" : condition is not null ? "conditional" : "given";
                tags.Add(new StatedTag(trailer.Line, trailer.Token, trailer.Value, state, condition ?? trailer.Qualifier, trailer.Qualifier, ConditionFinder.LastSentence(own, trailer.Line - 1, out var cut)) { SentenceCut = cut });
            }
        }

        var (mayHoldTag, mayHoldNack) = (reply.Body.AsSpan().ContainsAny(TagMark), VerdictWords.MayHoldNack(reply.Body));
        for (var i = 0; i < own.Count && !robot && (mayHoldTag || mayHoldNack) && tags.Count <= MaxTags; i++)
        {
            if (own.Span(i).Length > 0 && !tags.Exists(tag => tag.Line == i + 1))
            {
                ReadProse(reply, own, i, tags, mayHoldNack);
            }
        }

        return tags.Count > MaxTags ? null : tags;
    }

    public static bool IsPersonal(string token) => token is "Reviewed-by" or "Acked-by" or "Tested-by" or "Nacked-by"
        || (token.EndsWith("-by", StringComparison.Ordinal) && token.Contains("-and-", StringComparison.Ordinal) && !token.StartsWith("Reported", StringComparison.Ordinal));

    private static bool IsAboutPerson(string token) => token.EndsWith("-by", StringComparison.Ordinal);

    /// <summary>Not a sentence that looks like a trailer, and not a line of a log that the reply shows.</summary>
    private static bool IsTag(Trailer trailer, TextLines own, bool sender, List<Trailer> all)
    {
        var line = own.Span(trailer.Line - 1);
        var indent = line.Length - line.TrimStart().Length;
        if (IsAboutPerson(trailer.Token))
        {
            return (indent <= TrailerReader.MaxIndent || sender) && (trailer.Value.Contains('@', StringComparison.Ordinal) || (sender && trailer.Value.Length <= 60));
        }

        return indent <= TrailerReader.MaxIndent && Utility.Contains(trailer.Token) && trailer.Token switch
        {
            "Fixes" => Hash().IsMatch(trailer.Value),
            "Cc" => trailer.Value.Contains('@', StringComparison.Ordinal),
            "Link" or "Closes" or "BugLink" or "Resolves" => Target().IsMatch(trailer.Value),
            _ => all.Exists(other => IsAboutPerson(other.Token) && Math.Abs(other.Line - trailer.Line) == 1),
        };
    }

    /// <summary>Lines of blocks with somebody else's Signed-off-by, or that end in a line <c>---</c>: they belong to a log that the reply shows.</summary>
    private static HashSet<int> LinesOfLogs(MailMessage reply, TextLines own, List<Trailer> trailers)
    {
        var signed = trailers.Where(one => one.Token == "Signed-off-by" && !PersonMatcher.IsSender(reply, one.Value)).Select(one => one.Line).ToHashSet();
        var found = new HashSet<int>();
        for (var first = 0; first < own.Count; first++)
        {
            var last = first;
            var log = false;
            for (; last < own.Count && !own.Span(last).IsEmpty; last++)
            {
                log |= signed.Contains(last + 1) || own.Span(last).TrimEnd() is "---";
            }

            found.UnionWith(log ? Enumerable.Range(first + 1, last - first) : []);
            first = last;
        }

        return found;
    }

    private static void ReadProse(MailMessage reply, TextLines own, int i, List<StatedTag> tags, bool mayHoldNack)
    {
        var span = own.Span(i);
        if (span.ContainsAny(TagMark) && own[i] is var line && InSentence().Match(line) is { Success: true } tag
            && TrailerReader.Spelling(tag.Groups["token"].Value) is { } token && IsPersonal(token) && PersonMatcher.IsSender(reply, tag.Groups["value"].Value))
        {
            var sentence = line[..tag.Groups["token"].Index].Trim();
            var behind = line[(tag.Groups["value"].Index + tag.Groups["value"].Length)..].Trim();
            if (!Hypothetical().IsMatch(sentence))
            {
                var conditional = IsConditional(own, i, sentence, behind);
                var state = token == "Nacked-by" ? "nack" : conditional ? "conditional" : "given";
                tags.Add(new StatedTag(i + 1, token, tag.Groups["value"].Value.Trim(), state, conditional ? line.Trim() : behind.Length > 1 ? behind : null, behind, sentence));
            }
        }
        else if (mayHoldNack && VerdictWords.IsNack(span) && (i == 0 || own.Span(i - 1).TrimEnd() is not [.., var before] || before is '.' or '!' or '?' or ':') && !tags.Exists(one => one.State == "nack"))
        {
            tags.Add(new StatedTag(i + 1, "Nacked-by", reply.Author.ToString(), "nack", own[i].Trim(), null, own[i]));
        }
    }

    /// <summary>The sentence up to the tag, which may start a line above, or the words behind it.</summary>
    private static bool IsConditional(TextLines own, int i, string sentence, string behind)
    {
        var started = sentence.Contains(". ", StringComparison.Ordinal) ? sentence : $"{ConditionFinder.LastSentence(own, i, out _)} {sentence}";
        return ConditionFinder.LeadsConditional(started.Trim(' ', ':', ',') + ":") || ConditionFinder.Find([own[i]], 0, behind.Length > 1 ? behind : null) is not null;
    }

    [GeneratedRegex(@"^\s*\S.*?[\s,:(""'`](?<token>[A-Za-z]{3,12}(-[A-Za-z]{2,9}){0,3}-by):\s*(?<value>[^<>:]{0,80}<[^<>\s]+@[^<>\s]+>)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InSentence();

    [GeneratedRegex(@"\b(would|could|can't|cannot|won't|wouldn't|not|never|before I|until|missed|forgot|dropped|lost|removed|lacks?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Hypothetical();

    [GeneratedRegex("^(commit )?[0-9a-fA-F]{7,40}\\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Hash();

    [GeneratedRegex("^(<?https?://|#[0-9]|[A-Z]+-[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Target();
}
