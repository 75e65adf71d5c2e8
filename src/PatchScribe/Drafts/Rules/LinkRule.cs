using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Drafts.Rules;

/// <summary>Names the mail that the patch came in, in the profile's form, behind all other trailers: for who applies it and asked for that.</summary>
internal sealed class LinkRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (request is { LinkAsked: true, PatchMessageId: { } id } && !log.Trailers.Exists(trailer => trailer.Text.Contains(id, StringComparison.Ordinal)))
        {
            var link = request.Profile.Link(id);
            log.Trailers.Add(new LogTrailer(link, [new Evidence("mail", request.Patch!.Message!.Subject, id)]));
        }
    }
}
