using System.Text;

namespace PatchScribe.Review.Quoting;

/// <summary>What a line of a reply is.</summary>
internal enum ReplyLineKind
{
    /// <summary>The writer's own words.</summary>
    Own,

    /// <summary>Quoted from somebody.</summary>
    Quoted,

    /// <summary>"On ..., X wrote:", or the header block of a mail that is quoted below it without marks.</summary>
    Attribution,

    /// <summary>Greeting, closing, name, signature, list footer, a mark that something was left out.</summary>
    Courtesy,

    /// <summary>A diff that the writer sends inside the reply.</summary>
    Diff,
}

/// <summary>How a line of format=flowed text goes on (RFC 3676 section 4.1).</summary>
internal enum LineJoint
{
    /// <summary>It ends here.</summary>
    None,

    /// <summary>The next line is the same line behind a blank.</summary>
    Blank,

    /// <summary>The next line is the same line (DelSp=yes; its blank is taken off).</summary>
    Tight,
}

/// <summary>One line of a body: 1-based number, kind, quote depth, text without quote marks and stuffing, and how it goes on.</summary>
internal readonly record struct ReplyLine(int Number, ReplyLineKind Kind, int Depth, string Text, LineJoint Joint = LineJoint.None)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>What stands between this line's text and the next one's when they are put in one line.</summary>
    public string Glue => Joint == LineJoint.Tight ? "" : " ";

    /// <summary>The words of this line as a part of one longer line.</summary>
    public string Words => Joint == LineJoint.Tight ? Text.TrimStart() : Text.Trim();

    /// <summary>The words of several lines on one.</summary>
    public static string Join(IEnumerable<ReplyLine> lines)
    {
        var text = new StringBuilder();
        var glue = "";
        foreach (var line in lines)
        {
            text.Append(glue).Append(line.Words);
            glue = line.Glue;
        }

        return text.ToString();
    }
}
