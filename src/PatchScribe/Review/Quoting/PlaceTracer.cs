using PatchScribe.Threads;

namespace PatchScribe.Review.Quoting;

/// <summary>Finds where in a patch mail quoted lines come from: the subject, the log, its trailers, or a line of the diff.</summary>
internal sealed class PlaceTracer
{
    /// <summary>A part of a line shorter than this says too little to be known again.</summary>
    private const int MinPart = 12;

    private readonly MailedPatch patch;
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string File, int? Line)> diff = [];
    private readonly int logEnd;
    private readonly int trailersFrom;

    public PlaceTracer(MailedPatch patch)
    {
        this.patch = patch;
        var body = (patch.Message?.Body ?? "").Split('\n');
        for (var i = body.Length - 1; i >= 0; i--)
        {
            if (!string.IsNullOrWhiteSpace(body[i]))
            {
                lines[Key(body[i])] = i + 1;
            }
        }

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
            foreach (var line in file.Hunks.SelectMany(hunk => hunk.Lines))
            {
                diff[patch.DiffLine + line.SourceLine - 1] = (file.Path, line.NewLine ?? line.OldLine);
            }
        }
    }

    public string? PatchMessageId => patch.Message?.MessageId;

    /// <summary>The place of the nearest quoted line that the patch holds, with the run of quoted lines above the remark.</summary>
    public ReviewPlace Trace(IReadOnlyList<ReplyLine> quoted)
    {
        var text = string.Join('\n', quoted.Select(line => line.Text)).Trim('\n');
        for (var i = quoted.Count - 1; i >= 0; i--)
        {
            if (quoted[i].IsBlank)
            {
                continue;
            }

            if (LineOf(quoted[i].Text) is var at and > 0)
            {
                return Place(at, quoted, text);
            }

            if (TextKey(quoted[i].Text).EndsWith(TextKey(patch.Title), StringComparison.OrdinalIgnoreCase) && patch.Title.Length > 8)
            {
                return new ReviewPlace("subject", null, null, patch.Title, PatchMessageId);
            }

            // The nearest line decides, unless a mailer broke a long line in two.
            if (i < quoted.Count - 2)
            {
                break;
            }
        }

        return new ReviewPlace(text.Length > 0 ? "remark" : "unknown", null, null, text.Length > 0 ? text : null, PatchMessageId);
    }

    private ReviewPlace Place(int line, IReadOnlyList<ReplyLine> quoted, string text)
    {
        if (patch.DiffLine > 0 && line >= patch.DiffLine)
        {
            var (file, number) = diff.GetValueOrDefault(line);
            return new ReviewPlace("diff", file, number, quoted.LastOrDefault(one => !one.IsBlank).Text, PatchMessageId);
        }

        if (line >= trailersFrom && line <= logEnd)
        {
            return new ReviewPlace("trailer", null, null, quoted.LastOrDefault(one => !one.IsBlank).Text, PatchMessageId);
        }

        var logText = string.Join('\n', quoted.Where(one => one.IsBlank || (LineOf(one.Text) is var at && at >= patch.LogLine && at <= logEnd))
            .Select(one => one.Text)).Trim('\n');
        return new ReviewPlace(line <= logEnd ? "log" : "unknown", null, null, line <= logEnd ? logText : text, PatchMessageId);
    }

    /// <summary>The line of the patch mail that is this one, or (a reviewer broke it in two) holds it; 0 when there is none.</summary>
    private int LineOf(string quoted)
    {
        if (lines.TryGetValue(Key(quoted), out var at))
        {
            return at;
        }

        var part = quoted.Trim();
        return part.Length < MinPart ? 0 : lines.Where(pair => pair.Key.Contains(part, StringComparison.Ordinal)).Select(pair => pair.Value).DefaultIfEmpty(0).Min();
    }

    private static string Key(string line) => line.TrimEnd();

    private static string TextKey(string line) => line.Trim();
}
