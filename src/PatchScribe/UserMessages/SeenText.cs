using System.Text.RegularExpressions;

namespace PatchScribe.UserMessages;

/// <summary>A message as a user saw it: quote marks of a mail taken off, lines joined, and the phrases that source code is likely to hold.</summary>
internal sealed partial class SeenText
{
    /// <summary>Phrases looked for at the most.</summary>
    private const int MaxPhrases = 48;

    public SeenText(string text)
    {
        Text = string.Join(' ', text.Split('\n').Select(line => QuoteMarks().Replace(line, "").Trim())).Trim();
        Squeezed = FormatPattern.Squeeze(Text);
        Phrases = FindPhrases(Text);
    }

    /// <summary>On one line.</summary>
    public string Text { get; }

    /// <summary>Without blanks.</summary>
    public string Squeezed { get; }

    /// <summary>Pairs of neighbouring words, and long words.</summary>
    public IReadOnlyList<string> Phrases { get; }

    private static List<string> FindPhrases(string text)
    {
        var pairs = new List<string>();
        var words = Word().Matches(text);
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var end = words[i].Index + words[i].Length;
            if (words[i + 1].Index == end + 1 && text[end] == ' ' && words[i].Length + words[i + 1].Length >= 6)
            {
                pairs.Add($"{words[i].Value} {words[i + 1].Value}");
            }
        }

        var single = words.Select(match => match.Value).Where(word => word.Length >= 5);
        return [.. pairs.Concat(single).Distinct(StringComparer.Ordinal).Take(MaxPhrases)];
    }

    [GeneratedRegex(@"^(\s*[>|])+\s?", RegexOptions.ExplicitCapture)]
    private static partial Regex QuoteMarks();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'-]*[A-Za-z]", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
