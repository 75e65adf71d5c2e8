using PatchScribe.Behaviour.Wording;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Rules;

/// <summary>The log shows an outcome as new that a behaviour model knows to be possible before as well, and does not say when.</summary>
internal sealed class AlreadyPossibleRule : ICheckRule
{
    public string Id => "PS0109";

    public string Name => "already-possible";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Log.Sentences.Any(sentence => ClaimWords.IsAlready(sentence.Text)))
        {
            yield break;
        }

        foreach (var change in context.Request.Analysis.Behaviour)
        {
            if (change is { AlreadyPossibleWhen: { } when, After.Message: { } message } && context.Log.Holds(message.Split('\n')[0]) is { } shown)
            {
                yield return this.OfLog("the message shown as new can already happen before this change", $"add: this can already happen when {when}", shown.Line, shown.Words,
                    new Evidence("model", message, File: change.Model, Rule: string.Join(", ", change.Rules)));
                yield break;
            }
        }
    }
}
