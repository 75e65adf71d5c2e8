using System.Globalization;
using PatchScribe.Diagnostics;
using PatchScribe.Rendering;
using PatchScribe.Rendering.SummaryPages;
using PatchScribe.Review;
using PatchScribe.Summaries;
using PatchScribe.Threads;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PatchScribe.Cli;

/// <summary>Summaries for a terminal: a tree of the series, tables of points and statements, colour by state.</summary>
internal static class SummaryTerminal
{
    private const int QuoteWidth = 300;

    /// <summary>All discussions as text with ANSI sequences (none without <paramref name="colour"/>). Text of mails is escaped.</summary>
    public static string Render(IReadOnlyList<ThreadSummary> summaries, bool brief, Func<string, string> nameOfMail, int width, bool colour)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        foreach (var summary in summaries)
        {
            var page = SummaryPageBuilder.Build(summary);
            Head(console, page);
            if (brief)
            {
                continue;
            }

            if (summary.Discussion.Series.Count > 0)
            {
                console.Write(SeriesTree(summary.Discussion));
            }

            foreach (var section in page.Sections)
            {
                Section(console, section, nameOfMail);
            }
        }

        return string.Join('\n', writer.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static void Head(IAnsiConsole console, SummaryPage page)
    {
        console.Write(Line(page.Title, new Style(decoration: Decoration.Bold)));
        console.Write(Line("  " + page.State.ToUpperInvariant(), StyleOf(page.Tone).Combine(new Style(decoration: Decoration.Bold))));
        foreach (var fact in page.Facts)
        {
            console.Write(Line("  " + Quotation.Short(fact, console.Profile.Width - 3), Style.Plain));
        }

        foreach (var section in new[] { page.Waits, page.Blocks, page.Patches })
        {
            for (var i = 0; i < section.Items.Count; i++)
            {
                var item = section.Items[i];
                var left = i == section.Items.Count - 1 && section.Left > 0 ? $" (and {section.Left.ToString(CultureInfo.InvariantCulture)} more)" : "";
                var before = $"  {(i == 0 ? section.Title : ""),-10} {(item.Label is null ? "" : item.Label + " ")}";
                console.Write(Line(before + Quotation.Short(item.Text, Math.Max(20, console.Profile.Width - before.Length - left.Length - 1)) + left, StyleOf(item.Tone)));
            }
        }
    }

    private static Tree SeriesTree(Discussion discussion)
    {
        var tree = new Tree(new Text("series")) { Guide = TreeGuide.Line };
        foreach (var series in discussion.Series)
        {
            var title = $"v{series.Version.ToString(CultureInfo.InvariantCulture)} {series.Subject} ({series.Author.Name}{(series.Complete ? "" : ", incomplete")})";
            var node = tree.AddNode(Safe(title, series.Complete ? Style.Plain : StyleOf(Tone.Bad)));
            if (series == discussion.Series[^1])
            {
                foreach (var patch in series.Patches)
                {
                    var number = patch.Index is { } index ? index.ToString(CultureInfo.InvariantCulture) + " " : "";
                    node.AddNode(Safe(number + patch.Title + (patch.Missing ? " (missing)" : ""), patch.Missing ? StyleOf(Tone.Bad) : Style.Plain));
                }
            }
        }

        return tree;
    }

    private static void Section(IAnsiConsole console, PageSection section, Func<string, string> nameOfMail)
    {
        console.Write(new Text("\n"));
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(TerminalText.Escape(section.Title))), Expand = true, ShowHeaders = false };
        table.AddColumn(new TableColumn("state") { NoWrap = true }).AddColumn("words");
        foreach (var item in section.Items)
        {
            var state = string.Join('\n', new[] { item.State, item.Label }.OfType<string>());
            table.AddRow(Safe(state, StyleOf(item.Tone)), Words(item, nameOfMail));
        }

        console.Write(table);
        if (section.Left > 0)
        {
            console.Write(Line($"  ... {section.Left.ToString(CultureInfo.InvariantCulture)} more, see --format json", Style.Plain));
        }
    }

    /// <summary>The words, what stands below them, and last the mail.</summary>
    private static Rows Words(PageItem item, Func<string, string> nameOfMail)
    {
        var dim = new Style(decoration: Decoration.Dim);
        var below = item.Below.Select(one => Safe($"{(one.Label is null ? "" : one.Label + " ")}{(one.Verbatim ? one.Text : Quotation.Short(one.Text, QuoteWidth))}", dim));
        var where = Where(item.Source, nameOfMail);
        return new Rows([Safe(Quotation.Short(item.Text, QuoteWidth), Style.Plain), .. below, .. where.Length > 0 ? [Safe(where, dim)] : Array.Empty<IRenderable>()]);
    }

    private static string Where(MailQuote? quote, Func<string, string> nameOfMail) =>
        quote is null ? "" : $"{nameOfMail(quote.MessageId)}{(quote.FirstLine > 0 ? ":" + quote.FirstLine.ToString(CultureInfo.InvariantCulture) : "")}";

    private static Text Line(string text, Style style) => new(TerminalText.Escape(text) + "\n", style);

    private static Text Safe(string text, Style style) => new(TerminalText.Escape(text), style);

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Good => new Style(Color.Green),
        Tone.Half => new Style(Color.Yellow),
        Tone.Bad => new Style(Color.Red),
        _ => Style.Plain,
    };
}
