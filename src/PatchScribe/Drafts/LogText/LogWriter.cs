using System.Text;

namespace PatchScribe.Drafts.LogText;

/// <summary>
/// Prints blocks in the style of a profile: prose that changed or is too wide is wrapped, prose that fits stays as
/// its author broke it, verbatim lines are never broken.
/// </summary>
internal static class LogWriter
{
    public static string Write(LogBlock block, LogProfile profile) => block.Kind switch
    {
        LogBlockKind.Paragraph => string.Join('\n', Paragraph(block, profile)),
        LogBlockKind.Verbatim => Verbatim(block, profile),
        LogBlockKind.Question => string.Join('\n', LogWrapper.Wrap(block.Text, profile.WrapWidth)),
        _ => string.Join('\n', block.Lines),
    };

    /// <summary>Blocks joined by blank lines (attached ones by line ends), without a final newline.</summary>
    public static string Write(IEnumerable<LogBlock> blocks, LogProfile profile)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            if (text.Length > 0)
            {
                text.Append(block.Attached ? "\n" : "\n\n");
            }

            text.Append(Write(block, profile));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Paragraph(LogBlock block, LogProfile profile)
    {
        if (!block.Changed && block.Lines.All(line => line.Length <= profile.MaxWidth))
        {
            return block.Lines;
        }

        return LogWrapper.Wrap(string.Join(' ', block.Lines), profile.WrapWidth);
    }

    private static string Verbatim(LogBlock block, LogProfile profile) => profile.FencedVerbatim
        ? $"```\n{string.Join('\n', block.Lines)}\n```"
        : string.Join('\n', block.Lines.Select(line => line.Length == 0 ? "" : "    " + line));
}
