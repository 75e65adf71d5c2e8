using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.ThreadRules;

/// <summary>Somebody refused the patch and did not take it back.</summary>
internal sealed class NackRule : ICheckRule
{
    public string Id => "PS0304";

    public string Name => "nack-open";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var patch = context.Request.Patch?.Message?.MessageId;
        foreach (var nack in (context.Request.Discussion?.Trailers ?? []).Where(trailer => trailer.State == "nack" && (patch is null || trailer.PatchMessageId == patch || trailer.PatchMessageId == context.Request.MessageId)))
        {
            yield return this.OfChange($"{nack.Value} refused this patch and has not taken it back", "settle it in the thread before the next version", file: null, line: null,
                new Evidence("mail", $"{nack.Token}: {nack.Value}", nack.GivenByMessageId));
        }
    }
}
