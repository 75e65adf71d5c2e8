using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Expressions;

/// <summary>What conditions and templates of a model may name, while the model is being read.</summary>
internal sealed record ModelSymbols(
    IReadOnlyList<ModelVariable> Variables,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Lists,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Tables,
    IReadOnlySet<string> Options)
{
    /// <summary>Index of a variable by its name, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (string.Equals(Variables[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
