using PatchScribe.Behaviour;
using PatchScribe.UserMessages;

namespace PatchScribe.Rendering.SummaryPages;

/// <summary>What the code and the models say, as statements of a page.</summary>
internal static class BehaviourItems
{
    /// <summary>A command with what it gives before and after.</summary>
    public static PageItem Of(BehaviourChange one)
    {
        var below = new List<PageItem>
        {
            new($"when {one.When}"),
            new(Show(one.Before), Label: "-") { Verbatim = true },
            new(Show(one.After), Label: "+") { Verbatim = true },
        };
        if (one.AlreadyPossibleWhen is { } already)
        {
            below.Add(new PageItem($"already possible when {already}"));
        }

        return new PageItem($"$ {one.Command}", Tone: one.Effect == BehaviourEffect.NewCrash ? Tone.Bad : Tone.Plain) { Below = below };
    }

    /// <summary>A message that the change adds, removes or changes.</summary>
    public static PageItem Message(UserMessageChange one)
    {
        var below = new List<PageItem>();
        if (one.Before is { } before)
        {
            below.Add(new PageItem(before, Label: "-") { Verbatim = true });
        }

        if (one.After is { } after)
        {
            below.Add(new PageItem(after, Label: "+") { Verbatim = true });
        }

        return new PageItem($"{one.Call}() in {one.File}", State: JsonText.Name(one.Change)) { Below = below };
    }

    private static string Show(Outcome outcome) => (outcome.Message ?? outcome.Prints ?? $"({outcome.Result})").TrimEnd('\n');
}
