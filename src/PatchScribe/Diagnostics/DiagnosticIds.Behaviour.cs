namespace PatchScribe.Diagnostics;

public static partial class DiagnosticIds
{
    /// <summary>A behaviour model is no YAML, or lacks or misspells something that the model language asks for.</summary>
    public const string ModelInvalid = "PSB001";

    /// <summary>A behaviour model is larger or nested deeper than is read.</summary>
    public const string ModelTooLarge = "PSB002";

    /// <summary>A line of a file of recorded runs is no run.</summary>
    public const string RunUnreadable = "PSB003";

    /// <summary>A command line splits into more environments than are looked at.</summary>
    public const string TooManyEnvironments = "PSB004";

    /// <summary>A log holds more claims than are checked.</summary>
    public const string TooManyClaims = "PSB005";

    /// <summary>A model contradicts itself: a rule names what the model does not declare, or derived variables form a ring.</summary>
    public const string ModelInconsistent = "PSB006";
}
