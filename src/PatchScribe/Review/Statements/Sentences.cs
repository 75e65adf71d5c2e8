namespace PatchScribe.Review.Statements;

/// <summary>Splits mail prose into sentences at <c>. ! ?</c> before a blank and a letter that is no lower-case one.</summary>
internal static class Sentences
{
    public static IEnumerable<string> Of(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '.' or '!' or '?'
                && (i + 1 == text.Length || (text[i + 1] == ' ' && i + 2 < text.Length && !char.IsLower(text[i + 2])))
                && !(text[i] == '.' && i >= 3 && text[(i - 3)..i] is "i.e" or "e.g");
            if (ends && i >= start)
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }
}
