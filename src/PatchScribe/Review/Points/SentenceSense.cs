using System.Text.RegularExpressions;
using PatchScribe.Review.Phrases;
using PatchScribe.Threads;

namespace PatchScribe.Review.Points;

/// <summary>How much a sentence asks, the weakest first.</summary>
internal enum Ask
{
    /// <summary>Thanks, agreement, praise, a trailer: nothing to answer.</summary>
    Nothing,

    /// <summary>States something.</summary>
    Statement,

    /// <summary>Asks for an answer.</summary>
    Question,

    /// <summary>Says that something is not right.</summary>
    Objection,

    /// <summary>Asks for something to be done.</summary>
    Request,
}

/// <summary>Reads what a sentence does, apart from what it is about.</summary>
internal static partial class SentenceSense
{
    /// <summary>Words in quotation marks are somebody else's and ask nothing.</summary>
    public static Ask Of(string words)
    {
        var sentence = words.Contains('"', StringComparison.Ordinal) ? Quoted().Replace(words, "\"\"") : words;
        if (Asking.OfNobody().IsMatch(words) || (TrailerReader.Read(sentence).Count > 0 && !sentence.EndsWith(':')) || Answering.AppliedList().IsMatch(sentence)
            || (Answering.Reports().IsMatch(sentence) && !Answering.Turns().IsMatch(sentence)))
        {
            return Ask.Nothing;
        }

        if (Answering.Promises(sentence) && !sentence.EndsWith('?'))
        {
            return Ask.Statement;
        }

        var agrees = (Answering.Agrees().IsMatch(sentence) || (Answering.Praises().IsMatch(sentence) && sentence.Length < 80)) && !Answering.Turns().IsMatch(sentence);
        return Asking.Request().IsMatch(sentence) || Asking.Imperative().IsMatch(sentence) ? agrees && !sentence.EndsWith('?') && !Asking.Words().IsMatch(sentence) ? Ask.Nothing : Ask.Request
            : agrees ? Ask.Nothing
            : Asking.Objection().IsMatch(sentence) ? Ask.Objection
            : sentence.EndsWith('?') ? Ask.Question
            : Ask.Statement;
    }

    [GeneratedRegex("\"[^\"]+\"")]
    private static partial Regex Quoted();
}
