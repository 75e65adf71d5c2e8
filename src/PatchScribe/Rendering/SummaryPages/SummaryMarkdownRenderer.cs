using System.Globalization;
using System.Text;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Summaries;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>
/// Summaries as Markdown. Every statement links to its mail in the list at the end (or, where the page holds the mails, to
/// the mail itself). Everything from mails is escaped.
/// </summary>
public sealed class SummaryMarkdownRenderer
{
    private readonly StringBuilder text = new();
    private readonly bool attributes;
    private readonly int first;
    private Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Markdown for people.</summary>
    public SummaryMarkdownRenderer()
        : this(attributes: false, first: 1)
    {
    }

    /// <param name="attributes">Marks states with a class for a style sheet (generic attributes), and leaves out the list of mails.</param>
    /// <param name="first">Number of the first mail.</param>
    internal SummaryMarkdownRenderer(bool attributes, int first) => (this.attributes, this.first) = (attributes, first);

    /// <summary>All discussions; <paramref name="brief"/> leaves each its head and one line a patch.</summary>
    public string Render(IReadOnlyList<ThreadSummary> summaries, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        text.Clear();
        var next = first;
        foreach (var summary in summaries)
        {
            numbers = Numbers(summary.Discussion.Messages, next);
            next += numbers.Count;
            Page(SummaryPageBuilder.Build(summary), brief);
            if (!attributes)
            {
                Mails(summary.Discussion.Messages);
            }
        }

        return text.ToString();
    }

    /// <summary>The number by which a page calls each mail.</summary>
    internal static Dictionary<string, int> Numbers(IReadOnlyList<MailMessage> messages, int first)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            found.TryAdd(message.MessageId, first + found.Count);
        }

        return found;
    }

    private void Page(SummaryPage page, bool brief)
    {
        text.Append("# ").Append(MarkdownText.Inline(page.Title)).Append("\n\n").Append(Marked(page.State.ToUpperInvariant(), page.Tone)).Append("\n\n");
        foreach (var fact in page.Facts)
        {
            text.Append("- ").Append(MarkdownText.Inline(fact)).Append('\n');
        }

        Section(page.Waits);
        Section(page.Blocks);
        Section(page.Patches);
        foreach (var section in brief ? [] : page.Sections)
        {
            if (section.Items.Any(item => item.State is not null && item.Below.All(below => !below.Verbatim)))
            {
                Table(section);
            }
            else
            {
                Section(section);
            }
        }

        text.Append('\n');
    }

    private void Section(PageSection section)
    {
        if (section.Items.Count == 0)
        {
            return;
        }

        Title(section);
        foreach (var item in section.Items)
        {
            var before = $"{(item.State is null ? "" : Marked(item.State, item.Tone) + " ")}{(item.Label is null ? "" : $"*{MarkdownText.Inline(item.Label)}* ")}";
            text.Append("- ").Append(before).Append(MarkdownText.Inline(item.Text)).Append(Link(item.Source)).Append('\n');
            foreach (var below in item.Below)
            {
                Below(below);
            }
        }

        More(section);
    }

    private void Below(PageItem item)
    {
        var label = item.Label is null ? "" : MarkdownText.Inline(item.Label) + (item.Label.Length == 1 ? " " : ": ");
        if (item.Verbatim)
        {
            text.Append(label.Length == 0 ? "" : $"\n  {(item.Label == "-" ? "before:" : item.Label == "+" ? "after:" : label)}\n").Append('\n').Append(MarkdownText.Block(item.Text, "  ")).Append('\n');
        }
        else
        {
            text.Append("  - ").Append(label).Append(MarkdownText.Inline(item.Text)).Append(Link(item.Source)).Append('\n');
        }
    }

    private void Table(PageSection section)
    {
        Title(section);
        var labels = section.Items.Any(item => item.Label is not null);
        text.Append(labels ? "| state | kind | words | under, because |\n|---|---|---|---|\n" : "| state | words | |\n|---|---|---|\n");
        foreach (var item in section.Items)
        {
            var below = string.Join(" ", item.Below.Select(one => $"*{MarkdownText.Inline(one.Label ?? "")}* {MarkdownText.Inline(one.Text)}{Link(one.Source)}"));
            text.Append("| ").Append(Marked(item.State ?? "", item.Tone)).Append(" | ");
            text.Append(labels ? MarkdownText.Inline(item.Label ?? "") + " | " : "").Append(MarkdownText.Inline(item.Text)).Append(Link(item.Source)).Append(" | ").Append(below).Append(" |\n");
        }

        More(section);
    }

    private void Title(PageSection section) => text.Append("\n## ").Append(MarkdownText.Inline(section.Title)).Append("\n\n");

    private void More(PageSection section) =>
        text.Append(section.Left > 0 ? $"\n{section.Left.ToString(CultureInfo.InvariantCulture)} more, see `--format json`.\n" : "");

    private string Marked(string state, Tone tone) =>
        state.Length == 0 ? "" : $"**{MarkdownText.Inline(state)}**{(attributes ? $"{{.tone-{JsonText.Name(tone)}}}" : "")}";

    private string Link(MailQuote? quote)
    {
        if (quote is null || !numbers.TryGetValue(quote.MessageId, out var number))
        {
            return "";
        }

        var name = number.ToString(CultureInfo.InvariantCulture) + (quote.FirstLine > 0 ? ":" + quote.FirstLine.ToString(CultureInfo.InvariantCulture) : "");
        return attributes ? $" [{name}](#m{name.Replace(':', '-')})" : $" [{name}](#mail-{number.ToString(CultureInfo.InvariantCulture)})";
    }

    private void Mails(IReadOnlyList<MailMessage> messages)
    {
        text.Append("## mails\n");
        foreach (var message in messages)
        {
            if (numbers.Remove(message.MessageId, out var number))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### mail {number}\n\n");
                text.Append(MarkdownText.Inline($"{JsonText.Time(message.Date) ?? "no date"} {(message.Author.Name.Length > 0 ? message.Author.Name : message.Author.Email)}: {message.Subject} <{message.MessageId}>"));
                text.Append(MailLink.Of(message) is { } url ? $" [archived]({url})\n" : "\n");
            }
        }
    }
}
