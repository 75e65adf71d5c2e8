using PatchScribe.Review;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>How far a statement is settled, for its colour.</summary>
public enum Tone
{
    /// <summary>Nothing to say.</summary>
    Plain,

    /// <summary>Done or agreed.</summary>
    Good,

    /// <summary>Changed or answered, to be looked at.</summary>
    Half,

    /// <summary>Open or disputed.</summary>
    Bad,
}

/// <summary>
/// One statement of a page: a state and a label that stand before it (or null), the words, the mail that they rest on (null
/// for what the code or a model says), and lines below it.
/// </summary>
public sealed record PageItem(string Text, MailQuote? Source = null, string? State = null, string? Label = null, Tone Tone = Tone.Plain)
{
    /// <summary>What the statement stands under, changes, or is proven by.</summary>
    public IReadOnlyList<PageItem> Below { get; init; } = [];

    /// <summary>The text is output or code, and its line ends count.</summary>
    public bool Verbatim { get; init; }
}

/// <summary>Statements under a heading; <see cref="Left"/> of them are not on the page.</summary>
public sealed record PageSection(string Title, IReadOnlyList<PageItem> Items, int Left = 0);

/// <summary>
/// A summary laid out, in no format yet. The head (title, state, facts, waits, blocks, tags) has at most twelve lines;
/// <see cref="Patches"/> is one line a patch; sections are left out of the short form.
/// </summary>
public sealed record SummaryPage(
    string Title,
    string State,
    Tone Tone,
    IReadOnlyList<string> Facts,
    PageSection Waits,
    PageSection Blocks,
    PageSection Patches,
    IReadOnlyList<PageSection> Sections);
