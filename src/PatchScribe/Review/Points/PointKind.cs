using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Review.Remarks;

namespace PatchScribe.Review.Points;

/// <summary>
/// What a sentence is about: where its remark stands decides, unless the words name something else. A kind is
/// commit-message, subject, fixes-tag, error-message, behaviour, code, question, nit-spelling, documentation or process.
/// </summary>
internal static partial class PointKind
{
    private static readonly (string Kind, Regex Words)[] Texts =
    [
        ("commit-message", Topics.Log()), ("subject", Topics.Subject()), ("fixes-tag", Topics.Fixes()),
    ];

    /// <summary>True for a kind of text that the user or the log's reader sees.</summary>
    public static bool IsText(string kind) => kind is "commit-message" or "subject" or "fixes-tag" or "error-message" or "behaviour";

    /// <summary>The kind that the words of a sentence name, the first one named; null when they name none.</summary>
    public static string? Named(string sentence, Remark remark)
    {
        var place = remark.Place.Kind;
        sentence = AccordingTo().Replace(sentence, "");
        if (Substitution().IsMatch(sentence))
        {
            return Topics.Subject().IsMatch(sentence) || place == "subject" ? "subject" : place is "log" or "trailer" || Topics.Log().IsMatch(sentence) ? "commit-message" : "nit-spelling";
        }

        var inText = place is "log" or "subject" or "trailer" or "unknown";
        var named = Texts.Where(one => inText || one.Kind != "commit-message" || Topics.LogByName().IsMatch(sentence)).Select(one => (one.Kind, At: one.Words.Match(sentence) is { Success: true } match ? match.Index : int.MaxValue)).MinBy(one => one.At);
        return named.At < int.MaxValue && !(place is "diff" or "message" && named.Kind == "subject") ? named.Kind
            : place is "trailer" && Topics.Trailers().IsMatch(sentence) ? "commit-message"
            : place is "message" && (Topics.Message().IsMatch(sentence) || Topics.MessageWords().IsMatch(sentence)) ? "error-message"
            : place is "log" && Topics.Behaviour().IsMatch(sentence) && !Asking.Words().IsMatch(sentence) ? "behaviour"
            : place is not "log" && Topics.Documentation().IsMatch(sentence) ? "documentation"
            : Topics.Process().IsMatch(sentence) ? "process"
            : place is "diff" && Topics.Message().IsMatch(sentence) && HasString().IsMatch(remark.Place.Text ?? "") ? "error-message"
            : null;
    }

    /// <summary>The kind that the place of a remark gives to a sentence without a topic of its own; null when it gives none.</summary>
    public static string? ByPlace(string sentence, Ask ask, Remark remark) => remark.Place.Kind switch
    {
        "subject" => "subject",
        "log" => AboutChange(sentence, ask) ? "question" : "commit-message",
        "trailer" => remark.InsideTrailers ? FixesLine().IsMatch(remark.Place.Text ?? "") ? "fixes-tag" : "commit-message"
            : FixesLine().IsMatch(remark.Place.Text ?? "") && ask >= Ask.Objection ? "fixes-tag" : CodeOrQuestion(sentence, ask),
        "message" => CodeOrQuestion(sentence, ask),
        "diff" => CodeOrQuestion(sentence, ask),
        "remark" => InTalk(sentence, ask, remark),
        _ => Topics.Motivation().IsMatch(sentence) ? "commit-message"
            : ask == Ask.Objection && remark.Place is { Kind: "unknown", PatchMessageId: null, Text: not null } ? null
            : remark.Pasted && Topics.FactNamed().IsMatch(sentence) ? "commit-message"
            : remark.Pasted ? null
            : CodeOrQuestion(sentence, ask),
    };

    /// <summary>In an answer to another remark only a plain request makes a new point; words for a message keep its topic.</summary>
    private static string? InTalk(string sentence, Ask ask, Remark remark) =>
        remark.Topic.Kind == "message" && ask == Ask.Request && sentence.Contains('"', StringComparison.Ordinal) ? "error-message"
            : ask == Ask.Request && Plainly().IsMatch(sentence) ? "code"
            : ask == Ask.Question ? "question" : null;

    private static string? CodeOrQuestion(string sentence, Ask ask) => ask switch
    {
        Ask.Request or Ask.Objection => sentence.EndsWith('?') && (ask == Ask.Objection || Asking.AboutChange().IsMatch(sentence)) ? "question" : "code",
        Ask.Question => "question",
        _ => null,
    };

    /// <summary>Under the log, a question how the code fares elsewhere is about the change.</summary>
    private static bool AboutChange(string sentence, Ask ask) =>
        ask != Ask.Statement && sentence.EndsWith('?') && Asking.AboutChange().IsMatch(sentence) && !Asking.Words().IsMatch(sentence) && !Topics.Motivation().IsMatch(sentence);

    [GeneratedRegex(@"(^|[\s""'`(])s([/|#])[^/|#]+[/|#][^/|#]*([/|#]|$)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();

    /// <summary>The log as a witness: the remark is about something else.</summary>
    [GeneratedRegex(@"\b(according to|as per|per|as (stated|said|mentioned|described|explained) in|unlike|matches|matching) (the|your|this) (commit (message|log|msg|description)|change ?log)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AccordingTo();

    [GeneratedRegex(@"^\s*fixes:", RegexOptions.IgnoreCase)]
    private static partial Regex FixesLine();

    [GeneratedRegex("\"[^\"]+\"")]
    private static partial Regex HasString();

    [GeneratedRegex(@"\b(please|could you|can you|should|must|need(s)? to|i('d| would) (prefer|suggest|rather))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Plainly();
}
