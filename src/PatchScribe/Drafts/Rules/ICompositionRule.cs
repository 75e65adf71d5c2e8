namespace PatchScribe.Drafts.Rules;

/// <summary>One rule of composition: changes the log only where its source says so, and leaves that source as evidence.</summary>
internal interface ICompositionRule
{
    /// <summary>Applies the rule to a log under composition.</summary>
    void Apply(LogComposition log, DraftRequest request);
}
