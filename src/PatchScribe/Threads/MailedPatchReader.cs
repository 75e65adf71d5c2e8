using System.Text.RegularExpressions;
using PatchScribe.Diffs;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Takes the body of a patch mail apart as git-mailinfo(1) does: in-body headers, scissors, the log, the notes below
/// <c>---</c>, the diff. A diff in an attachment serves when the body has none.
/// </summary>
public static partial class MailedPatchReader
{
    /// <summary>The patch of a mail; without a diff <see cref="MailedPatch.Diff"/> is empty.</summary>
    public static MailedPatch Read(MailMessage message, PatchSubject subject)
    {
        var lines = message.Body.Split('\n');
        var start = SkipInBodyHeaders(lines, AfterScissors(lines));
        var diffAt = DiffStart(lines, start);
        var marker = Array.FindIndex(lines, start, Math.Max(0, (diffAt < 0 ? lines.Length : diffAt) - start), line => line.TrimEnd() == "---");
        var logEnd = marker >= 0 ? marker : diffAt >= 0 ? diffAt : EndOfText(lines);
        var diff = diffAt >= 0 ? string.Join('\n', lines[diffAt..EndOfDiff(lines)]) + "\n" : Attached(message);
        return new MailedPatch
        {
            Message = message,
            Index = subject.Index,
            Title = subject.Title,
            Author = message.Author,
            Log = string.Join('\n', lines[start..Math.Max(start, logEnd)]).TrimEnd(),
            LogLine = start + 1,
            Notes = marker >= 0 ? string.Join('\n', lines[(marker + 1)..(diffAt >= 0 ? diffAt : EndOfText(lines))]).Trim('\n') : "",
            DiffLine = diffAt >= 0 ? diffAt + 1 : 0,
            Diff = diff,
            Files = diff.Length > 0 ? DiffReader.Read(diff).Files : [],
            PatchId = diff.Length > 0 ? PatchId.Stable(diff) : null,
        };
    }

    /// <summary>True when the text holds the start of a diff in column 0.</summary>
    public static bool HasDiff(MailMessage message) => DiffStart(message.Body.Split('\n'), 0) >= 0 || Attached(message).Length > 0;

    private static int AfterScissors(string[] lines)
    {
        var limit = DiffStart(lines, 0);
        return Array.FindLastIndex(lines, (limit < 0 ? lines.Length : limit) - 1, limit < 0 ? lines.Length : limit, line => Scissors().IsMatch(line)) + 1;
    }

    private static int SkipInBodyHeaders(string[] lines, int start)
    {
        var at = start;
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
        {
            at++;
        }

        var first = at;
        while (at < lines.Length && InBodyHeader().IsMatch(lines[at]))
        {
            at++;
        }

        if (at == first)
        {
            return first;
        }

        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at]))
        {
            at++;
        }

        return at;
    }

    private static int DiffStart(string[] lines, int start)
    {
        for (var i = start; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("diff --git ", StringComparison.Ordinal)
                || (lines[i].StartsWith("--- ", StringComparison.Ordinal) && i + 2 < lines.Length
                    && lines[i + 1].StartsWith("+++ ", StringComparison.Ordinal) && lines[i + 2].StartsWith("@@ -", StringComparison.Ordinal)))
            {
                return i;
            }
        }

        return -1;
    }

    private static int EndOfDiff(string[] lines)
    {
        var end = Array.FindLastIndex(lines, line => line is "-- " or "--");
        return end > 0 && lines.Length - end <= 12 ? end : EndOfText(lines);
    }

    private static int EndOfText(string[] lines)
    {
        var end = lines.Length;
        while (end > 0 && string.IsNullOrWhiteSpace(lines[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static string Attached(MailMessage message) =>
        message.Parts.Skip(1).Select(part => part.Text).FirstOrDefault(text => text is not null && DiffStart(text.Split('\n'), 0) >= 0) ?? "";

    [GeneratedRegex(@"^\s*-*\s*-+\s*(>8|8<|>%|%<)\s*-+[\s->8<%]*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scissors();

    [GeneratedRegex("^(From|Subject|Date|Cc|To): ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InBodyHeader();
}
