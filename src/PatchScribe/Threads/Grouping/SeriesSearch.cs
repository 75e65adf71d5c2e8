using PatchScribe.Diagnostics;

namespace PatchScribe.Threads.Grouping;

/// <summary>What came up while the series of one patch was looked for.</summary>
internal sealed class SeriesSearch
{
    /// <summary>The first series that fits but has a patch of that number: in the same thread any, elsewhere one of the same title.</summary>
    public OpenSeries? Taken { get; private set; }

    /// <summary>More patches are answered than were followed, and none of those followed fits.</summary>
    public bool ChainWasCut { get; set; }

    /// <summary>The sender has more series than were tried, and none of those tried fits.</summary>
    public bool OthersNotTried { get; set; }

    public void NumberIsTaken(OpenSeries series, PatchMail mail)
    {
        if (Taken is null && series.Sender == mail.Sender && series.Slots.TryGetValue(mail.Subject.Index ?? 0, out var there)
            && (there.Thread == mail.Thread || there.Subject.Title.Equals(mail.Subject.Title, StringComparison.OrdinalIgnoreCase)))
        {
            Taken = series;
        }
    }

    public IEnumerable<Diagnostic> LeftOut(PatchMail mail)
    {
        if (ChainWasCut)
        {
            yield return new Diagnostic(DiagnosticIds.AnswersNotFollowed, Severity.Warning,
                FormattableString.Invariant($"the patch answers more than {SeriesCollector.MaxChain} patches, one below the other; its series was looked for among the nearest"), mail.Message.MessageId);
        }

        if (OthersNotTried)
        {
            yield return new Diagnostic(DiagnosticIds.SeriesNotTried, Severity.Warning,
                FormattableString.Invariant($"its sender sent more than {SeriesCollector.MaxTried} series of {mail.Total} patches at a time; the newest were tried as the one that the patch belongs to"), mail.Message.MessageId);
        }
    }
}
