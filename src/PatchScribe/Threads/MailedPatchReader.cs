using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Takes the body of a patch mail apart as git-mailinfo(1) does: in-body headers, scissors, the log, the notes below
/// <c>---</c>, the diff. A diff in an attachment serves when the body has none.
/// </summary>
public static partial class MailedPatchReader
{
    /// <summary>A signature has at most this many lines; git's own has two, lists add a footer.</summary>
    private const int MaxSignatureLines = 12;

    /// <summary>The patch of a mail; without a diff <see cref="MailedPatch.Diff"/> is empty.</summary>
    public static MailedPatch Read(MailMessage message, PatchSubject subject)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(subject);
        return Read(message, subject, DiffStart(message.Body));
    }

    internal static MailedPatch Read(MailMessage message, PatchSubject subject, int diffAt)
    {
        var body = message.Body;
        var textEnd = diffAt >= 0 ? diffAt : body.AsSpan().TrimEnd().Length;
        var start = SkipInBodyHeaders(body, AfterScissors(body, textEnd), textEnd);
        var marker = Marker(body, start, textEnd);
        var notesAt = marker < 0 ? textEnd : Math.Min(textEnd, NextLine(body, marker));
        var patch = new MailedPatch
        {
            Message = message,
            Index = subject.Index,
            Title = subject.Title,
            Author = message.Author,
            Log = body[start..Math.Max(start, marker < 0 ? textEnd : marker)].TrimEnd(),
            LogLine = LineAt(body, start),
            Notes = body[notesAt..textEnd].Trim('\n'),
            DiffLine = diffAt >= 0 ? LineAt(body, diffAt) : 0,
            DiffAt = diffAt >= 0 ? (diffAt, EndOfDiff(body, diffAt) - diffAt) : (0, 0),
        };
        return diffAt >= 0 ? patch : patch with { Diff = Attached(message) };
    }

    /// <summary>True when the text holds the start of a diff in column 0, or an attachment does.</summary>
    public static bool HasDiff(MailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return DiffStart(message.Body) >= 0 || Attached(message).Length > 0;
    }

    /// <summary>Where the first diff starts, in column 0: a <c>diff --git</c> line, or <c>---</c>, <c>+++</c> and <c>@@</c>; -1 without one.</summary>
    internal static int DiffStart(string text)
    {
        var git = LineStartingWith(text, "diff --git ", 0);
        for (var at = LineStartingWith(text, "--- ", 0); at >= 0 && (git < 0 || at < git); at = LineStartingWith(text, "--- ", at + 1))
        {
            var second = NextLine(text, at);
            if (text.AsSpan(second).StartsWith("+++ ") && text.AsSpan(NextLine(text, second)).StartsWith("@@ -"))
            {
                return at;
            }
        }

        return git;
    }

    private static int LineStartingWith(string text, string start, int from)
    {
        if (from == 0 && text.StartsWith(start, StringComparison.Ordinal))
        {
            return 0;
        }

        var found = text.IndexOf("\n" + start, Math.Max(0, from - 1), StringComparison.Ordinal);
        return found < 0 ? -1 : found + 1;
    }

    private static int NextLine(string text, int at)
    {
        var end = text.IndexOf('\n', Math.Min(at, text.Length));
        return end < 0 ? text.Length : end + 1;
    }

    private static int LineAt(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static int AfterScissors(string text, int end)
    {
        var after = 0;
        if (!text.AsSpan(0, end).ContainsAny(">%8".AsSpan()) || !MayHoldScissors(text.AsSpan(0, end)))
        {
            return 0;
        }

        for (var at = 0; at < end; at = NextLine(text, at))
        {
            var line = text.AsSpan(at, NextLine(text, at) - at).TrimEnd();
            after = MayHoldScissors(line) && Scissors().IsMatch(line) ? Math.Min(NextLine(text, at), end) : after;
        }

        return after;
    }

    private static bool MayHoldScissors(ReadOnlySpan<char> text) =>
        text.Contains(">8", StringComparison.Ordinal) || text.Contains("8<", StringComparison.Ordinal)
        || text.Contains(">%", StringComparison.Ordinal) || text.Contains("%<", StringComparison.Ordinal);

    private static int SkipInBodyHeaders(string text, int start, int end)
    {
        var first = SkipBlankLines(text, start, end);
        var at = first;
        while (at < end && (InBodyHeader().IsMatch(text.AsSpan(at, Math.Min(16, end - at))) || (at > first && text[at] is ' ' or '\t')))
        {
            at = NextLine(text, at);
        }

        return at == first ? Math.Min(first, end) : Math.Min(SkipBlankLines(text, at, end), end);
    }

    private static int SkipBlankLines(string text, int at, int end)
    {
        while (at < end && text.AsSpan(at, NextLine(text, at) - at).IsWhiteSpace())
        {
            at = NextLine(text, at);
        }

        return at;
    }

    private static int Marker(string text, int start, int end)
    {
        for (var at = start; at < end; at = NextLine(text, at))
        {
            if (text[at] == '-' && text.AsSpan(at, NextLine(text, at) - at).TrimEnd() is "---")
            {
                return at;
            }
        }

        return -1;
    }

    private static int EndOfDiff(string text, int diffAt)
    {
        var end = text.AsSpan().TrimEnd('\n').Length;
        var lines = 0;
        for (var at = end; at > diffAt && lines < MaxSignatureLines; lines++)
        {
            var start = text.LastIndexOf('\n', at - 1) + 1;
            if (text.AsSpan(start, at - start) is "-- " or "--")
            {
                return Math.Max(diffAt, start);
            }

            at = start - 1;
        }

        return end;
    }

    internal static string Attached(MailMessage message) =>
        message.Parts.Skip(1).Select(part => part.Text).FirstOrDefault(text => text is not null && DiffStart(text) >= 0) ?? "";

    [GeneratedRegex(@"^[\s-]*-\s*(>8|8<|>%|%<)\s{0,9}-[\s->8<%]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scissors();

    [GeneratedRegex("^(From|Subject|Date|Cc|To): ", RegexOptions.ExplicitCapture)]
    private static partial Regex InBodyHeader();
}
