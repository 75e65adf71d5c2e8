using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Threads.Grouping;

/// <summary>A series while its mails are collected; slot 0 stands for a patch without a number.</summary>
internal sealed class OpenSeries(PatchMail first, string groupedBy)
{
    private readonly List<PatchMail> members = [];

    public PatchMail First { get; } = first;

    public string Sender => First.Sender;

    public int Total { get; private set; } = first.Total;

    public string Kind { get; set; } = first.Kind;

    /// <summary>As stated by the cover or a patch; null while nobody stated one.</summary>
    public decimal? Version { get; private set; } = first.Subject.Version;

    public PatchMail? Cover { get; private set; }

    public SortedDictionary<int, PatchMail> Slots { get; } = [];

    public string GroupedBy { get; set; } = groupedBy;

    public double Confidence { get; set; } = 1;

    /// <summary>The series of the same version whose numbers were already taken.</summary>
    public OpenSeries? ResendOf { get; set; }

    /// <summary>Slots that hold patches of the version before.</summary>
    public HashSet<int> Kept { get; } = [];

    /// <summary>Numbers that replies name though the patch is not in the source: Message-ID and title.</summary>
    public Dictionary<int, (string MessageId, string Title)> Ghosts { get; } = [];

    /// <summary>What was left out while it was collected.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    public IReadOnlyList<PatchMail> Members => members;

    public DateTimeOffset? LastDate => members.Count > 0 ? members[^1].Message.Date : null;

    /// <summary>Same total, kind and version: equal, or not yet stated on one side when <paramref name="threaded"/> ties them.</summary>
    public bool Matches(PatchMail mail, bool threaded)
    {
        var sameVersion = mail.Subject.Version == Version
            || (threaded ? mail.Subject.Version is null || (Version is null && Slots.Count == 0) : (mail.Subject.Version ?? 1) == (Version ?? 1));
        return Total > 0 && mail.Total == Total && sameVersion && mail.Kind == Kind && mail.Subject.Target == First.Subject.Target;
    }

    public bool HasRoom(PatchMail mail) => mail.IsCover ? Cover is null : !Slots.ContainsKey(mail.Subject.Index ?? 0);

    public void Add(PatchMail mail)
    {
        members.Add(mail);
        Version ??= mail.Subject.Version;
        if (mail.IsCover)
        {
            Cover = mail;
        }
        else
        {
            Slots[mail.Subject.Index ?? 0] = mail;
        }
    }

    /// <summary>Takes the mail at the root of the patches as cover letter though it has no number.</summary>
    public void AddNakedCover(PatchMail mail)
    {
        members.Insert(0, mail);
        Cover = mail;
        Version ??= mail.Subject.Version;
        Kind = mail.Subject.IsPull ? "pull-request" : Kind;
    }

    /// <summary>Takes the patches of another series whose cover letter this is though the totals or the kinds differ; the cover's kind stays.</summary>
    public void Absorb(OpenSeries patches)
    {
        Total = patches.Total;
        members.AddRange(patches.members);
        foreach (var (slot, mail) in patches.Slots)
        {
            Slots[slot] = mail;
        }

        Kept.UnionWith(patches.Kept);
        Diagnostics.AddRange(patches.Diagnostics);

        (ResendOf, Version, Confidence) = (patches.ResendOf, Version ?? patches.Version, 0.8);
    }

    public MailAddress Author => PatchMail.SenderOf((Cover ?? First).Message);
}
