using System.Globalization;
using System.Text;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Rendering;

/// <summary>A comparison of two states of the code as a person reads it: worst first, before and after one under the other.</summary>
public static class BehaviourChangesTextRenderer
{
    private static readonly (BehaviourEffect Effect, string Title)[] Titles =
    [
        (BehaviourEffect.NewCrash, "crashes now"), (BehaviourEffect.Worse, "fails now"),
        (BehaviourEffect.Different, "other words"), (BehaviourEffect.Better, "got better"),
    ];

    /// <summary>A section for each effect; the last line counts.</summary>
    public static string Render(ModelVariant before, ModelVariant after, IReadOnlyList<BehaviourChange> changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(changes);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--- {before.Name}: {before.Title}\n+++ {after.Name}: {after.Title}\n");
        foreach (var (effect, title) in Titles)
        {
            var found = changes.Where(c => c.Effect == effect).ToList();
            text.Append(found.Count == 0 ? "" : $"\n{title}\n");
            foreach (var change in found)
            {
                Change(text, change);
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{string.Join(", ", Titles.Select(t => $"{changes.Count(c => c.Effect == t.Effect)} {t.Title}"))}\n");
        return TerminalText.Escape(text.ToString());
    }

    private static void Change(StringBuilder text, BehaviourChange change)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {change.Action}: $ {change.Command}\n    when {change.When}\n");
        Side(text, '-', change.Before);
        Side(text, '+', change.After);
        text.Append(change.AlreadyPossibleWhen is { } already ? $"    already possible when {already}\n" : "");
        text.Append(CultureInfo.InvariantCulture, $"    {string.Join(", ", change.Rules)} ({change.Evidence}){(change.Versions.Count == 0 ? "" : $"; {string.Join(", ", change.Versions)}")}\n");
    }

    private static void Side(StringBuilder text, char sign, Outcome outcome)
    {
        var shown = string.Join('\n', new[] { outcome.Message, outcome.Prints }.OfType<string>());
        foreach (var line in (shown.Length == 0 ? $"({outcome.Result})" : shown).Split('\n'))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {sign} {line}\n");
        }
    }
}
