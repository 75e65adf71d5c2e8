using System.Globalization;
using System.Text;
using PatchScribe.Archive;
using PatchScribe.Archive.Discussions;
using PatchScribe.Archive.Queries;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>What an archive answers as lines for people.</summary>
public static class ArchiveTextRenderer
{
    /// <summary>One line a mail: day, author, subject, Message-ID.</summary>
    public static string Render(SearchResult result)
    {
        var text = new StringBuilder();
        foreach (var mail in result.Mails)
        {
            Line(text, $"{Day(mail.Date)}  {Cell(Name(mail.Author), 20)}  {Cell(mail.Subject, 68)}  <{mail.MessageId}>");
        }

        return text.ToString();
    }

    /// <summary>One line a discussion: days quiet, whose turn, open points, version, patches, tags, author, subject, Message-ID.</summary>
    public static string Render(IReadOnlyList<ThreadLine> lines)
    {
        var text = new StringBuilder();
        Line(text, $"{"quiet",6}  {Cell("awaiting", 8)}  {"open",4}  {Cell("version", 7)}  {"patches",7}  {Cell("tags", 14)}  {Cell("author", 20)}  {Cell("subject", 60)}  first message");
        foreach (var line in lines)
        {
            var patches = line.Author is null ? "" : line.Patches == line.Expected ? $"{line.Patches}" : $"{line.Patches}/{line.Expected}";
            var tags = string.Join(' ', line.Trailers.Select(tag => $"{Initials(tag.Token)}:{tag.Patches}"));
            Line(text, $"{(line.DaysQuiet is { } days ? $"{days}d" : "?"),6}  {Cell(line.Awaiting ?? "", 8)}  {line.OpenPoints,4}  {Cell(line.Version is null ? "" : $"v{line.Version}", 7)}  {patches,7}  {Cell(tags, 14)}  "
                + $"{Cell(line.Author is null ? "" : Name(line.Author), 20)}  {Cell(line.Subject, 60)}  <{line.RootMessageId}>");
        }

        return text.ToString();
    }

    /// <summary>Sources and sums.</summary>
    public static string Render(ArchiveStats stats)
    {
        var text = new StringBuilder();
        foreach (var source in stats.Sources)
        {
            Line(text, $"{source.Mails,9} mails  {source.Kind,-12}  {source.Location}");
        }

        var ratio = stats.MailBytes == 0 ? 0 : 100.0 * stats.FileBytes / stats.MailBytes;
        Line(text, $"{stats.Mails,9} mails in all, {Day(stats.First)} to {Day(stats.Last)}, {stats.Discussions} discussions, {stats.Series} with patches");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"{stats.MailBytes / 1e6,9:F1} MB of mail, archive {stats.FileBytes / 1e6:F1} MB ({ratio:F0} %)"));
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line) => text.Append(TerminalText.Escape(line.TrimEnd())).Append('\n');

    private static string Day(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "????-??-??";

    private static string Name(Mail.MailAddress person) => person.Name.Length > 0 ? person.Name : person.Email;

    private static string Cell(string text, int width) => Quotation.Short(text, width).PadRight(width);

    /// <summary>R-b for Reviewed-by, A-b, T-b; other tokens as they are.</summary>
    private static string Initials(string token) => token.EndsWith("-by", StringComparison.Ordinal) ? $"{token[0]}-b" : token;
}
