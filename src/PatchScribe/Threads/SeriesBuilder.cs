using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Puts patch mails into series and versions. A mail joins a series of the same author, version and total whose number
/// it fills: one of its thread, else one sent within <see cref="Window"/>; what fits nowhere is a series of its own.
/// Nothing is dropped.
/// </summary>
internal sealed class SeriesBuilder
{
    /// <summary>Unthreaded patches of one series are sent within this time.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(20);

    private readonly Dictionary<string, int> threadOf = new(StringComparer.Ordinal);
    private readonly List<OpenSeries> open = [];

    private SeriesBuilder(IReadOnlyList<MailThread> threads)
    {
        for (var i = 0; i < threads.Count; i++)
        {
            foreach (var node in threads[i].Nodes)
            {
                threadOf[node.MessageId] = i;
            }
        }
    }

    /// <summary>All series with the threads they stand in, by date of their first mail.</summary>
    public static IReadOnlyList<(PatchSeries Series, IReadOnlyList<int> Threads)> Build(IReadOnlyList<MailThread> threads)
    {
        var builder = new SeriesBuilder(threads);
        foreach (var message in threads.SelectMany(thread => thread.Nodes).Select(node => node.Message).OfType<MailMessage>()
            .OrderBy(message => message.Date ?? DateTimeOffset.MinValue).ThenBy(message => message.MessageId, StringComparer.Ordinal))
        {
            builder.Take(message);
        }

        builder.FillPartialRerolls();
        return VersionLinker.Link([.. builder.open.Select(series => (series.Close(), (IReadOnlyList<int>)[.. series.Threads.Order()]))]);
    }

    private void Take(MailMessage message)
    {
        var subject = SubjectParser.Parse(message.Subject);
        if (message.Pasted || subject.IsReply || !(subject.IsPatch || subject.IsPull || (subject.Tags.Count > 0 && MailedPatchReader.HasDiff(message))))
        {
            return;
        }

        // [PATCH] without number that answers a mail and has no diff of its own is a reply whose prefix was lost.
        if (subject.Index is null && message.InReplyTo is not null && !subject.IsPull && !MailedPatchReader.HasDiff(message))
        {
            return;
        }

        var thread = threadOf[message.MessageId];
        var candidates = open.Where(series => series.Fits(message, subject)).ToList();
        var joined = candidates.Find(series => series.Threads.Contains(thread))
            ?? candidates.Find(series => message.Date is { } date && series.LastDate is { } last && (date - last).Duration() <= Window);
        if (joined is null)
        {
            joined = new OpenSeries(message, subject);
            open.Add(joined);
        }
        else if (!joined.Threads.Contains(thread))
        {
            joined.GroupedBy = "time-window";
        }

        joined.Add(message, subject, thread);
    }

    /// <summary>[PATCH v3 2/2] in reply to [PATCH v2 2/2]: the rest of v3 is the rest of v2.</summary>
    private void FillPartialRerolls()
    {
        var bySlot = open.SelectMany(series => series.Patches.Values, (series, patch) => (series, patch))
            .ToDictionary(pair => pair.patch.Message!.MessageId, pair => pair.series, StringComparer.Ordinal);
        foreach (var series in open.Where(series => series is { Cover: null, Total: > 1 } && series.Patches.Count == 1))
        {
            var (index, patch) = series.Patches.First();
            if (patch.Message!.InReplyTo is { } answered && bySlot.TryGetValue(answered, out var earlier) && earlier != series
                && earlier.Total == series.Total && earlier.Version < series.Version && earlier.Patches.GetValueOrDefault(index)?.Message?.MessageId == answered)
            {
                foreach (var (slot, kept) in earlier.Patches.Where(pair => pair.Key != index))
                {
                    series.Patches.TryAdd(slot, kept);
                }

                series.GroupedBy = "partial-reroll";
            }
        }
    }

    /// <summary>A series while its mails are collected; slot 0 stands for a patch without a number.</summary>
    internal sealed class OpenSeries(MailMessage first, PatchSubject subject)
    {
        private readonly string author = first.Author.Email.ToLowerInvariant();

        public decimal Version { get; } = subject.Version ?? 1;

        public int? Total { get; } = subject.Total;

        public MailMessage? Cover { get; private set; }

        public SortedDictionary<int, MailedPatch> Patches { get; } = [];

        public HashSet<int> Threads { get; } = [];

        public string GroupedBy { get; set; } = subject.Total is null ? "single" : "references";

        public DateTimeOffset? LastDate { get; private set; }

        private bool IsPull { get; } = subject.IsPull;

        private string CoverTitle { get; set; } = "";

        public bool Fits(MailMessage message, PatchSubject other) =>
            Total is not null && other.Total == Total && (other.Version ?? 1) == Version && other.IsPull == IsPull
            && (message.Author.Email.Equals(author, StringComparison.OrdinalIgnoreCase) || message.From.Email.Equals(first.From.Email, StringComparison.OrdinalIgnoreCase))
            && (other.Index == 0 ? Cover is null : !Patches.ContainsKey(other.Index ?? 0));

        public void Add(MailMessage message, PatchSubject taken, int thread)
        {
            Threads.Add(thread);
            LastDate = message.Date ?? LastDate;
            if (taken.Index == 0 || (taken.IsPull && !MailedPatchReader.HasDiff(message)))
            {
                (Cover, CoverTitle) = (message, taken.Title);
                return;
            }

            Patches[taken.Index ?? 0] = MailedPatchReader.Read(message, taken);
        }

        public PatchSeries Close()
        {
            var expected = Total ?? Math.Max(Patches.Count, 1);
            var patches = Patches.Values.ToList();
            for (var i = 1; Total is not null && i <= Math.Min(expected, 1000); i++)
            {
                if (!Patches.ContainsKey(i))
                {
                    patches.Add(new MailedPatch { Index = i, Title = "", Author = first.Author, Missing = true });
                }
            }

            return new PatchSeries
            {
                Subject = Cover is null ? Patches.Values.FirstOrDefault()?.Title ?? subject.Title : CoverTitle,
                Version = Version,
                Author = Cover?.Author ?? first.Author,
                Cover = Cover,
                Expected = expected,
                Complete = patches.TrueForAll(patch => !patch.Missing),
                GroupedBy = GroupedBy,
                Confidence = GroupedBy == "time-window" ? 0.8 : 1,
                Patches = [.. patches.OrderBy(patch => patch.Index ?? 0)],
                Kind = IsPull ? "pull-request" : "patches",
            };
        }
    }
}
