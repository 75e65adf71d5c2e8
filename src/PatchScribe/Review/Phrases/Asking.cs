using System.Text.RegularExpressions;

namespace PatchScribe.Review.Phrases;

/// <summary>Phrases by which a sentence asks for something or objects.</summary>
internal static partial class Asking
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>Asks somebody to do something.</summary>
    [GeneratedRegex(@"\b(please|pls|(could|can|would|will|might|may) (you|we|this|it|that|be)( please)?|let's|should(n't)?|shall we|must|ha(s|ve) to|need(s)? (to|a|an|some|more|updating|rework|clarif\w+|explain\w+|be)|needs|would(n't it)? be (better|nice|nicer|good|great|clearer|useful|helpful|worth|preferable|more|easier|cleaner|simpler|in order|safer|appreciated|interesting)|i('d| would|'ll| will)? ?(also |still |really |much |rather )*(prefer|suggest|propose|recommend|rather|like to|love|expect|have (liked|preferred|expected)|appreciate)|suggest(ion|ing)?|recommend|how about|what about|why not|maybe|perhaps|probably (want|need|should|better|worth)|consider|instead|rather than|better (to|as|call|use|be|if|with)|can (just |simply |also |probably )?(be )?(drop|remove|simplif|fold|merge|use|avoid|skip|delete|go|say)\w*|worth \w+ing|worth (a|to|its)|(is|are|'s) missing|missing|lacks?|you('ve| have)? forg[eo]t|forgot|make sure|nit(s|pick\w*)?|typos?|s/[^/]+/[^/]*/?|wants? (to|you|a)|wish|looking for|ought to|just (use|call|drop|say|make|do|remove|add)|or just)\b", Options)]
    public static partial Regex Request();

    /// <summary>Asks nobody to change anything: a link, a line of the kernel's log, "please let me know", "two comments below", "resending because".</summary>
    [GeneratedRegex(@"^(https?://|\[ {0,8}\d{1,9}\.\d{6}\]|((and |so |but )?(\w+, )?please (shout|excuse|forgive|accept|bear with|correct me|let (me|us) know|feel free|ignore (this|my|the|that)|find|go ahead|add my|take|see (below|above|inline|my|the|https?))\b)|(.{0,60}\b)?i (only |just ){0,2}have (only |just )?(a|one|some|no|two) .{0,20}(suggestions?|comments?|nits?|questions?|remarks?)\b.{0,25}[^?:]$|some .{0,12}(comments?|nits?)\W*$|[^\w]+$|(just )?(one|two|three|a few|some|few|a couple of|couple of|minor|the) .{0,30}(suggestions?|comments?|nits?|questions?|remarks?) .{0,12}(below|inline|above)\b|(re-?sending|sorry|apologies|my apologies)\b|if you (want|would like|prefer|need) .{0,200}\blet me know\W*$)", Options)]
    public static partial Regex OfNobody();

    /// <summary>A sentence that begins with what is to be done.</summary>
    [GeneratedRegex(@"^(and |also,? |then |so |nit: ?|minor: ?|just |\(|- |\* |[0-9]+[.)] )*(add|drop|remove|use|fix|rename|move|mention|explain|describe|note|document|clarify|spell|say|state|reword|rephrase|rewrite|split|squash|keep|put|make|don't|do not|avoid|replace|change|update|delete|swap|reorder|indent|wrap|capitali[sz]e|ditto|same (here|comment|for)|align|return|check|call|s/)\b", Options)]
    public static partial Regex Imperative();

    /// <summary>Says that something is not right.</summary>
    [GeneratedRegex(@"\b(wrong(ly)?|incorrect(ly)?|inaccurate|inconsistent|not (quite |very |entirely |at all |really |that |so |too |100% )*(clear|true|correct|accurate|relevant|right|obvious|necessary|needed|sure|useful|helpful|happy|convinced|great|good|nice|fond|ideal|readable|meaningful|descriptive|enough|what|how|following|valid)|(isn't|aren't|wasn't) (clear|true|correct|accurate|relevant|right|obvious|necessary|needed|useful|helpful|enough|what|really|very|one of|a valid|valid|quite|it)|unclear|confus\w+|mislead\w*|makes? no sense|(does|do|did|wo|would|ca|could|have|has)(n't| not) (make (any )?sense|match|say|explain|parse|look|seem|sound|mention|tell|describe|reflect|understand|see|get|follow|like|think|believe|belong|apply|hold|know|help|exist|read|agree|grok|work|need|have any|want|any)|cannot|(no|any) (clue|idea)|nonsense|bogus|odd(ly)?|strange|weird|pointless|useless|redundant|superfluous|unnecessary|unneeded|too (long|vague|terse|short|much|verbose|generic|many|big|late|early)|vague|cryptic|hard to (read|understand|parse|follow)|fail(s)? to (see|understand|mention|explain)|at a loss|lost me|puzzled|struggl\w+|nack|disagree|bugg?y?|broken|breaks?|fails?( to)?|hangs?|deadlocks?|locks? up|leaks?|racy|crash(es)?|concern\w*|worr(y|ied)|problem(atic)?|no (need|reason|point|bug)|don't)\b", Options)]
    public static partial Regex Objection();

    /// <summary>Asks for words: explain, mention, clarify.</summary>
    [GeneratedRegex(@"\b(explain(ed|ing|s)?|explanation|motivat\w+|rationale|justif(y|ication|ied)|clarif\w+|elaborate|(say|mention|tell us|describe|spell (it |this )?out)\b|(please|pls|to|should|must|could|can|explicitly|clearly|better|you|and|or) (state|document|note)\b|^(state|document|note)\b|(stating|documenting|noting)\b|no statement of\b|worth (mentioning|noting|saying|adding|stating|explaining|documenting|a (mention|note|comment))|rephrase|reword|rewrite|expand on|(more|some|bit of|additional|missing) (detail|information|context|background|info|words)s?|in more detail|what (do|did) you mean|what (does|do) (this|that|it|you)( \w+)? mean|what (this|that|it) means|i have no (clue|idea)|don't (understand|get) (what|why|this|the|that|how))", Options)]
    public static partial Regex Words();

    /// <summary>A question how the code fares in another case: about the change, not about its log.</summary>
    [GeneratedRegex(@"^(and |but |so |also,? |hmm,? |ok,? |(side |pure |honest |silly |stupid |dumb |one more )?question( to ask)?: ?)*(what (happens|if|about)|have you|did you (try|test|consider|check|see|measure)|do we (also |really |still )?(need|want|have)|can('t| not)? \w+|could(n't)? \w+|would(n't)? (it|this|that|we|you)|(do|did|are|were|have|was|is) (you|that|it) (actually|really|ever|on|recall|know|have|had|see|seen|sure|need|worried)|is there (a|any|anything)|are there|how (does|do|is|will|would|much|many|about|often)|why (not|can't|don't|doesn't|isn't|do|did|is|are|does|should|would|has|have|on earth)|should(n't)? (we|this|it|you)|where|when|who|which|does (this|that|it|the)|any (chance|idea|reason|plan|progress|news|update)|or )\b", Options)]
    public static partial Regex AboutChange();

    /// <summary>A question about nothing in particular: it asks for an answer, not for a change.</summary>
    [GeneratedRegex(@"^(any |your |other )?(thoughts|opinions?|comments|objections|ideas|what do you (all )?think|what do others think|wdyt|did i miss (something|anything)|(or )?am i missing (something|anything)|what am i missing|(does|do) (that|this|it) (make|sound) \w+( to you)?|makes? sense|right|no|ok(ay)?|agreed|huh|really)\s?\??$", Options)]
    public static partial Regex AnyThoughts();
}
