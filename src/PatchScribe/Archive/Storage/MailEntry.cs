using PatchScribe.Archive.Discussions;
using PatchScribe.Archive.Words;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Archive.Storage;

/// <summary>Everything that the archive keeps of one mail, made on any thread; writing it is then all that is left.</summary>
internal sealed class MailEntry
{
    /// <summary>Changes when words, outlines or ties are made in another way; those of older versions are then made anew.</summary>
    public const int Version = 1;

    [ThreadStatic]
    private static WordSet? words;

    private MailEntry()
    {
    }

    public required string MessageId { get; init; }

    /// <summary>Seconds since 1970, or null.</summary>
    public required long? Date { get; init; }

    public required MailAddress Author { get; init; }

    public required string Subject { get; init; }

    /// <summary>Equal for copies of one mail that came over different lists, which change headers, subjects and footers.</summary>
    public required long Copy { get; init; }

    /// <summary>By <see cref="WordColumn"/>, in UTF-8.</summary>
    public required byte[]?[] Words { get; init; }

    public required byte[] Outline { get; init; }

    public required long[] Ties { get; init; }

    /// <summary>Size of the mail in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>The mail as it was sent, when its source may change.</summary>
    public ReadOnlyMemory<byte>? Raw { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Makes the entry of a decoded mail.</summary>
    public static MailEntry Of(MailMessage mail, bool keepRaw)
    {
        var set = words ??= new WordSet();
        set.Clear();
        var whole = MailWords.Read(mail, set);
        var patchId = DiffPlace.PatchIdOf(mail);
        if (patchId is not null)
        {
            set.AddWhole(WordColumn.PatchId, patchId);
        }

        return new MailEntry
        {
            MessageId = mail.MessageId,
            Date = mail.Date?.ToUnixTimeSeconds(),
            Author = mail.Author,
            Subject = mail.Subject,
            Copy = mail.Date is { } date ? date.ToUnixTimeSeconds() : Hash64.Of('s', SubjectParser.Parse(mail.Subject).Title),
            Words = [.. Enum.GetValues<WordColumn>().Select(set.Words)],
            Outline = MailOutline.Write(mail, patchId),
            Ties = TieKeys.Of(mail, patchId),
            Size = mail.Raw.Length,
            Raw = keepRaw ? mail.Raw : null,
            Diagnostics = whole && !set.Overflowed ? mail.Diagnostics
                : [.. mail.Diagnostics, new Diagnostic(DiagnosticIds.ArchiveWordsLeftOut, Severity.Note, "the mail is too long for all of its words to be searchable", mail.MessageId)],
        };
    }
}
