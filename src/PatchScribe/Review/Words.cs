using System.Text.RegularExpressions;

namespace PatchScribe.Review;

/// <summary>The phrases by which mail is understood, each one table, matched without backtracking and without letter case.</summary>
internal static partial class Words
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    /// <summary>A lead-in to a text that is proposed.</summary>
    [GeneratedRegex(@"\b(how about|what about|something like|maybe|perhaps|i('d| would| might)? (suggest|propose|write|say|reword|phrase|put|go with)|suggest(ion|ed)?|proposal|propose|(could|should|would|may|might|can) (say|be|read|write|become|look|go)|reword|rephrase|like (this|so|that|the following|below)|as foll?ows?|as follwos|follow(s|wos)?:|following|look like|formatt?ing|use this|replace (it|this|that) with|such as|along the lines of|instead|e\.g\.)", Options)]
    public static partial Regex LeadIn();

    /// <summary>The writer doubts the own text.</summary>
    [GeneratedRegex(@"\b(something like|along the lines|probably wrong|perhaps|maybe|not sure (if|whether)|feel free to (reword|change)|or so|might be wrong)\b", Options)]
    public static partial Regex Hedge();

    /// <summary>Not for this change.</summary>
    [GeneratedRegex(@"\b(later|follow[- ]?up|in (the|a) future|another (patch|series)|separate(ly)? (patch|series)|while we('re| are) at it|as well,? we could|we could also|i wonder if|someday|on top of this|next step|out of scope)\b", Options)]
    public static partial Regex Future();

    /// <summary>Names the log itself.</summary>
    [GeneratedRegex(@"\b(commit (message|log|msg|description|text)|change ?log|patch description|(the|this|your|better|some|a|proper|more) description|describe (in|the|what|why|how)|log message|in the (commit|log)\b|commit (should|needs?)|canonical tags?|body of the (commit|patch)|git log)\b", Options)]
    public static partial Regex NamesLog();

    /// <summary>Names the subject.</summary>
    [GeneratedRegex(@"\b(subject( line)?|patch title|title of (the|this)|(the|your|this) title|short ?log|summary line|subject prefix|prefix (the|your) (subject|patch))\b", Options)]
    public static partial Regex NamesSubject();

    /// <summary>Names a Fixes trailer or a backport.</summary>
    [GeneratedRegex(@"\b(fixes[- :]?(tags?|lines?|trailers?)|(add|need|needs|missing|deserves?|want|have|a|the|with|without) (a |the )?[""'`]?fixes:?[""'`]?( tag| line)?\b|how far should .* back ?port|cc:? stable|stable tag)", Options)]
    public static partial Regex NamesFixes();

    /// <summary>Names a message that the program prints.</summary>
    [GeneratedRegex(@"\b(error (message|string|text)s?|error messages?|(warning|log|debug|failure) (message|string|text)s?|(message|string) (text|printed|shown)|user[- ]visible|print(s|ed|ing)? (a|an|the|out)|dev_err|pr_err|error_setg|error_report|dev_warn|wording)\b", Options)]
    public static partial Regex NamesMessage();

    /// <summary>Asks for words about the why.</summary>
    [GeneratedRegex(@"\b(explain|motivation|rationale|justif(y|ication)|clarify|elaborate|(say|state|mention|tell|describe|document|note|spell out|worth (mentioning|noting|saying|adding))\b|rephrase|reword|rewrite|expand on|more (detail|information|context|background))", Options)]
    public static partial Regex AsksForWords();

    /// <summary>Asks or objects at all.</summary>
    [GeneratedRegex(@"\b(please|could you|can you|would you|should|shouldn't|must|need(s)? to|needs|why|what|how|missing|wrong|incorrect|confus|unclear|misleading|not (clear|true|correct|accurate|relevant|needed|necessary|sure|really)|no (clue|idea)|does(n't| not) (match|make sense|say|explain)|don't (understand|see|think|get|like)|can be (dropped|removed)|typo|nit|s/[^/]+/|instead|rather|better|prefer|would (be|like|have)|i'd|drop|remove|add|rename|fix|is (it|that|this)|note that|worth|always|never)", Options)]
    public static partial Regex Asks();

    /// <summary>Agreement and no more.</summary>
    [GeneratedRegex(@"^(ok(ay)?|yes|yep|yeah|sure|right|agreed?|indeed|good (point|catch|idea)|makes sense|will do|done|fixed|thanks|thank you|got it|ack(ed)?|i agree|sounds good|looks good|lgtm|fair enough|great|nice|perfect|exactly|true|oops|you('re| are) right|absolutely|of course|no problem|noted|applied|queued)\b", Options)]
    public static partial Regex Agrees();

    /// <summary>Says no.</summary>
    [GeneratedRegex(@"^(no[,.]|nope|i disagree|i don't (think|agree|see why|like)|i'm not (sure|convinced)|not really|that('s| is) not|disagree|actually,? no|i('d| would) rather (not|keep)|sorry,? but)", Options)]
    public static partial Regex Disagrees();

    /// <summary>Approves a text somewhere in a reply.</summary>
    [GeneratedRegex(@"\b(much (clearer|better|nicer)|looks (good|great|fine|much better|ok)|lgtm|sounds (good|great|fine)|perfect|works for me|fine (with|by) me|i like (it|this|that)|will use|i'll (use|take|go with)|much appreciated|agreed|reads (well|better)|that's (better|clearer|good|fine|great))\b", Options)]
    public static partial Regex Approves();

    /// <summary>A promise of the writer.</summary>
    [GeneratedRegex(@"\b(i'll|i will|will|let me|i'm going to) (fix|change|drop|update|add|do|send|rework|remove|rename|correct|rephrase|reword|resend|respin|repost|address|make|modify|split|move|include|use|try|post|mention|clarify|explain|squash)\b", Options)]
    public static partial Regex Promises();

    /// <summary>An alternative that is turned down.</summary>
    [GeneratedRegex(@"\b((don't|do not|didn't|would rather not|rather not|wouldn't|won't|not going to) (want to )?(explore|go (there|that way|down)|do (that|this|it that way)|take that)|not worth (it|the)|(alternative|option|approach)s? (that|which) (we|i) (don't|do not|didn't|reject)|(rejected|discarded|ruled out) (the|this|that) (alternative|option|approach|idea))", Options)]
    public static partial Regex Rejects();

    /// <summary>Something is settled.</summary>
    [GeneratedRegex(@"\b(let's (go with|keep|drop|use|do|merge|take)|we (decided|agreed) (to|on|that)|(i've |i have )?(applied|queued|merged|picked up) (this|it|the|to|for|all|patch|,)|applied,? thanks|i will remove this patch)\b", Options)]
    public static partial Regex Decides();
}
