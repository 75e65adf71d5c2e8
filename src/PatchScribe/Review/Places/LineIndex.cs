using PatchScribe.Diagnostics;

namespace PatchScribe.Review.Places;

/// <summary>
/// The lines of one mail, to be found again where others quote them: whole, or broken in two by a mailer. Blanks are
/// squeezed, for mailers change them. Lookups cost the same for any size of the mail.
/// </summary>
internal sealed class LineIndex
{
    /// <summary>A part of a line shorter than this says too little to be known again.</summary>
    private const int MinPart = 12;

    private readonly Dictionary<string, List<int>> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, string Text)> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Line, string Text)> ends = new(StringComparer.Ordinal);

    public void Add(string text, int line)
    {
        var key = Key(text);
        if (key.Length == 0)
        {
            return;
        }

        if (!whole.TryGetValue(key, out var lines))
        {
            whole.Add(key, lines = []);
        }

        lines.Add(line);
        if (key.Length > MinPart)
        {
            starts.TryAdd(key[..MinPart], (line, key));
            ends.TryAdd(key[^MinPart..], (line, key));
        }
    }

    /// <summary>The first such line below <paramref name="after"/>, else the first of all; 0 when there is none.</summary>
    public int Find(string key, int after)
    {
        if (whole.TryGetValue(key, out var lines))
        {
            var at = lines.BinarySearch(after + 1);
            at = at < 0 ? ~at : at;
            return at < lines.Count ? lines[at] : key.Length < MinPart ? 0 : lines[0];
        }

        return key.Length < MinPart ? 0
            : starts.TryGetValue(key[..MinPart], out var start) && (start.Text.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(start.Text, StringComparison.Ordinal)) ? start.Line
            : ends.TryGetValue(key[^MinPart..], out var end) && end.Text.EndsWith(key, StringComparison.Ordinal) ? end.Line
            : 0;
    }

    /// <summary>A line with its blanks squeezed.</summary>
    public static string Key(string line)
    {
        var trimmed = line.AsSpan().Trim();
        var clean = true;
        for (var i = 0; i < trimmed.Length && clean; i++)
        {
            clean = !char.IsWhiteSpace(trimmed[i]) || (trimmed[i] == ' ' && trimmed[i + 1] != ' ');
        }

        return clean ? trimmed.Length == line.Length ? line : trimmed.ToString()
            : Quotation.OneLine(line);
    }
}
