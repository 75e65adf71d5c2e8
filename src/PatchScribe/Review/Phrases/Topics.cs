using System.Text.RegularExpressions;

namespace PatchScribe.Review.Phrases;

/// <summary>Phrases that name what a sentence is about. One table each, matched without letter case.</summary>
internal static partial class Topics
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>The commit log itself.</summary>
    [GeneratedRegex(@"\b(commit[- ](message|log|msg|description|desc|text|body|comment)s?|(change ?log|patch description|log message|patch message|patch text)s?|(the|this|that|your|better|some|proper|more|any|no|short|longer) (patch )?description|(add|needs?|missing|lacks?|without|provide|write|have|deserves?) (a |an )?((patch|short|brief|longer) )?description|in the (commit|log)|(the|this|your|present) log (as|should|says?|does|could|would|needs?|must|is)|(reword|rewrite|rephrase|write|for|of|drop from) (the|this|your) log|(the|this|your) commit (should|needs?|says?|does(n't| not) (say|mention|explain|describe|tell|state|match|make)|must)|commit[- ]?msg|(last|first|second|previous|this|that) (paragraph|sentence)( above)?|canonical tags?|message body)\b", Options)]
    public static partial Regex Log();

    /// <summary>The commit log, named so that nothing else can be meant.</summary>
    [GeneratedRegex(@"\b(commit[- ]?(message|log|msg|description|desc|text|body)s?|change ?logs?|patch description|log message|in the commit)\b", Options)]
    public static partial Regex LogByName();

    /// <summary>The subject line.</summary>
    [GeneratedRegex(@"\b((patch |email |mail )?subject( line| prefix)?|patch title|title of (the|this)|(the|your|this|a|better|commit|short|long(er)?) title|short ?log( entry)?|summary line|(the|your|a|right|wrong|correct|usual|proper|consistent|subsystem|patch) prefix)\b", Options)]
    public static partial Regex Subject();

    /// <summary>A Fixes trailer, or a backport.</summary>
    [GeneratedRegex(@"\bfixes[- :]?""?'?\s*(tags?|lines?|trailers?)\b|\b(fixes|fixing) (commit|tag)\b|[""'`]fixes:?[""'`]|(^|\s)fixes: |\b(add|need|needs|missing|deserves?|want|have|a|the|with|without) (a |the |an? appropriate )?fixes:?( tag| line|[.,?!]|$)|\b(be|get|gets|being) back-?ported\b|\bback-?port(s|ed)? (this|it|to (stable|older|previous))\b|\bhow far\b.{0,60}\bback-? ?port|\b(cc:?|tag(ged)? for|marked? for) ?-?stable\b|\bstable@|\bstable tags?\b", Options)]
    public static partial Regex Fixes();

    /// <summary>Trailers other than Fixes: who wrote, signed, reported.</summary>
    [GeneratedRegex(@"\b(sign(ed)?[- ]?off(s|[- ]by)?|s-?o-?b|sob|co-?(developed|authored)[- ]by|(reviewed|acked|tested|reported|suggested)[- ]by|r-?b|tags?|author(ship)?|from:? line|link:? tag|trailers?)\b", Options)]
    public static partial Regex Trailers();

    /// <summary>A message that the program prints.</summary>
    [GeneratedRegex(@"\b((error|warning|log|debug|failure|info|kernel|boot|panic|trace|printed|printk) (message|string|text|print)s?|(message|string)s? (text|printed|shown|is printed|that is printed)|user[- ]visible (message|string|text)|print(s|ed|ing)?|printk|(other|similar|same|these|this|the|such|that|which|a|all) messages?|dev_(err|warn|info|dbg)|pr_(err|warn|info|debug)|error_(setg|report)|warn_report|(log|dmesg|console) (spam|flood|noise)|rate-?limit(ed)?|loglevel|log level|dmesg|format string)\b|\bspam", Options)]
    public static partial Regex Message();

    /// <summary>The words of a message, where it is clear that a message is meant.</summary>
    [GeneratedRegex(@"\b(hints?|word(s|ed|ing)?|spell(ed|ing|t)?|typo|capital(i[sz]ed?)?|lower ?case|upper ?case|newline|\\n|punctuation|full stop|period|prefix(ed)?|visible|users?|end[- ]user|admin(istrator)?s?|informative|information|helpful|meaningful|call it|phras(e|ed|ing)|reword|rephrase|grammar|redundant|obvious|confus(e|ed|ing)|mislead(ing)?|unclear|say|says|tell|quotes?|hex|decimal|%\w+)\b", Options)]
    public static partial Regex MessageWords();

    /// <summary>What the program does, as its user or guest sees it.</summary>
    [GeneratedRegex(@"\b((chang(e|es|ed|ing)|new|old|previous|current|different|same|existing|visible|expected|intended|default|correct|wrong|desired|surprising) (the )?(\w+ )?behaviou?rs?|behaviou?r(al)? (changes?|difference|is|was|will|would|should)|regress(ion|es|ed)?|(user|guest)[- ]?(space)?[- ]?visible|(right|correct|wrong) thing to do|backwards?[- ](in)?compat\w*|(break|breaks|breaking|broke) (existing|user ?space|guests?|old|the (guest|user|ABI|UAPI)|migration|compat\w*)|(used to|no longer|now) (works?|fails?|boots?|crash(es)?))\b", Options)]
    public static partial Regex Behaviour();

    /// <summary>The quality of a text: its truth, its clearness, its words.</summary>
    [GeneratedRegex(@"\b(is (that|this|it) (even |really |still |actually )?(true|correct|right|accurate)|(not|isn't|is not|doesn't|don't|does not|do not|didn't) (really |quite |very |even |entirely |fully )?(clear|true|correct|accurate|match|mention|say|explain|describe|right|reflect|understand|parse|relevant|obvious|what|how)|confus\w+|mislead\w*|typos?|wording|reworded|grammar|paragraph|sentence|drop(ped)?|irrelevant|unclear|vague|inaccurate|incorrect|wrong|what do you mean|says?|mentions?|wrap(ped)?|spelling|spelled|nit|s/|reads?|clearer|rephras\w*|reword\w*|no (clue|idea))(\b|/)", Options)]
    public static partial Regex TextQuality();

    /// <summary>Documentation other than the log.</summary>
    [GeneratedRegex(@"\b(documentation|docs?/|kernel-?doc|man ?pages?|release notes?|api\.(rst|txt)|readme|(code )?comments? (here|above|in the code|explaining|describing|about|to explain)|(add|need|needs|deserves?|want|with|some|this|the|a) (a |some )?(code )?comments?)\b", Options)]
    public static partial Regex Documentation();

    /// <summary>How patches are cut and sent.</summary>
    [GeneratedRegex(@"\b(resend|re-?spin|rebased?|re-?post|split (this|it|the|into|up|out)|separate (patch|commit|series)|(its|their|an?) own (patch|commit)|squash(ed)?|fold(ed)? (this|it|into)|cover letter|checkpatch|cc (the|me)|get_maintainer|plain text|base64|html mail|cherry[- ]pick|git am|(does(n't| not)|won't|fails to) apply|changes? since|patch (order|ordering)|reorder|drop this patch|this patch (can|should) be|submit patches|stable[- ]kernel[- ](tree|rules))\b", Options)]
    public static partial Regex Process();

    /// <summary>A reason for the change is asked for.</summary>
    [GeneratedRegex(@"\b(explain|what('s| is)|describe|clarify|state|understand|see|elaborate)\b.{0,40}\b(motivation|reason|rationale|purpose|why (this|the|we|you)|use[- ]?case|benefit|point of (this|the)|problem (you|this|that|is))\b|\bwhy (do (we|you) (need|want)|is (this|it) (patch|change|needed|necessary|required)|this (patch|change))\b", Options)]
    public static partial Regex Motivation();

    /// <summary>A fact of the log set right: "the device name is".</summary>
    [GeneratedRegex("""\b(device|file|option|property|symbol|function|tool|command|register|driver)( \w+)? (name )?is (called )?["'`]""", Options)]
    public static partial Regex FactNamed();
}
