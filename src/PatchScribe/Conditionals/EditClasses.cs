namespace PatchScribe.Conditionals;

/// <summary>Kinds of edits stated as logic over presence conditions (Bittner et al., "Classifying Edits to Variability in Source Code", 2022).</summary>
internal static class EditClasses
{
    /// <summary>The class of code that was there under one condition and is there under another; null: it was not, or is no longer.</summary>
    public static EditClass Of(Condition? before, Condition? after) => (before, after) switch
    {
        (null, _) or (_, null) => EditClass.WithMapping,
        var (b, a) when b.Equals(a) => EditClass.Refactoring,
        var (b, a) when b.Implies(a) => EditClass.Generalization,
        var (b, a) when a.Implies(b) => EditClass.Specialization,
        _ => EditClass.Reconfiguration,
    };
}
