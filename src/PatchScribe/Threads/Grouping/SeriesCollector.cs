namespace PatchScribe.Threads.Grouping;

/// <summary>
/// Puts patch mails into series. A patch joins the series of the mails that it answers; else one of its sender in the same
/// thread; else one of its sender sent within <see cref="Window"/>. Version and total must fit and its number must be free:
/// a number already taken starts a new series. Cover letters start series and never join one by what they answer.
/// </summary>
internal sealed class SeriesCollector
{
    /// <summary>Unthreaded patches of one series are sent within this time.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    /// <summary>How many patches, each answering the next, are followed up to find the series of a patch.</summary>
    public const int MaxChain = 64;

    /// <summary>How many series of one sender in one thread or window are tried, newest first.</summary>
    public const int MaxTried = 64;

    private readonly IReadOnlyList<MailThread> threads;
    private readonly OpenSeries?[][] seriesOf;
    private readonly Dictionary<(int Thread, string Sender, int Total), List<OpenSeries>> byThread = [];
    private readonly Dictionary<(long Window, string Sender, int Total), List<OpenSeries>> byWindow = [];
    private readonly List<OpenSeries> all = [];

    private SeriesCollector(IReadOnlyList<MailThread> threads)
    {
        this.threads = threads;
        seriesOf = [.. threads.Select(thread => new OpenSeries?[thread.Nodes.Count])];
    }

    /// <summary>Every patch mail in exactly one series, in order of the first mail.</summary>
    public static List<OpenSeries> Collect(IReadOnlyList<MailThread> threads, PatchMail?[][] mails)
    {
        var collector = new SeriesCollector(threads);
        var ordered = mails.SelectMany(thread => thread).OfType<PatchMail>()
            .OrderBy(mail => mail.Message.Date ?? DateTimeOffset.MaxValue).ThenBy(mail => mail.Message.MessageId, StringComparer.Ordinal).ToList();
        foreach (var cover in ordered.Where(mail => mail.IsCover))
        {
            collector.Join(collector.Open(cover, "references"), cover);
        }

        foreach (var patch in ordered.Where(mail => !mail.IsCover))
        {
            collector.Take(patch);
        }

        return collector.all;
    }

    private void Take(PatchMail mail)
    {
        if (mail.Total == 0)
        {
            Join(Open(mail, "single"), mail);
            return;
        }

        var search = new SeriesSearch();
        var joined = Find(mail, search);
        if (joined is null)
        {
            joined = Open(mail, search.Taken is null ? "references" : "resend");
            (joined.ResendOf, joined.Confidence) = (search.Taken, search.Taken is null ? 1 : 0.7);
        }

        joined.Diagnostics.AddRange(search.LeftOut(mail));
        Join(joined, mail);
    }

    private OpenSeries? Find(PatchMail mail, SeriesSearch search)
    {
        if (ByChain(mail, search) is { } answered)
        {
            return answered;
        }

        if (Fitting(byThread.GetValueOrDefault((mail.Thread, mail.Sender, mail.Total)), mail, search) is { } near)
        {
            near.GroupedBy = near.GroupedBy == "references" ? "thread" : near.GroupedBy;
            return near;
        }

        if (ByWindow(mail, search) is { } timely)
        {
            (timely.GroupedBy, timely.Confidence) = ("time-window", 0.8);
            return timely;
        }

        return null;
    }

    private OpenSeries Open(PatchMail mail, string groupedBy)
    {
        var opened = new OpenSeries(mail, groupedBy);
        all.Add(opened);
        return opened;
    }

    private void Join(OpenSeries series, PatchMail mail)
    {
        series.Add(mail);
        seriesOf[mail.Thread][mail.Node] = series;
        Register(byThread, (mail.Thread, mail.Sender, mail.Total), series);
        if (mail.Message.Date is { } date)
        {
            Register(byWindow, (date.UtcTicks / Window.Ticks, mail.Sender, mail.Total), series);
        }
    }

    private static void Register<TKey>(Dictionary<TKey, List<OpenSeries>> index, TKey key, OpenSeries series)
        where TKey : notnull
    {
        var list = index.TryGetValue(key, out var there) ? there : index[key] = [];
        if (list.Count == 0 || list[^1] != series)
        {
            list.Add(series);
        }
    }

    /// <summary>The series of the nearest mails that this one answers, whoever sent it when it answers directly, else of its sender.</summary>
    private OpenSeries? ByChain(PatchMail mail, SeriesSearch search)
    {
        var steps = 0;
        for (var at = mail.Above; at is not null; at = at.Above)
        {
            if (steps++ == MaxChain)
            {
                search.ChainWasCut = true;
                return null;
            }

            if (seriesOf[mail.Thread][at.Node] is { } series && series.Matches(mail, threaded: true) && (series.Sender == mail.Sender || at.Node == threads[mail.Thread].Nodes[mail.Node].Parent))
            {
                if (series.HasRoom(mail))
                {
                    return series;
                }

                search.NumberIsTaken(series, mail);
            }
        }

        return null;
    }

    private OpenSeries? ByWindow(PatchMail mail, SeriesSearch search)
    {
        if (mail.Message.Date is not { } date)
        {
            return null;
        }

        var window = date.UtcTicks / Window.Ticks;
        OpenSeries? best = null;
        for (var near = window - 1; near <= window + 1; near++)
        {
            var list = byWindow.GetValueOrDefault((near, mail.Sender, mail.Total));
            var found = Fitting(list, mail, search);
            best = found is not null && (best is null || Distance(found, date) < Distance(best, date)) ? found : best;
        }

        return best is not null && Distance(best, date) <= Window ? best : null;
    }

    private static OpenSeries? Fitting(List<OpenSeries>? list, PatchMail mail, SeriesSearch search)
    {
        for (var i = (list?.Count ?? 0) - 1; i >= 0 && i >= list!.Count - MaxTried; i--)
        {
            if (!list[i].Matches(mail, threaded: list[i].Cover is { } cover && cover.Thread == mail.Thread))
            {
                continue;
            }

            if (list[i].HasRoom(mail))
            {
                return list[i];
            }

            search.NumberIsTaken(list[i], mail);
        }

        search.OthersNotTried |= list?.Count > MaxTried;
        return null;
    }

    private static TimeSpan Distance(OpenSeries series, DateTimeOffset date) =>
        series.LastDate is { } last ? (date - last).Duration() : TimeSpan.MaxValue;
}
