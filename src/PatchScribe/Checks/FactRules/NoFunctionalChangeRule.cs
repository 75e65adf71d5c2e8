using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.FactRules;

/// <summary>The log says that nothing changes for users, and a message is rendered differently, a name changes, or an outcome does.</summary>
internal sealed partial class NoFunctionalChangeRule : ICheckRule
{
    public string Id => "PS0205";

    public string Name => "no-functional-change";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var (match, line) = context.Log.MatchesAcross(Claim()).FirstOrDefault();
        if (match is null || match.Groups["limit"].Success || context.Log.SentencesAt(line).Any(sentence => Exception().IsMatch(sentence.Text)) || Change(context) is not { } found)
        {
            yield break;
        }

        var words = match.Groups["claim"].Value;
        yield return this.OfLog($"the log says \"{words}\", but {found.What}", "say what changes for the user, or take the claim back", line, words, found.Evidence);
    }

    private static (string What, Evidence Evidence)? Change(CheckContext context)
    {
        if (context.Facts.Messages.FirstOrDefault(message => message.Change != UserMessageChangeKind.Added && !ChangeFacts.OnlyMarksDiffer(message) && !context.Facts.Places.IsReplaced(message) && !IsTold(context.Mentions.Of(message))) is { } message)
        {
            var what = message.Change == UserMessageChangeKind.Removed ? "is no longer printed" : message.Change == UserMessageChangeKind.Changed ? !ChangeFacts.TextDiffers(message) ? "is given as another kind of message" : $"becomes \"{Quotation.Short(message.After ?? "", 60)}\"" : "gets another condition";
            return ($"\"{Quotation.Short(message.Before ?? "", 60)}\" {what}", new Evidence("code", message.After ?? message.Before ?? "", File: message.File, Line: message.LineAfter ?? message.LineBefore));
        }

        if (context.Facts.Interfaces.FirstOrDefault(one => one.Kind != "other" && one.Change != UserMessageChangeKind.Added && !IsTold(context.Mentions.Of(one))) is { } one)
        {
            return ($"{one.Kind} \"{one.Name}\" changes", new Evidence("code", one.Name, File: one.File, Line: one.LineAfter ?? one.LineBefore));
        }

        return context.Request.Analysis.Behaviour is [var first, ..]
            ? ($"{first.Command} gives another outcome", new Evidence("model", first.After.Message ?? first.After.Result, File: first.Model, Rule: string.Join(", ", first.Rules)))
            : null;
    }

    /// <summary>What the log quotes or names is not what its claim is about.</summary>
    private static bool IsTold(LogMention? mention) => mention?.Kind is MentionKind.Quoted or MentionKind.Named;

    /// <summary>What the sentence of the claim leaves out, wherever it stands.</summary>
    [GeneratedRegex(@"\b(other than|except|apart from|aside from|besides|but for)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Exception();

    /// <summary>The claim, and the words with which it goes on to what it leaves out.</summary>
    [GeneratedRegex(@"(?<claim>\bno (intended |intentional |visible |user[- ]visible |other )?(functional(ity)?|behaviou?r(al)?|semantic) changes?\b|\bno changes? (in|to|of) (the )?(behaviou?r|functionality|semantics)\b|\bnot? (a )?user[- ]visible change\b)(?<limit>[ ,(;:]{0,3}\b(beyond|yet|for (now|existing|users)|when|unless|in (this|the) (first|next)|outside)\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Claim();
}
