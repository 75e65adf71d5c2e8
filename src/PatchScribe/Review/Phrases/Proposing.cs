using System.Text.RegularExpressions;

namespace PatchScribe.Review.Phrases;

/// <summary>Phrases around proposed texts.</summary>
internal static partial class Proposing
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;

    /// <summary>A lead-in to a text that is proposed, wherever it stands.</summary>
    [GeneratedRegex(@"\b(how about|what about|something (like|along|similar)|some ?thing like|(i('d| would|'ve| have| might)?|let's|you (could|can|might)|we (could|can)) (suggest|propose|write|say|reword|phrase|put|go with|rephrase|rewrite|written)|suggest(ion|ed|ing)?s?|propos(al|ed?|ing)|(could|should|would|may|might|can|to|better) (say|read|write|become|be (written|worded|phrased|read|called))|reword(ed|ing)?|rephras(e|ed|ing)|rewrit(e|ten|ing)|as foll?ows?|as follwos|like (this|so|the following|below|these)|look(s)? like (this|so|the following)|formatt?ing|replace (it|this|that|the \w+)( \w+)? (with|by)|along (the|these) lines|(updated|new|better|revised|reworded|improved) (version|text|wording|description|log|message|subject|title|changelog)|change (it|this|that|the \w+) (to|into)|better (would be|is|as))\b", Options)]
    public static partial Regex LeadIn();

    /// <summary>A lead-in where the sentence names the text that is meant.</summary>
    [GeneratedRegex(@"\b(maybe|perhaps|(could|should|would|may|might|can|to) (be|look|go|have)|use|(the )?following|such as|instead|e\.g|for (example|instance)|please|make|add|change|with|needs?|how does|to)\b", Options)]
    public static partial Regex WeakLeadIn();

    /// <summary>The writer doubts the own text.</summary>
    [GeneratedRegex(@"\b(something (like|along)|along (the|these) lines|probably wrong|perhaps|maybe|not sure (if|whether)|feel free to (reword|change)|or (so|similar|something)|might be wrong|or whatever|if i understand)\b", Options)]
    public static partial Regex Hedge();

    /// <summary>Not for this change.</summary>
    [GeneratedRegex(@"\b(later|follow[- ]?up|(in|for) (the|a) (near )?future|another (patch|series)|separate(ly)?( (patch|series))?|while we('re| are) at it|as well,? we could|we could also|i wonder if|someday|on top of this|next step|out of scope|afterwards|some other time|subsequent)\b", Options)]
    public static partial Regex Future();

    /// <summary>Verbs before quoted words that are to be written.</summary>
    [GeneratedRegex(@"\b(call(ed)?( (it|this|that|them))?|say(s|ing)?|add(ing)?|writ(e|ten|ing)|see(n)?|mention(ing)?|use|using|read(s)?|like|titled?|be|print|report|show|with|to|prefer|make (it|this|that)|and|or|have|put|state|as|by)( (something|a|the|just|simply|also|maybe|perhaps|it|this|text|words?|line|sentence|message|error|hint|like)){0,3}[:,]? ?$", Options)]
    public static partial Regex VerbBeforeQuote();

    /// <summary>Words before quoted words that are there already, or that are to go.</summary>
    [GeneratedRegex(@"\b(instead of|rather than|than|replace|remove|drop|not|isn't|is|basically says|says|the word|what is|what does|means?|spell out|say(ing)? that|you (say|mean|write)|the|you mention|from|of|in|for|about) ?$", Options)]
    public static partial Regex PresentBeforeQuote();

    /// <summary>Would be printed.</summary>
    [GeneratedRegex(@"\b((could|should|would|might|can|may|maybe|better|rather|wonder|suggest)\b.{0,120}\b(error|message|report|print|say|hint|warn)|\b(report|print|say|hint)\b.{0,120}\b(instead|rather))", Options)]
    public static partial Regex WouldPrint();

    /// <summary>An idea beside the change.</summary>
    [GeneratedRegex(@"\b(i wonder if we|while we('re| are) at it|as well,? we could|in the (near )?future|some ?day|some other time|as a follow[- ]?up|next step)\b", Options)]
    public static partial Regex Idea();

    /// <summary>Speaks of a text that the other one wrote.</summary>
    [GeneratedRegex(@"\byou('re| are| have|'ve| had)? (also |already )?(propos|suggest|wrote|write|sa(y|id)|mention)", Options)]
    public static partial Regex YoursAlready();
}
