using System.Globalization;
using System.Text;
using PatchScribe.Diagnostics;
using PatchScribe.Review;
using PatchScribe.Summaries;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>
/// Summaries as plain text for a pager: the head in at most twelve lines, then the sections. Control characters of mails are made
/// visible. <paramref name="nameOfMail"/> gives the name by which a person knows a mail.
/// </summary>
public sealed class SummaryTextRenderer(Func<string, string> nameOfMail)
{
    private const int HeadWidth = 150;
    private const int QuoteWidth = 140;
    private const int DifferenceWidth = 300;

    private readonly StringBuilder text = new();

    /// <summary>All discussions, a line of equals signs between them; <paramref name="brief"/> leaves each its head and one line a patch.</summary>
    public string Render(IReadOnlyList<ThreadSummary> summaries, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        text.Clear();
        foreach (var page in summaries.Select(SummaryPageBuilder.Build))
        {
            text.Append(text.Length == 0 ? "" : "\n" + new string('=', 72) + "\n");
            Head(page);
            if (!brief)
            {
                foreach (var section in page.Sections)
                {
                    Section(section);
                }
            }
        }

        return TerminalText.Escape(text.ToString());
    }

    private void Head(SummaryPage page)
    {
        Line(page.Title);
        Line("  " + page.State.ToUpperInvariant());
        foreach (var fact in page.Facts)
        {
            Line("  " + Quotation.Short(fact, HeadWidth));
        }

        HeadList(page.Waits, numbered: false);
        HeadList(page.Blocks, numbered: true);
        if (page.Patches.Items.Count > 0)
        {
            Line("");
            foreach (var item in page.Patches.Items)
            {
                Line($"  {item.Label,-6} {Quotation.Short(item.Text, HeadWidth)}");
            }

            More(page.Patches, "  ");
        }
    }

    /// <summary>The label stands before the first line, the number left out behind the last one: no line of its own in the head.</summary>
    private void HeadList(PageSection section, bool numbered)
    {
        for (var i = 0; i < section.Items.Count; i++)
        {
            var left = i == section.Items.Count - 1 && section.Left > 0 ? $"  (and {section.Left.ToString(CultureInfo.InvariantCulture)} more)" : "";
            var number = numbered ? (i + 1).ToString(CultureInfo.InvariantCulture) + " " : "";
            Line($"  {(i == 0 ? section.Title : ""),-10} {number}{Quotation.Short(section.Items[i].Text, HeadWidth)}{left}");
        }
    }

    private void Section(PageSection section)
    {
        Line("");
        Line(section.Title);
        foreach (var item in section.Items)
        {
            var before = $"{(item.State is null ? "" : $"{item.State,-10} ")}{(item.Label is null ? "" : $"{item.Label,-14} ")}";
            Line($"  {before}{Quotation.Short(item.Text, QuoteWidth)}{Source(item.Source)}");
            foreach (var below in item.Below)
            {
                Below(below);
            }
        }

        More(section, "  ");
    }

    private void Below(PageItem item)
    {
        var label = item.Label is null ? "" : item.Label.Length == 1 ? item.Label + " " : item.Label + ": ";
        if (item.Verbatim)
        {
            var lines = item.Text.TrimEnd('\n').Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                Line($"    {(i == 0 ? label : new string(' ', label.Length))}{lines[i]}");
            }
        }
        else
        {
            Line($"      {label}{Quotation.Short(item.Text, item.Label == "changed" ? DifferenceWidth : QuoteWidth)}{Source(item.Source)}");
        }
    }

    private void More(PageSection section, string indent)
    {
        if (section.Left > 0)
        {
            Line($"{indent}... {section.Left.ToString(CultureInfo.InvariantCulture)} more, see --format json");
        }
    }

    private string Source(MailQuote? quote) => quote is null ? "" : $"  {nameOfMail(quote.MessageId)}{(quote.FirstLine > 0 ? ":" + quote.FirstLine.ToString(CultureInfo.InvariantCulture) : "")}";

    private void Line(string line) => text.Append(line.TrimEnd()).Append('\n');
}
