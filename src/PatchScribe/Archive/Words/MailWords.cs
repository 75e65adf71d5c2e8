using PatchScribe.Mail;

namespace PatchScribe.Archive.Words;

/// <summary>
/// Gives the words of a mail to a sink, each in the column where it stands: subject, sender, own text, quoted lines, and
/// inside a diff its lines, files, hunk headers and blob ids (git-format-patch(1)). Attached text is read like the body.
/// </summary>
internal static class MailWords
{
    /// <summary>Characters of a mail that are indexed; a longer one (a log file) is found by what stands before.</summary>
    public const int MaxText = 1 << 21;

    /// <summary>Every word; false when the mail was longer than <see cref="MaxText"/>.</summary>
    public static bool Read(MailMessage mail, IWordSink sink)
    {
        sink.AddText(WordColumn.Subject, mail.Subject);
        AddPerson(mail.From, sink);
        if (mail.Author != mail.From)
        {
            AddPerson(mail.Author, sink);
        }

        ReadText(mail.Body, sink);
        var room = MaxText - mail.Body.Length;
        foreach (var part in mail.Parts)
        {
            if (part.Text is { } text && room > 0 && !ReferenceEquals(text, mail.Body) && text != mail.Body)
            {
                ReadText(text, sink);
                room -= text.Length;
            }
        }

        return room >= 0;
    }

    private static void AddPerson(MailAddress person, IWordSink sink)
    {
        sink.AddText(WordColumn.Sender, person.Name);
        sink.AddText(WordColumn.Sender, person.Email);
        sink.AddWhole(WordColumn.Sender, person.Email);
    }

    private static void ReadText(ReadOnlySpan<char> text, IWordSink sink)
    {
        text = text[..Math.Min(text.Length, MaxText)];
        var inDiff = false;
        while (!text.IsEmpty)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }

            if (StartsDiff(line, text))
            {
                inDiff = true;
            }
            else if (inDiff && line is "-- " or "--")
            {
                inDiff = false;
            }

            if (inDiff)
            {
                DiffLine(line, sink);
            }
            else
            {
                var quoted = line[0] == '>' || (line[0] is ' ' or '|' && line.TrimStart().StartsWith(">")) || line[0] == '|';
                sink.AddText(quoted ? WordColumn.Quoted : WordColumn.Own, line);
            }
        }
    }

    private static bool StartsDiff(ReadOnlySpan<char> line, ReadOnlySpan<char> following) =>
        (line[0] == 'd' && line.StartsWith("diff --git ")) || (line[0] == '-' && line.StartsWith("--- ") && following.StartsWith("+++ "));

    private static void DiffLine(ReadOnlySpan<char> line, IWordSink sink)
    {
        switch (line[0])
        {
            case '@' when line.StartsWith("@@ "):
                var behind = line[3..].IndexOf("@@");
                sink.AddText(WordColumn.Hunk, behind < 0 ? [] : line[(3 + behind + 2)..]);
                break;
            case '-' when line.StartsWith("--- "):
            case '+' when line.StartsWith("+++ "):
                AddFile(line[4..], sink);
                break;
            case 'i' when line.StartsWith("index ") && line.IndexOf("..") is var dots and > 6:
                var after = line[(dots + 2)..];
                sink.AddWhole(WordColumn.BlobBefore, line[6..dots]);
                sink.AddWhole(WordColumn.BlobAfter, after.IndexOf(' ') is var mode and >= 0 ? after[..mode] : after);
                break;
            case 'r' when line.StartsWith("rename to "):
                AddFile(line[10..], sink);
                break;
            case 'r' when line.StartsWith("rename from "):
                AddFile(line[12..], sink);
                break;
            case 'd' when line.StartsWith("diff --git "):
                AddNamesOfGit(line[11..], sink);
                break;
            default:
                sink.AddText(WordColumn.Diff, line);
                break;
        }
    }

    /// <summary><c>a/x b/x</c>: a file without hunks (a mode, a binary) is named here alone. Both names have one length when they are equal.</summary>
    private static void AddNamesOfGit(ReadOnlySpan<char> names, IWordSink sink)
    {
        var middle = names.Length / 2;
        if (names.Length > 4 && names[middle] == ' ')
        {
            AddFile(names[..middle], sink);
        }
    }

    /// <summary>The words of a path, and each of its ends as one word: <c>a/b/c.h</c> is found by <c>b/c.h</c> and by <c>c.h</c>.</summary>
    private static void AddFile(ReadOnlySpan<char> path, IWordSink sink)
    {
        path = path.TrimEnd();
        if (path is "/dev/null" or "")
        {
            return;
        }

        path = path.Length > 2 && path[1] == '/' ? path[2..] : path;
        sink.AddText(WordColumn.File, path);
        while (!path.IsEmpty)
        {
            sink.AddWhole(WordColumn.File, path);
            var slash = path.IndexOf('/');
            path = slash < 0 ? [] : path[(slash + 1)..];
        }
    }
}
