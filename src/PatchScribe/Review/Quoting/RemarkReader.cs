using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Review.Quoting;

/// <summary>Reads the remarks of a discussion: every paragraph of own words, with what it stands under.</summary>
internal sealed class RemarkReader
{
    private readonly Discussion discussion;
    private readonly Dictionary<string, PlaceTracer> tracers = new(StringComparer.Ordinal);
    private readonly HashSet<string> own = new(StringComparer.Ordinal);

    private RemarkReader(Discussion discussion)
    {
        this.discussion = discussion;
        foreach (var patch in discussion.Series.SelectMany(series => series.Patches).Where(patch => patch.Message is not null))
        {
            tracers.TryAdd(patch.Message!.MessageId, new PlaceTracer(patch));
        }

        own.UnionWith(tracers.Keys);
        own.UnionWith(discussion.Series.Select(series => series.Cover?.MessageId).OfType<string>());
    }

    /// <summary>Remarks in order of mail and line.</summary>
    public static IReadOnlyList<Remark> Read(Discussion discussion)
    {
        var reader = new RemarkReader(discussion);
        var remarks = new List<Remark>();
        foreach (var thread in discussion.Threads)
        {
            var patchOf = new string?[thread.Nodes.Count];
            for (var i = 0; i < thread.Nodes.Count; i++)
            {
                var node = thread.Nodes[i];
                patchOf[i] = reader.tracers.ContainsKey(node.MessageId) ? node.MessageId : node.Parent < 0 ? null : patchOf[node.Parent];
                if (node.Message is { } message && !reader.own.Contains(message.MessageId))
                {
                    reader.Read(message, patchOf[i], remarks);
                }
            }
        }

        var order = discussion.Messages.Select((message, index) => (message.MessageId, index)).ToDictionary(pair => pair.MessageId, pair => pair.index, StringComparer.Ordinal);
        return [.. remarks.OrderBy(remark => order[remark.MessageId]).ThenBy(remark => remark.FirstLine)];
    }

    private void Read(MailMessage message, string? patchId, List<Remark> remarks)
    {
        var tracer = patchId is null ? null : tracers[patchId];
        var author = message.Author.Name.Length > 0 ? message.Author.Name : message.Author.Email;
        var byPatchAuthor = IsPatchAuthor(message, patchId);
        var quoted = new List<ReplyLine>();
        var paragraph = new List<ReplyLine>();
        var (run, inQuote) = (0, false);
        var place = Unplaced(patchId);
        foreach (var line in QuoteSplitter.Split(message))
        {
            var ends = line.Kind != ReplyLineKind.Own || line.IsBlank;
            if (ends && paragraph.Count > 0)
            {
                remarks.Add(new Remark(message.MessageId, author, byPatchAuthor, message.Pasted, [.. paragraph], place, run));
                paragraph.Clear();
            }

            if (line.Kind == ReplyLineKind.Quoted)
            {
                if (!inQuote)
                {
                    quoted.Clear();
                    run++;
                }

                quoted.Add(line);
                inQuote = true;
            }
            else if (line.Kind == ReplyLineKind.Own && !line.IsBlank)
            {
                if (inQuote)
                {
                    place = tracer?.Trace(quoted) ?? new ReviewPlace("remark", null, null, string.Join('\n', quoted.Select(one => one.Text)).Trim('\n'));
                    inQuote = false;
                }

                paragraph.Add(line);
            }
        }

        if (paragraph.Count > 0)
        {
            remarks.Add(new Remark(message.MessageId, author, byPatchAuthor, message.Pasted, paragraph, place, run));
        }
    }

    private bool IsPatchAuthor(MailMessage message, string? patchId)
    {
        var people = discussion.Series.Where(series => patchId is null || series.Cover?.MessageId == patchId || series.Patches.Any(patch => patch.Message?.MessageId == patchId))
            .SelectMany(series => series.Patches.Where(patch => patch.Message is not null).SelectMany(patch => new[] { patch.Author, patch.Message!.From }).Append(series.Author));
        return people.Any(person => person.Email.Equals(message.Author.Email, StringComparison.OrdinalIgnoreCase)
            || (person.Name.Length > 0 && person.Name.Equals(message.Author.Name, StringComparison.OrdinalIgnoreCase)));
    }

    private static ReviewPlace Unplaced(string? patchId) => new("unknown", null, null, null, patchId);
}
