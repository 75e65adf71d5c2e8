using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Review.Quoting;

/// <summary>
/// Finds the soft line breaks of format=flowed text (RFC 3676 sections 4.1 and 4.2). Every line stays a line with its number;
/// only its joint says that it goes on. Lines of diffs and of code are fixed whatever blank they end in, for mailers flow what
/// was never meant to.
/// </summary>
internal static class FlowedText
{
    /// <summary>How each line, without its marks and stuffing, goes on.</summary>
    public static LineJoint[] Joints(MailMessage message, IReadOnlyList<(int Depth, string Text)> lines)
    {
        var joints = new LineJoint[lines.Count];
        if (!message.Flowed)
        {
            return joints;
        }

        var inDiff = false;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (depth, text) = lines[i];
            inDiff = StartsDiff(text) || (inDiff && lines[i - 1].Depth == depth && IsDiffLine(text));
            if (text.EndsWith(' ') && lines[i + 1].Depth == depth && !inDiff && !IsFixed(text) && !IsFixed(lines[i + 1].Text))
            {
                joints[i] = message.DelSp ? LineJoint.Tight : LineJoint.Blank;
            }
        }

        return joints;
    }

    private static bool StartsDiff(string text) =>
        text.StartsWith("diff --git ", StringComparison.Ordinal) || text.StartsWith("@@ -", StringComparison.Ordinal) || text.StartsWith("--- a/", StringComparison.Ordinal);

    private static bool IsDiffLine(string text) =>
        text.Length == 0 || text[0] is ' ' or '+' or '-' or '\t' or '@' or '\\' || text.StartsWith("index ", StringComparison.Ordinal);

    /// <summary>Empty, indented, ending as code does, a command, a fence, a trailer, a signature's separator.</summary>
    private static bool IsFixed(string text)
    {
        var words = text.AsSpan().TrimEnd();
        return words is [] or [' ' or '\t' or '+', ..] or ['@', '@', ..] or [.., ';' or '{' or '}' or '\\'] || text == "-- "
            || words.StartsWith("$ ") || words.StartsWith("```") || TrailerReader.IsTrailer(text);
    }
}
