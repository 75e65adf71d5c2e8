using System.Globalization;
using System.Net;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PatchScribe.Mail;
using PatchScribe.Summaries;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>
/// Summaries as one HTML file that needs nothing else: the Markdown page through Markdig with raw HTML off, the mails
/// below it, each statement linked to its line. Light or dark as the reader's system has it. No script; links lead to
/// this page, http, https or mailto.
/// </summary>
public static class SummaryHtmlRenderer
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseGenericAttributes().DisableHtml().Build();

    /// <summary>The whole file.</summary>
    public static string Render(IReadOnlyList<ThreadSummary> summaries, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        var html = new StringBuilder();
        var title = summaries.Count == 1 ? summaries[0].Discussion.Subject : $"{summaries.Count.ToString(CultureInfo.InvariantCulture)} discussions";
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Append("<title>").Append(Encode(title)).Append("</title>\n<style>\n").Append(PageStyle.Css).Append("</style>\n</head>\n<body>\n");
        var first = 1;
        foreach (var summary in summaries)
        {
            var markdown = new SummaryMarkdownRenderer(attributes: true, first).Render([summary], brief);
            var page = ToHtml(markdown);
            html.Append("<main>\n").Append(page).Append("</main>\n");
            Mails(html, summary.Discussion.Messages, first, Cited(page));
            first += SummaryMarkdownRenderer.Numbers(summary.Discussion.Messages, first).Count;
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (!IsAllowed(link.Url))
            {
                link.Url = "";
            }
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsAllowed(string? url) => url is not null
        && (url.StartsWith('#') || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The anchors that the page links to.</summary>
    private static HashSet<string> Cited(string page)
    {
        var cited = new HashSet<string>(StringComparer.Ordinal);
        for (var at = page.IndexOf("\"#m", StringComparison.Ordinal); at >= 0; at = page.IndexOf("\"#m", at + 1, StringComparison.Ordinal))
        {
            cited.Add(page[(at + 2)..page.IndexOf('"', at + 2)]);
        }

        return cited;
    }

    private static void Mails(StringBuilder html, IReadOnlyList<MailMessage> messages, int first, HashSet<string> cited)
    {
        var numbers = SummaryMarkdownRenderer.Numbers(messages, first);
        html.Append("<section class=\"mails\">\n<h2>mails</h2>\n");
        foreach (var message in messages)
        {
            if (!numbers.Remove(message.MessageId, out var number))
            {
                continue;
            }

            var name = number.ToString(CultureInfo.InvariantCulture);
            html.Append("<details id=\"m").Append(name).Append("\"><summary>").Append(name).Append(". ")
                .Append(Encode($"{JsonText.Time(message.Date) ?? "no date"} {(message.Author.Name.Length > 0 ? message.Author.Name : message.Author.Email)}: {message.Subject}")).Append("</summary>\n<p><code>")
                .Append(Encode($"<{message.MessageId}>")).Append("</code>");
            html.Append(MailLink.Of(message) is { } url ? $" <a rel=\"noreferrer\" href=\"{Encode(url)}\">archived</a>" : "").Append("</p>\n<pre>");
            var lines = message.Body.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var id = $"m{name}-{(i + 1).ToString(CultureInfo.InvariantCulture)}";
                html.Append(cited.Contains(id) ? $"<span id=\"{id}\">{Encode(lines[i])}</span>\n" : Encode(lines[i]) + "\n");
            }

            html.Append("</pre></details>\n");
        }

        html.Append("</section>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(TerminalText.Escape(text));
}
