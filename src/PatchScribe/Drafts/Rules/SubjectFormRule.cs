using PatchScribe.Diagnostics;

namespace PatchScribe.Drafts.Rules;

/// <summary>
/// A subject without a prefix gets the one that the touched directory's history uses; one that is longer than the profile
/// allows is noted, never cut.
/// </summary>
internal sealed class SubjectFormRule : ICompositionRule
{
    public void Apply(LogComposition log, DraftRequest request)
    {
        if (log.Subject.Length == 0)
        {
            return;
        }

        if (request.Profile.Prefixed && SubjectPrefix.Of(log.Subject) is null && Find(request) is var (prefix, example))
        {
            var old = log.Subject;
            Evidence[] evidence = [new Evidence("code", example)];
            log.Subject = $"{prefix}: {old}";
            log.SubjectEvidence = [.. log.SubjectEvidence, .. evidence];
            log.Corrections.Add(new DraftCorrection(old, log.Subject, Applied: true, "the prefix that the newest commits of the directory have", evidence));
        }

        if (log.Subject.Length > request.Profile.SubjectWidth)
        {
            log.Notes.Add($"the subject has {log.Subject.Length} columns; the {request.Profile.Name} profile allows {request.Profile.SubjectWidth}");
        }
    }

    private static (string Prefix, string Example)? Find(DraftRequest request)
    {
        var directory = SubjectPrefix.CommonDirectory((request.Analysis?.Files ?? []).Select(file => file.Path));
        return directory.Length == 0 || request.PrefixHistory is not { } history ? null : SubjectPrefix.Find(history(directory));
    }
}
