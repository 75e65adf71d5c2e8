using PatchScribe.Behaviour.Claims;

namespace PatchScribe.Behaviour.Wording;

/// <summary>The words by which logs say before, after, "already", and refer back to a message.</summary>
internal static class ClaimWords
{
    private static readonly string[] Both =
        ["before and after", "both before", "as before", "still ", "in both cases", "unchanged", "the same error", "the same message"];

    private static readonly string[] Before =
        ["instead of", "rather than", "before", "previously", "currently", "today", "used to", "so far", "until now", "at the moment",
         "right now", "without this", "formerly", "old behaviour", "old behavior", "at present"];

    private static readonly string[] After =
        ["now", "after", "will", "with this", "becomes", "from now on", "new behaviour", "new behavior", "instead,", "is reported as",
         "would become", "would be", "changes to", "is replaced"];

    private static readonly string[] Proposals = ["could also", "in the future", "later we", "later, we", "idea", "might print", "we could", "follow-up"];

    private static readonly string[] Already =
        ["already happen", "already occur", "already possible", "already be seen", "already appear", "already print", "already get",
         "already reported", "already see", "already exist", "already fail", "already the case", "already be met", "already be hit"];

    private static readonly string[] References =
        ["this error", "that error", "second error", "first error", "latter", "former", "the above", "error above", "message above",
         "this message", "that message", "second message", "first message", "new error", "old error", "new message", "old message",
         "this second", "this failure", "both errors", "these errors", "these messages", "same error", "same message", "previous error"];

    private static readonly string[] Introductions =
        ["error message", "different error", "different message", "user will", "visible", "difference", "following", "as follows", "output"];

    /// <summary>Which side the sentence before a block announces, or null.</summary>
    public static ClaimSide? SideOf(string sentence) =>
        Has(sentence, Both) ? ClaimSide.Both
        : Has(sentence, Before) && !sentence.StartsWith("Instead,", StringComparison.OrdinalIgnoreCase) ? ClaimSide.Before
        : Has(sentence, After) ? ClaimSide.After
        : null;

    /// <summary>True for a sentence about what could be done some day.</summary>
    public static bool IsProposal(string sentence) => Has(sentence, Proposals);

    /// <summary>True for "this error can already happen when ...".</summary>
    public static bool IsAlready(string sentence) => Has(sentence, Already);

    /// <summary>True for a sentence that refers back to a message.</summary>
    public static bool RefersBack(string sentence) => Has(sentence, References);

    /// <summary>True for a sentence that announces messages.</summary>
    public static bool Introduces(string sentence) => Has(sentence, Introductions);

    /// <summary>Which message the sentence means: the first (before) or the second.</summary>
    public static ClaimSide ReferenceOf(string sentence) =>
        Has(sentence, ["first error", "first message", "former", "old error", "old message"]) ? ClaimSide.Before : ClaimSide.After;

    // Words are looked for at word starts, so that "now" is not found in "unknown".
    private static bool Has(string sentence, string[] words)
    {
        foreach (var word in words)
        {
            var at = sentence.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            while (at >= 0)
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1]))
                    && (word.Length > 6 || end == sentence.Length || !char.IsLetterOrDigit(sentence[end]) || !char.IsLetter(word[^1])))
                {
                    return true;
                }

                at = sentence.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
