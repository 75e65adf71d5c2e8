using System.Text;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Wording;

/// <summary>How well a quoted message fits one that the program prints.</summary>
internal enum MessageFit
{
    /// <summary>Another message.</summary>
    None,

    /// <summary>A part of the message, or with an ellipsis.</summary>
    Part,

    /// <summary>The same but for spaces, quote marks or the program's name.</summary>
    Slip,

    /// <summary>The same, apart from line breaks.</summary>
    Same,
}

/// <summary>Compares messages as people quote them with messages as the program prints them.</summary>
internal sealed class QuotedMessage(BehaviourModel model)
{
    private const int ShortestPart = 8;

    /// <summary>How the quoted text fits the printed one; where it was printed (program, option) does not matter unless both say so.</summary>
    public MessageFit Fit(string quoted, string printed)
    {
        var (a, b) = (OneLine(quoted), OneLine(printed));
        if (a.Length == 0 || b.Length == 0)
        {
            return MessageFit.None;
        }

        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return MessageFit.Same;
        }

        var (core, printedCore) = (Bare(Core(a)), Bare(Core(b)));
        if (string.Equals(core, printedCore, StringComparison.Ordinal))
        {
            return MessageFit.Slip;
        }

        return core.Length >= ShortestPart && HasPieces(printedCore, core) ? MessageFit.Part : MessageFit.None;
    }

    /// <summary>The text without line breaks and doubled spaces.</summary>
    public static string OneLine(string text) =>
        Quotation.OneLine(text);

    /// <summary>True when the text starts with a name of the model's program and a colon, or something that stands for one.</summary>
    public bool HasProgram(string text) => ProgramLength(text) > 0;

    /// <summary>The message without the program's name and without the option that it is about.</summary>
    public string Core(string oneLine)
    {
        var text = oneLine[ProgramLength(oneLine)..].TrimStart();
        foreach (var option in model.Options.Keyed)
        {
            if (text.StartsWith(option.Flag + " ", StringComparison.Ordinal) && text.IndexOf(": ", StringComparison.Ordinal) is var at and > 0)
            {
                return text[(at + 2)..];
            }
        }

        return text;
    }

    private int ProgramLength(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon <= 0 || text.AsSpan(0, colon).IndexOfAny(" \"'=,") >= 0)
        {
            return 0;
        }

        var name = text[..colon];
        name = name[(name.LastIndexOf('/') + 1)..];
        return model.Programs.Any(p => Wildcard.Matches(p, name) || name.StartsWith(p[..(p.IndexOf('-', StringComparison.Ordinal) + 1)], StringComparison.Ordinal) && p.Contains('-', StringComparison.Ordinal))
            ? colon + 1
            : 0;
    }

    private static bool HasPieces(string whole, string core)
    {
        var at = 0;
        foreach (var piece in core.Split(["...", "…"], StringSplitOptions.RemoveEmptyEntries))
        {
            var found = whole.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + piece.Length;
        }

        return at > 0;
    }

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '`' or '“' or '”' or '‘' or '’'))
            {
                bare.Append(c);
            }
        }

        return bare.ToString().TrimEnd('.');
    }
}
