using PatchScribe.Diagnostics;

namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Completes re-rolls of single patches: [PATCH v3 2/2] in reply to [PATCH v2 2/2] makes v3 the new 2/2 and the rest of v2. An
/// answer to an older version still keeps the rest of the newest one in between.
/// </summary>
internal static class PartialRerolls
{
    /// <summary>Patches of older versions that are kept in one source, over all series; later re-rolls stay incomplete.</summary>
    public const int MaxKept = 100_000;

    public static void Fill(List<OpenSeries> all)
    {
        var owner = all.SelectMany(series => series.Slots.Values, (series, mail) => (series, mail)).ToDictionary(pair => pair.mail, pair => pair.series);
        var rerolled = new Dictionary<OpenSeries, OpenSeries>();
        var left = MaxKept;
        foreach (var series in all.Where(series => series is { Cover: null, Total: > 1 } && series.Slots.Count < series.Total).OrderBy(series => series.Version ?? 1).ToList())
        {
            if (Replaced(series, owner) is not { } old || (old.Version ?? 1) >= (series.Version ?? 1))
            {
                continue;
            }

            while (rerolled.TryGetValue(old, out var between) && (between.Version ?? 1) < (series.Version ?? 1))
            {
                old = between;
            }

            var kept = old.Slots.Where(pair => !series.Slots.ContainsKey(pair.Key)).ToList();
            if ((left -= kept.Count) < 0)
            {
                series.Diagnostics.Add(new Diagnostic(DiagnosticIds.SeriesTooLong, Severity.Warning,
                    FormattableString.Invariant($"more than {MaxKept} patches are kept from version to version; those that this one keeps are not listed"), series.First.Message.MessageId));
                continue;
            }

            foreach (var (slot, mail) in kept)
            {
                series.Slots[slot] = mail;
                series.Kept.Add(slot);
            }

            rerolled[old] = series;
            (series.GroupedBy, series.Confidence) = ("partial-reroll", 0.9);
        }
    }

    /// <summary>The one series whose patches of the same numbers all patches of this one answer.</summary>
    private static OpenSeries? Replaced(OpenSeries series, Dictionary<PatchMail, OpenSeries> owner)
    {
        OpenSeries? old = null;
        foreach (var mail in series.Slots.Values)
        {
            if (Answered(mail, series, owner) is not { } one || one.Total != series.Total || (old is not null && one != old))
            {
                return null;
            }

            old = one;
        }

        return old;
    }

    private static OpenSeries? Answered(PatchMail mail, OpenSeries joined, Dictionary<PatchMail, OpenSeries> owner)
    {
        var steps = 0;
        for (var at = mail.Above; at is not null; at = at.Above)
        {
            if (steps++ == SeriesCollector.MaxChain)
            {
                joined.Diagnostics.AddRange(new SeriesSearch { ChainWasCut = true }.LeftOut(mail));
                return null;
            }

            if (owner.TryGetValue(at, out var series))
            {
                return series.Slots.GetValueOrDefault(mail.Subject.Index ?? 0) == at ? series : null;
            }
        }

        return null;
    }
}
