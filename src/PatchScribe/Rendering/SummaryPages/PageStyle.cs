namespace PatchScribe.Rendering.SummaryPages;

/// <summary>The style sheet of an HTML page: system fonts, light and dark by the reader's setting, tones with enough contrast (WCAG 2.2, 4.5 to 1).</summary>
internal static class PageStyle
{
    public const string Css = """
        :root { --text: #1b1f24; --ground: #ffffff; --line: #d0d7de; --soft: #f3f5f7; --link: #0550ae; --good: #116329; --half: #7d4e00; --bad: #a40e26; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --ground: #15181c; --line: #3a4149; --soft: #1f242a; --link: #7ab7ff; --good: #6fdd8b; --half: #eac55f; --bad: #ff938a; } }
        body { margin: 0 auto; padding: 1.5rem; max-width: 78rem; color: var(--text); background: var(--ground); font: 16px/1.5 system-ui, sans-serif; }
        h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
        h2 { font-size: 1rem; margin: 1.6rem 0 .4rem; border-bottom: 1px solid var(--line); }
        ul { margin: .3rem 0; padding-left: 1.3rem; }
        li { overflow-wrap: anywhere; }
        a { color: var(--link); }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
        th { font-weight: 600; }
        th:last-child { width: 36%; }
        td:first-child, td:nth-child(2):nth-last-child(3) { white-space: nowrap; }
        pre { background: var(--soft); padding: .7rem; overflow-x: auto; font: .85rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
        details { border-bottom: 1px solid var(--line); }
        summary { padding: .35rem 0; cursor: pointer; overflow-wrap: anywhere; }
        span:target { background: var(--half); color: var(--ground); }
        .tone-good { color: var(--good); }
        .tone-half { color: var(--half); }
        .tone-bad { color: var(--bad); }

        """;
}
