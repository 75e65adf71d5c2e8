using PatchScribe.Mail;
using PatchScribe.Review.Places;
using PatchScribe.Review.Quoting;
using PatchScribe.Threads;

namespace PatchScribe.Review.Remarks;

/// <summary>Reads the remarks of a discussion: every paragraph of own words, with what it stands under.</summary>
internal sealed class RemarkReader
{
    /// <summary>Quoted lines above a remark that are tried for its place: the nearest decides, unless a mailer broke a line.</summary>
    private const int TriedLines = 3;

    /// <summary>How scripts that answer in a person's name begin.</summary>
    private const string Automated = "[This is an automated ";

    private readonly Postings postings;
    private readonly ReplyReader replies;
    private readonly SourceTracer tracer;
    private readonly IReadOnlySet<string> byRobots;
    private readonly List<Remark> remarks = [];

    private RemarkReader(Discussion discussion, ReplyReader replies)
    {
        this.replies = replies;
        postings = new Postings(discussion);
        tracer = new SourceTracer(replies, postings.Ids);
        byRobots = discussion.RobotMails();
    }

    /// <summary>Remarks in order of mail and line.</summary>
    public static IReadOnlyList<Remark> Read(Discussion discussion, ReplyReader replies)
    {
        var reader = new RemarkReader(discussion, replies);
        foreach (var thread in discussion.Threads)
        {
            var postingOf = new string?[thread.Nodes.Count];
            for (var i = 0; i < thread.Nodes.Count; i++)
            {
                var node = thread.Nodes[i];
                postingOf[i] = reader.postings.Ids.Contains(node.MessageId) ? node.MessageId : node.Parent < 0 ? null : postingOf[node.Parent];
                if (node.Message is { } message && !reader.postings.Ids.Contains(message.MessageId))
                {
                    reader.Read(message, postingOf[i]);
                }
            }
        }

        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var message in discussion.Messages)
        {
            order.TryAdd(message.MessageId, order.Count);
        }

        return Conversation.WithTopics([.. reader.remarks.OrderBy(remark => order[remark.MessageId]).ThenBy(remark => remark.FirstLine)]);
    }

    private void Read(MailMessage message, string? posting)
    {
        var lines = replies.Lines(message);
        var sources = tracer.Trace(message);
        var form = new QuotedPatchForm(message);
        var forms = lines.ConvertAll(line => line.Kind == ReplyLineKind.Quoted ? form.Read(line) : null);
        var sections = ReplySection.Of(lines);
        var author = message.Author.Name.Length > 0 ? message.Author.Name : message.Author.Email;
        var (byPatchAuthor, byRobot) = (postings.IsAuthor(message.Author, posting), byRobots.Contains(message.MessageId) || message.Body.AsSpan().TrimStart().StartsWith(Automated, StringComparison.OrdinalIgnoreCase));
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var (place, under) = Place(lines, sources, forms, section, posting);
            var inside = place.Kind == "trailer" && i + 1 < sections.Count && IsTrailer(lines, sources, sections[i + 1]);
            foreach (var (from, to) in section.Paragraphs)
            {
                remarks.Add(new Remark(message.MessageId, author, byPatchAuthor, message.Pasted, lines.GetRange(from, to - from + 1), place, i)
                {
                    Under = under,
                    InsideTrailers = inside,
                    ByRobot = byRobot,
                });
            }
        }
    }

    /// <summary>The place of the nearest quoted line that some mail above holds.</summary>
    private (ReviewPlace Place, SourceLine? Under) Place(List<ReplyLine> lines, SourceLine?[] sources, List<string?> forms, ReplySection section, string? posting)
    {
        if (section.QuoteFrom < 0)
        {
            return (Unplaced(posting), null);
        }

        var patchId = posting is not null && postings.IsPatch(posting) ? posting : null;
        var text = string.Join('\n', lines.GetRange(section.QuoteFrom, section.QuoteTo - section.QuoteFrom + 1).Where(line => line.Kind == ReplyLineKind.Quoted).Select(line => line.Text)).Trim('\n');
        var tried = 0;
        for (var i = section.QuoteTo; i >= section.QuoteFrom && tried < TriedLines; i--)
        {
            if (lines[i].Kind != ReplyLineKind.Quoted || lines[i].IsBlank)
            {
                continue;
            }

            tried++;
            if (sources[i] is { } source)
            {
                return (PlaceOf(source, lines, sources, section, text, patchId), source);
            }

            if (postings.Patch(posting) is { Patch.Title: { Length: > 8 } title } && lines[i].Text.TrimEnd().EndsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                return (new ReviewPlace("subject", null, null, title, patchId), null);
            }

            if (posting is null && forms[i] is { } form)
            {
                return (new ReviewPlace(form == "notes" ? "unknown" : form, null, null, form == "log" ? text : lines[i].Text, null), null);
            }
        }

        return (new ReviewPlace(text.Length > 0 ? "remark" : "unknown", null, null, text.Length > 0 ? text : null, patchId), null);
    }

    private ReviewPlace PlaceOf(SourceLine source, List<ReplyLine> lines, SourceLine?[] sources, ReplySection section, string text, string? patchId)
    {
        if (postings.Patch(source.MessageId) is not { } patch)
        {
            return new ReviewPlace(postings.Ids.Contains(source.MessageId) ? "unknown" : "remark", null, null, text, patchId);
        }

        var log = Enumerable.Range(section.QuoteFrom, section.QuoteTo - section.QuoteFrom + 1)
            .Where(i => lines[i].Kind == ReplyLineKind.Quoted && (lines[i].IsBlank || (sources[i] is { } one && one.MessageId == source.MessageId && patch.IsLog(one.Line))))
            .Select(i => lines[i].Text);
        return patch.At(source.Line, patch.IsLog(source.Line) ? string.Join('\n', log).Trim('\n') : "");
    }

    private bool IsTrailer(List<ReplyLine> lines, SourceLine?[] sources, ReplySection section)
    {
        for (var i = section.QuoteFrom; i <= section.QuoteTo; i++)
        {
            if (lines[i].Kind == ReplyLineKind.Quoted && !lines[i].IsBlank)
            {
                return sources[i] is { } source ? postings.Patch(source.MessageId)?.IsTrailer(source.Line) == true : TrailerReader.Read(lines[i].Text).Count > 0;
            }
        }

        return false;
    }

    private ReviewPlace Unplaced(string? posting) => new("unknown", null, null, null, posting is not null && postings.IsPatch(posting) ? posting : null);
}
