namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A discussion has no commit log that could be drafted.</summary>
    public const string NoLogToDraft = "PSF001";

    /// <summary>The repository could not be asked for something that the draft wanted to know.</summary>
    public const string RepositoryNotAsked = "PSF002";

    /// <summary>A patch has no draft: its author withdrew it.</summary>
    public const string PatchWithdrawn = "PSF003";
}
