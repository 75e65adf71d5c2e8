using System.Text.RegularExpressions;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// Describes a change that is one operand of one call ("In f(), pass b instead of a to c().") when a description was
/// asked for and the log has none.
/// </summary>
internal sealed partial class OneOperandRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (log.Blocks.Count > 0 || request.Analysis is not { Files: [var file] } || !IsAsked(log, request))
        {
            return;
        }

        var changed = file.Hunks.SelectMany(hunk => hunk.Lines, (hunk, line) => (hunk, line)).Where(pair => pair.line.Kind != DiffLineKind.Context).ToList();
        if (changed is not [{ line.Kind: DiffLineKind.Removed } removed, { line.Kind: DiffLineKind.Added } added]
            || Describe(removed.line.Text, added.line.Text, removed.hunk.Section) is not { } sentence)
        {
            return;
        }

        log.Blocks.Add(new LogBlock(LogBlockKind.Paragraph, [sentence], 0, 0,
        [
            new Evidence("code", removed.line.Text, File: file.Path, Line: removed.line.OldLine),
            new Evidence("code", added.line.Text, File: file.Path, Line: added.line.NewLine),
        ])
        { Changed = true });
    }

    private static bool IsAsked(LogComposition log, DraftRequest request) =>
        request.BehaviourAsked
        || (request.Review is { } review && LogRequestReader.Read(log, review).Any(asked => asked.Kind is LogRequestKind.Words or LogRequestKind.Reason));

    /// <summary>The sentence, or null when the two lines differ in more than one operand.</summary>
    internal static string? Describe(string before, string after, string section)
    {
        var (a, b) = (before.Trim(), after.Trim());
        var head = 0;
        while (head < Math.Min(a.Length, b.Length) && a[head] == b[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(a.Length, b.Length) - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        while (head > 0 && IsOperand(a[head - 1]))
        {
            head--;
        }

        while (tail > 0 && IsOperand(a[^tail]))
        {
            tail--;
        }

        if (head + tail >= a.Length || head + tail >= b.Length)
        {
            return null;
        }

        var (old, @new) = (a[head..^tail].Trim(), b[head..^tail].Trim());
        var callee = Callee(a[..head]);
        var function = Function().Match(section).Groups["name"].Value;
        return callee is null || function.Length == 0 || !old.All(IsOperand) || !@new.All(IsOperand)
            ? null
            : $"In {function}(), pass {@new} instead of {old} to {callee}().";
    }

    private static bool IsOperand(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '>' or '-' or '&' or '*' or '[' or ']';

    /// <summary>The name before the innermost parenthesis that is still open at the end of the text.</summary>
    private static string? Callee(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth < 0)
            {
                var name = LastName().Match(text[..i]).Groups["name"].Value;
                return name is "" or "if" or "while" or "for" or "switch" or "return" or "sizeof" ? null : name;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]\w*)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Function();

    [GeneratedRegex(@"\b(?<name>[A-Za-z_]\w*)\s{0,99}$", RegexOptions.ExplicitCapture)]
    private static partial Regex LastName();
}
