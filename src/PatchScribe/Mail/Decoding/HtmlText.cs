using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PatchScribe.Mail.Decoding;

/// <summary>
/// HTML of a mail to text as a person would have typed it: blocks on lines of their own, quotations behind <c>&gt; </c>,
/// preformatted text as it is, list items behind <c>* </c>, the target of a link when its text hides it.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
    };

    private static readonly HashSet<string> Spaced = new(StringComparer.OrdinalIgnoreCase) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table" };
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase) { "head", "script", "style", "title", "template", "noscript", "object", "svg", "math" };

    /// <summary>The text; null when the HTML is larger or deeper than <see cref="MailLimits"/>.</summary>
    public static string? Read(string html)
    {
        if (html.Length > MailLimits.HtmlBytes || HtmlNesting.Depth(html) > MailLimits.HtmlDepth)
        {
            return null;
        }

        var body = new HtmlParser().ParseDocument(html).Body;
        var lines = new HtmlLines();
        INode? node = body;
        while (node is not null)
        {
            var into = Enter(node, lines) ? node.FirstChild : null;
            while (into is null && node is not null)
            {
                Leave(node, lines);
                into = node == body ? null : node.NextSibling;
                node = node == body ? null : into is null ? node.Parent : node;
            }

            node = into;
        }

        return lines.ToText();
    }

    /// <summary>Writes what stands before the children; false when they are not for reading.</summary>
    private static bool Enter(INode node, HtmlLines lines)
    {
        if (node is IText text)
        {
            lines.Append(text.Data);
            return false;
        }

        if (node is not IElement element || Hidden.Contains(element.LocalName))
        {
            return false;
        }

        var name = element.LocalName;
        if (Blocks.Contains(name))
        {
            lines.StartBlock(Spaced.Contains(name));
        }

        switch (name)
        {
            case "br":
                lines.Break();
                break;
            case "hr":
                lines.Append("---");
                break;
            case "li":
                lines.Append("* ");
                break;
            case "td" or "th" when element.PreviousElementSibling is not null:
                lines.Append(" ");
                break;
            case "img" when element.GetAttribute("alt") is { Length: > 0 } alternative:
                lines.Append(alternative);
                break;
            case "blockquote":
                lines.Quotes++;
                break;
            case "pre":
                lines.Preformatted++;
                break;
        }

        return true;
    }

    private static void Leave(INode node, HtmlLines lines)
    {
        if (node is not IElement element || Hidden.Contains(element.LocalName))
        {
            return;
        }

        if (Blocks.Contains(element.LocalName))
        {
            lines.StartBlock(Spaced.Contains(element.LocalName));
        }

        switch (element.LocalName)
        {
            case "blockquote":
                lines.Quotes--;
                break;
            case "pre":
                lines.Preformatted--;
                break;
            case "a" when element.GetAttribute("href") is { } target && IsHidden(target, element.TextContent):
                lines.Append($" <{target.Trim()}>");
                break;
        }
    }

    private static bool IsHidden(string target, string text) =>
        (target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || target.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && !text.Contains(target.Trim().TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
