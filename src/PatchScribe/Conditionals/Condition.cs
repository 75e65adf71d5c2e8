namespace PatchScribe.Conditionals;

/// <summary>
/// A formula over configuration symbols. Printed in one normal form (sorted minimal disjunction of sorted
/// conjunctions, <c>true</c> when unconditional) and compared by meaning.
/// </summary>
public sealed class Condition
{
}
