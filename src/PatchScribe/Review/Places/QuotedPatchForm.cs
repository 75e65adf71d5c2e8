using PatchScribe.Mail;
using PatchScribe.Review.Quoting;
using PatchScribe.Threads;

namespace PatchScribe.Review.Places;

/// <summary>
/// Tells by form what a quoted line of a patch is when the source does not hold the patch: the log first, then trailers, then
/// notes, then the diff. Fed line by line, in order.
/// </summary>
internal sealed class QuotedPatchForm(MailMessage reply)
{
    private readonly bool answersPatch = SubjectParser.Parse(reply.Subject) is { Index: not 0, Title.Length: > 0 } && reply.Subject.Contains('[', StringComparison.Ordinal);
    private string state = "log";

    /// <summary>log, trailer, notes or diff for the outermost quotation; null where the form says nothing.</summary>
    public string? Read(ReplyLine line)
    {
        if (!answersPatch || line.Depth != 1)
        {
            return null;
        }

        var text = line.Text;
        state = text.StartsWith("diff --git ", StringComparison.Ordinal) || text.StartsWith("@@ -", StringComparison.Ordinal) || state == "diff" ? "diff"
            : text.TrimEnd() == "---" ? "notes"
            : state == "notes" ? "notes"
            : TrailerReader.Read(text).Count > 0 ? "trailer"
            : string.IsNullOrWhiteSpace(text) ? state : "log";
        return state;
    }
}
