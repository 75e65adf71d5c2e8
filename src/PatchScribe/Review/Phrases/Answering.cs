using System.Text.RegularExpressions;

namespace PatchScribe.Review.Phrases;

/// <summary>Phrases by which people agree, disagree, promise, decide.</summary>
internal static partial class Answering
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Agreement, thanks, praise at the beginning.</summary>
    [GeneratedRegex(@"^(ah,? |oh,? |hmm,? |well,? |and |so )*(ok(ay)?|yes|yep|yup|yeah|sure|right|agreed?|indeed|good (point|catch|idea|question|spot)|makes (perfect |good |total |a lot of )?sense|will do|done|fixed|many thanks|thanks|thank you|thx|got it|ack(ed)?|i (totally |fully |completely )?agree|i see|sounds? (good|great|reasonable|fine|sensible)|(overall,? |otherwise,? )?(this |it |that |patch |all |series )?look(s|ed)? (pretty |really |very )?(good|great|fine|ok(ay)?|correct|sane|sensible|right|reasonable|nice|all good)|lgtm|fair (enough|point)|great|nice(ly)?|cool|awesome|excellent|perfect|exactly|true|oops|my bad|you('re| are) (absolutely |totally |completely )?(right|correct)|(that|this|it)('s| is) (right|correct|true|fine|good|great|better|much better|a good (point|idea))|absolutely|definitely|of course|no problem|noted|applied|queued|merged|understood|correct|i missed (that|this|it)|sorry|that'd be|i'm (ok|fine|happy|good)|(ouch|yuck?|huh(uh)?|so it is|fancy|bother|bummer|wow|ugh|urgh|nasty|heh|haha?|hmm+|argh|whoops|yay|neat|sigh|huh|phew|damn)([.!,]|$)|(other than|apart from|aside from|beyond) (that|this|the|these|those|my)|no worries|otherwise[,:]?( this| it|$)|with (that|this|these|those)\b.{0,60}[,:]$|for (the|this|what)\b.{0,30}[,:]$|fwiw|feel free|after the requested)(\b|$)?", Options)]
    public static partial Regex Agrees();

    /// <summary>Praise somewhere in a sentence that asks nothing.</summary>
    [GeneratedRegex(@"\b((nice|good|great) (catch|find|spot)|well spotted|(comments?|nits?|questions?) (below|inline)|(some|few|minor|whitespace|comment) nits?)\b", Options)]
    public static partial Regex Praises();

    /// <summary>A list of what was applied, as maintainers send it.</summary>
    [GeneratedRegex(@"^\[\d+/\d+\] |^commit: [0-9a-f]{8,}", Options)]
    public static partial Regex AppliedList();

    /// <summary>Says what the writer did with the patch.</summary>
    [GeneratedRegex(@"^(i('ve| have)? )?(just |also |quickly |briefly )*(tested|checked|verified|compared|applied|reviewed|built|ran|look(ed|ing) (at|over|through)|gave (this|it))\b", Options)]
    public static partial Regex Reports();

    /// <summary>Turns against what was said before.</summary>
    [GeneratedRegex(@"\b(but|however|except|please|could you|though|although|with (that|this|the) (fixed|changed|addressed)|one (nit|comment|question|thing|minor)|(some|few|minor) (nits?|comments?|questions?))\b", Options)]
    public static partial Regex Turns();

    /// <summary>Says no.</summary>
    [GeneratedRegex(@"^(hmm,? |well,? |ah,? )*(no([,.]|$| (?!need|problem|worries|worry|idea|objections?|strong|rush|hurry|doubt|surprise))|nope|nah|i (strongly |respectfully )?disagree|i don't (think|agree|see (why|how|the)|like|believe|want)|i do not (think|agree|believe|want)|i'm not convinced|not (really|quite|convinced)|that('s| is) (not|wrong|incorrect)|this (is not|isn't)|disagree|actually,? no|i('d| would) (rather|prefer) (not|to keep|keep|leave)|sorry,? but|why\?)", Options)]
    public static partial Regex Disagrees();

    /// <summary>Approves a text somewhere in a reply.</summary>
    [GeneratedRegex(@"\b((much|a lot|way) (clearer|better|nicer|easier)|looks (good|great|fine|much better|ok|better)|lgtm|sounds (good|great|fine|better|reasonable)|perfect|works for me|fine (with|by) me|i like (it|this|that|your)|will use|i('ll| will) (use|take|go with|adopt|steal)|agreed|reads (well|better|nicer)|(that|this)('s| is| looks| sounds) (much )?(better|clearer|good|fine|great)|will do|will (change|update|reword|rephrase|fix|do|modify|add|make)|done)\b", Options)]
    public static partial Regex Approves();

    /// <summary>A promise of the writer.</summary>
    [GeneratedRegex(@"(^|\b(i'll|i will|i can|we'll|we will|let me|i('m| am) going to|i plan to|will|shall|and|then|, )\s?)(also |just |definitely |certainly |try to |then |will |probably ){0,4}(fix|change|drop|update|add|send|rework|remove|rename|correct|rephrase|reword|resend|respin|re-spin|repost|address|modify|split|move|include|post|clarify|squash|rewrite|replace|revert|incorporate|do (that|this|it|so|the)|do|make|use|try|mention|explain|look into|take care|prepare|rebase|test)\b", Options)]
    private static partial Regex PromiseVerbs();

    [GeneratedRegex(@"\b(i'll|i will|let me|i('m| am) going to|i plan to)\b", Options)]
    private static partial Regex OwnPromise();

    [GeneratedRegex(@"\b(i'll|i will|we'll|we will|let me|i('m| am) going to|i plan to)\b|^(ok(ay)?|sure|yes|yep|thanks|agreed|right|yeah|oops|good (point|catch|idea))?[,.! ]*(will|shall) ", Options)]
    private static partial Regex Future();

    /// <summary>"We will" says in logs and arguments what code does; with these verbs it promises.</summary>
    [GeneratedRegex(@"\b(we'll|we will)\b(?!.{0,20}\b(fix|change|drop|update|add|send|rework|remove|rename|correct|rephrase|reword|resend|respin|re-spin|repost|address|include|post|clarify|squash|rewrite|incorporate|mention|explain|look into|take care|rebase)\b)", Options)]
    private static partial Regex Foretells();

    /// <summary>An alternative that is turned down.</summary>
    [GeneratedRegex(@"\b((don't|do not|didn't|would rather not|rather not|wouldn't|won't|not going to) (really )?(want (to )?)?(explore|go (there|that way|down)|do (that|this|it that way)|take that)|not worth (it|the (effort|trouble|complexity|hassle))|(alternative|option|approach)s? (that|which) (we|i) (don't|do not|didn't|rejected?)|(rejected|discarded|ruled out|dismissed|decided against|abandoned) (the|this|that|it|an?) ?(alternative|option|approach|idea)?|(alternative|other (option|approach|way|solution))\b.{0,80}\b(more complex|too complex|worse|not (better|possible|acceptable|an option)|doesn't work|no (obvious )?benefit))\b", Options)]
    public static partial Regex Rejects();

    /// <summary>Something is settled.</summary>
    [GeneratedRegex(@"\b(let's (go with|keep|drop|use|do|merge|take|leave|stick)|we('ve| have)? (decided|agreed|settled) (to|on|that)|((^|[,.;] )(ok(ay)?,? |thanks,? |great,? |now |rebased,? and |all ){0,3}|\b(i|we)('ve| have)? (now |just |also ){0,2}|\b(i|we)('ve| have)? \w{1,20}ed (it|this|them) and )(applied|queued|merged|picked up|pushed|taken)( (this|it|them|the|to|for|all|both|patch|patches|series|up|into|with|[0-9]+)\b|,|[.!]? ?(thanks|thank you|cheers))|i will remove this patch|(i'm|i am) (dropping|withdrawing)|consensus|settled)", Options)]
    public static partial Regex Decides();

    /// <summary>Takes back an own remark.</summary>
    [GeneratedRegex(@"^(oh,? |ah,? |ok,? |hmm,? |sorry,? |actually,? )*(never ?mind|nevermind|ignore (that|this|me|my)|scratch that|forget (it|that|what i|my)|disregard|my mistake|i was wrong|i misread|i missed that|please ignore|false alarm)", Options)]
    public static partial Regex Withdraws();

    /// <summary>A promise: a verb of doing after "I'll", or "Will ..." alone at the beginning.</summary>
    public static bool Promises(string sentence) => Future().IsMatch(sentence) && PromiseVerbs().IsMatch(sentence) && !(Foretells().IsMatch(sentence) && !OwnPromise().IsMatch(sentence));
}
