using PatchScribe.Diagnostics;
using PatchScribe.Mail.Decoding;

namespace PatchScribe.Mail.Parts;

/// <summary>
/// Chooses the part that a person reads as the message: the first text that is neither an attachment nor forwarded, of
/// alternatives (RFC 2046 section 5.1.4) the plain one. HTML becomes text.
/// </summary>
internal static class BodyChooser
{
    /// <summary>The leaf and its text for reading; null when nothing is readable.</summary>
    public static (PartLeaf? Leaf, string Text) Choose(IReadOnlyList<PartLeaf> leaves, List<Diagnostic> diagnostics, string? source, int? line)
    {
        var leaf = Find(leaves);
        if (leaf?.Part.Text is not { } text)
        {
            return (null, "");
        }

        if (leaf.Part.Type != "text/html")
        {
            return (leaf, text);
        }

        var readable = HtmlText.Read(text);
        if (readable is null)
        {
            diagnostics.Add(new(DiagnosticIds.MailHtmlTooLarge, Severity.Warning, $"HTML larger than {MailLimits.HtmlBytes} bytes or nested deeper than {MailLimits.HtmlDepth}; it is shown as it is", source, line));
        }

        return (leaf, readable ?? text);
    }

    private static PartLeaf? Find(IReadOnlyList<PartLeaf> leaves)
    {
        PartLeaf? first = null;
        PartLeaf? spare = null;
        foreach (var leaf in leaves)
        {
            if (leaf.Part.Text is null)
            {
                continue;
            }

            spare ??= leaf;
            if (leaf.Header.IsAttachment || leaf.Part.Forwarded)
            {
                continue;
            }

            first ??= leaf;
            if (leaf.Group == first.Group && leaf.Group >= 0 && Rank(leaf) < Rank(first))
            {
                first = leaf;
            }
        }

        return first ?? spare;
    }

    private static int Rank(PartLeaf leaf) => leaf.Part.Type switch { "text/plain" => 0, "text/html" => 1, _ => 2 };
}
