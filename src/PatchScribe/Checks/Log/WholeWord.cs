namespace PatchScribe.Checks.Log;

/// <summary>Finds a name that is no part of a longer one.</summary>
internal static class WholeWord
{
    /// <summary>Index of the first occurrence that no letter, digit or underscore continues; -1 when there is none.</summary>
    public static int IndexOf(string text, string name, StringComparison comparison = StringComparison.Ordinal)
    {
        for (var at = name.Length == 0 ? -1 : text.IndexOf(name, comparison); at >= 0; at = text.IndexOf(name, at + 1, comparison))
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
