namespace PatchScribe.Conditionals.Build;

/// <summary>
/// One thing that a build or schema file puts under a condition: a source file, a source set, a subdirectory ("dir/"), a
/// schema member. <see cref="Set"/> is the source set or variable that takes it in; a setting gives its target (a symbol) a value.
/// <see cref="Statement"/> numbers the statement, <see cref="Line"/> is its 1-based line.
/// </summary>
internal sealed record BuildEntry(string Target, string Set, Condition Condition, int Line, int Statement, ConditionalConstruct Construct, bool IsSetting = false);
