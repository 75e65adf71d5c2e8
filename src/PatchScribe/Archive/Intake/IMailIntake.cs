namespace PatchScribe.Archive.Intake;

/// <summary>One mailbox as the archive reads it: only what is new since a state, each mail with the place where it can be found again.</summary>
internal interface IMailIntake
{
    /// <summary>public-inbox, maildir, mbox, web or imap.</summary>
    string Kind { get; }

    /// <summary>Full path or URL; the same mailbox has the same location every time.</summary>
    string Location { get; }

    /// <summary>True when the mails may be gone from the source later, so that their bytes are kept.</summary>
    bool KeepsRaw { get; }

    /// <summary>True when it is slow to read, so that what was read is made durable at every state.</summary>
    bool KeepsEachState => false;

    /// <summary>How much of what is new was read so far, 0 to 1; 0 when that is not known.</summary>
    double Share => 0;

    /// <summary>What is new since <paramref name="state"/> (empty at first); <paramref name="known"/> gives the places that the archive has.</summary>
    IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known);
}
