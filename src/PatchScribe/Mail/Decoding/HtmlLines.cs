using System.Text;

namespace PatchScribe.Mail.Decoding;

/// <summary>Collects the text of an HTML document line by line: white space collapsed, marks for quotations in front.</summary>
internal sealed class HtmlLines
{
    private const int MaxMarks = 20;
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private int lineQuotes;
    private bool blankPending;

    /// <summary>How many quotations are open.</summary>
    public int Quotes { get; set; }

    /// <summary>How many preformatted blocks are open.</summary>
    public int Preformatted { get; set; }

    /// <summary>Appends text; runs of white space become one space unless preformatted.</summary>
    public void Append(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (c == '\n' && Preformatted > 0)
            {
                Break();
            }
            else if (c is ' ' or '\n' or '\r' or '\t' && Preformatted == 0)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (c != '\r')
            {
                lineQuotes = line.Length == 0 ? Quotes : lineQuotes;
                line.Append(c == '\u00A0' ? ' ' : c);
            }
        }
    }

    /// <summary>Ends the line, also an empty one.</summary>
    public void Break()
    {
        if (line.Length == 0)
        {
            lineQuotes = Quotes;
        }

        Write();
    }

    /// <summary>Starts a block on a line of its own, after an empty line when it is a spaced one.</summary>
    public void StartBlock(bool spaced)
    {
        if (line.Length > 0)
        {
            Write();
        }

        blankPending |= spaced && text.Length > 0;
    }

    /// <summary>The whole text, with a line break at its end unless it is empty.</summary>
    public string ToText()
    {
        if (line.Length > 0)
        {
            Write();
        }

        var all = text.ToString().TrimEnd('\n');
        return all.Length == 0 ? "" : all + "\n";
    }

    private void Write()
    {
        if (blankPending)
        {
            AppendLine("");
            blankPending = false;
        }

        AppendLine(Preformatted > 0 ? line.ToString() : line.ToString().TrimEnd(' '));
        line.Clear();
    }

    private void AppendLine(string words)
    {
        var marks = Math.Min(lineQuotes, MaxMarks);
        text.Append('>', marks).Append(marks > 0 && words.Length > 0 ? " " : "").Append(words).Append('\n');
    }
}
