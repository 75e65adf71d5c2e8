using PatchScribe.Behaviour.Claims;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// The log says that a command prints something, or when, and a behaviour model refutes it: an error where recorded runs back the
/// model, a note where it rests on reading the source.
/// </summary>
internal sealed class ModelContradictionRule : ICheckRule
{
    public string Id => "PS0206";

    public string Name => "model-contradiction";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var result in context.Claims.Where(result => result.Verdict == ClaimVerdict.Refuted))
        {
            var line = Enumerable.Range(result.Claim.FirstLine, result.Claim.LastLine - result.Claim.FirstLine + 1)
                .FirstOrDefault(number => number <= context.Log.Lines.Count && result.Claim.QuotedText.Contains(context.Log.Lines[number - 1].Trim(), StringComparison.Ordinal) && context.Log.Lines[number - 1].Trim().Length > 0, result.Claim.FirstLine);
            var finding = this.OfLog($"\"{Quotation.Short(result.Claim.Message)}\" is not what this prints, says the model {result.Model}", Quotation.OneLine(result.ModelText), line, context.Log.Lines[line - 1].Trim(),
                new Evidence(result.Evidence == "run" ? "run" : "model", result.ModelText, File: result.Model, Rule: string.Join(", ", result.Rules)));
            yield return result.Evidence == "run" ? finding : finding with { Severity = Severity.Note };
        }
    }
}
