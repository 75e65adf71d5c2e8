using PatchScribe.Conditionals;

namespace PatchScribe.Interfaces;

/// <summary>A place where a name that users type is registered: kind as in <see cref="InterfaceChange"/>, 1-based line, presence condition (null: not known).</summary>
internal sealed record InterfaceSite(string Kind, string Name, string Path, int Line, Condition? Condition);
