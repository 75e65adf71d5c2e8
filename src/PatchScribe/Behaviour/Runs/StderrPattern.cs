using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Runs;

/// <summary>Compares standard error with a predicted text in which <c>%d</c> stands for a number that cannot be foretold.</summary>
internal static class StderrPattern
{
    /// <summary>True when the texts are equal but for those numbers.</summary>
    public static bool Matches(string predicted, string observed)
    {
        if (string.Equals(predicted, observed, StringComparison.Ordinal))
        {
            return true;
        }

        var rest = observed.AsSpan();
        var pieces = predicted.Split(MessageTemplate.AnyNumber);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                var digits = rest.IndexOfAnyExceptInRange('0', '9');
                digits = digits < 0 ? rest.Length : digits;
                if (digits == 0)
                {
                    return false;
                }

                rest = rest[digits..];
            }

            if (!rest.StartsWith(pieces[i], StringComparison.Ordinal))
            {
                return false;
            }

            rest = rest[pieces[i].Length..];
        }

        return rest.IsEmpty;
    }
}
