namespace PatchScribe.Behaviour.Wording;

/// <summary>Cuts a log into sentences and verbatim blocks; every line keeps its number.</summary>
internal sealed class LogPassageReader
{
    private readonly string[] _lines;
    private readonly List<LogSentence> _sentences = [];
    private readonly List<LogVerbatim> _blocks = [];
    private LogSentence? _last;

    private LogPassageReader(string text) => _lines = text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Reads the whole text.</summary>
    public static LogPassages Read(string text) => new LogPassageReader(text).ReadAll();

    private LogPassages ReadAll()
    {
        var at = 0;
        while (at < _lines.Length)
        {
            at = string.IsNullOrWhiteSpace(_lines[at]) ? at + 1
                : IsFence(_lines[at]) ? ReadFenced(at)
                : IsIndented(_lines[at]) ? ReadIndented(at)
                : ReadParagraph(at);
        }

        return new LogPassages(_sentences, _blocks);
    }

    private static bool IsFence(string line) => line.TrimStart().StartsWith("```", StringComparison.Ordinal);

    private static bool IsIndented(string line) => line.StartsWith('\t') || line.StartsWith("  ", StringComparison.Ordinal);

    private int ReadFenced(int start)
    {
        var end = start + 1;
        while (end < _lines.Length && !IsFence(_lines[end]))
        {
            end++;
        }

        AddBlock(_lines[(start + 1)..Math.Min(end, _lines.Length)], start, Math.Min(end, _lines.Length - 1));
        return end + 1;
    }

    private int ReadIndented(int start)
    {
        var end = start;
        for (var i = start; i < _lines.Length && (IsIndented(_lines[i]) || string.IsNullOrWhiteSpace(_lines[i])); i++)
        {
            end = string.IsNullOrWhiteSpace(_lines[i]) ? end : i;
        }

        AddBlock(_lines[start..(end + 1)], start, end);
        return end + 1;
    }

    private void AddBlock(string[] lines, int start, int end)
    {
        _blocks.Add(new LogVerbatim([.. lines.Select(l => l.Trim())], start + 1, end + 1, _last));
        _last = null;
    }

    private int ReadParagraph(int start)
    {
        var end = start;
        while (end < _lines.Length && !string.IsNullOrWhiteSpace(_lines[end]) && !IsFence(_lines[end]) && (end == start || !IsIndented(_lines[end])))
        {
            end++;
        }

        var (text, first) = ("", start);
        for (var i = start; i < end; i++)
        {
            var rest = _lines[i].Trim();
            while (SentenceEnd(rest) is var stop and > 0)
            {
                AddSentence(text.Length == 0 ? rest[..stop] : text + " " + rest[..stop], text.Length == 0 ? i : first, i);
                (text, rest) = ("", rest[stop..].TrimStart());
            }

            if (rest.Length > 0)
            {
                (first, text) = text.Length == 0 ? (i, rest) : (first, text + " " + rest);
            }
        }

        if (text.Length > 0)
        {
            AddSentence(text, first, end - 1);
        }

        return end;
    }

    private void AddSentence(string text, int first, int last)
    {
        _last = new LogSentence(text, first + 1, last + 1);
        _sentences.Add(_last);
    }

    // A stop, '?' or '!' before a space or the end of the line; an abbreviation's stop ("i.e.") is followed by a small letter.
    private static int SentenceEnd(string line)
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is '.' or '?' or '!' && (i + 1 == line.Length
                || (line[i + 1] == ' ' && i + 2 < line.Length && !char.IsLower(line[i + 2]))))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
