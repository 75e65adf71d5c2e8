using System.Text.RegularExpressions;
using PatchScribe.Threads;
using PatchScribe.UserMessages;

namespace PatchScribe.Review.Places;

/// <summary>Says what the lines of one patch mail are: in-body header or log, trailers, notes below <c>---</c>, lines of the diff.</summary>
internal sealed partial class PatchPlaces
{
    /// <summary>Lines above a string in which its call may stand.</summary>
    private const int CallLines = 4;

    private readonly MailedPatch patch;
    private readonly string[] body;
    private readonly Dictionary<int, (string File, int? Line)> diff = [];
    private readonly int logEnd;
    private readonly int trailersFrom;

    public PatchPlaces(MailedPatch patch)
    {
        this.patch = patch;
        body = (patch.Message?.Body ?? "").Split('\n');
        var log = patch.Log.Split('\n');
        logEnd = patch.LogLine + log.Length - 1;
        var first = log.Length;
        while (first > 0 && (string.IsNullOrWhiteSpace(log[first - 1]) || TrailerReader.Read(log[first - 1]).Count > 0 || log[first - 1].StartsWith('[')))
        {
            first--;
        }

        trailersFrom = patch.LogLine + first;
        foreach (var file in patch.Files)
        {
            foreach (var line in file.Lines)
            {
                diff[patch.DiffLine + line.SourceLine - 1] = (file.Path, line.NewLine ?? line.OldLine);
            }
        }
    }

    public MailedPatch Patch => patch;

    public string? MessageId => patch.Message?.MessageId;

    public bool IsLog(int line) => line >= patch.LogLine && line <= logEnd && line < trailersFrom;

    /// <summary>A trailer of the log, or a trailer line that the author put below <c>---</c>.</summary>
    public bool IsTrailer(int line) =>
        (line >= trailersFrom && line <= logEnd) || (line > logEnd && !IsDiff(line) && TrailerReader.Read(body[line - 1]).Count > 0);

    public bool IsDiff(int line) => patch.DiffLine > 0 && line >= patch.DiffLine;

    /// <summary>The place of a line; <paramref name="logText"/> is the quoted part of the log that ends there.</summary>
    public ReviewPlace At(int line, string logText)
    {
        var text = body[line - 1];
        if (IsDiff(line))
        {
            var (file, number) = diff.GetValueOrDefault(line);
            return new ReviewPlace(IsMessage(line) ? "message" : "diff", file, number, text, MessageId);
        }

        return IsTrailer(line) ? new ReviewPlace("trailer", null, null, text, MessageId)
            : line < patch.LogLine ? new ReviewPlace("log", null, null, null, MessageId)
            : IsLog(line) ? new ReviewPlace("log", null, null, logText, MessageId)
            : new ReviewPlace("unknown", null, null, text.Trim(), MessageId);
    }

    /// <summary>A string that a call shows to a user, the call on the same line or a few above.</summary>
    private bool IsMessage(int line)
    {
        var first = Math.Max(patch.DiffLine - 1, line - 1 - CallLines);
        for (var i = line - 1; i >= first; i--)
        {
            var text = body[i];
            if (i < line - 1 && (text.EndsWith(';') || text.EndsWith('{') || text.EndsWith('}')))
            {
                return false;
            }

            if (Call().Matches(text).Any(match => MessageCallTable.Find(match.Groups["name"].Value) is not null))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]\w+)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
