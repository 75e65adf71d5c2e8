namespace PatchScribe.Archive.Words;

/// <summary>The columns of the full text index, in the order of the table; what each holds is named by a prefix of public-inbox.</summary>
internal enum WordColumn
{
    /// <summary><c>s:</c></summary>
    Subject,

    /// <summary><c>f:</c> name and address of From and of the author.</summary>
    Sender,

    /// <summary><c>nq:</c> what the sender wrote, logs of patches included.</summary>
    Own,

    /// <summary><c>q:</c> lines quoted from other mails.</summary>
    Quoted,

    /// <summary>Lines of a diff, added, removed and around them.</summary>
    Diff,

    /// <summary><c>dfn:</c> files of a diff.</summary>
    File,

    /// <summary><c>dfhh:</c> what stands behind the second <c>@@</c>.</summary>
    Hunk,

    /// <summary><c>dfpre:</c> blob ids before the change.</summary>
    BlobBefore,

    /// <summary><c>dfpost:</c> blob ids after the change.</summary>
    BlobAfter,

    /// <summary><c>patchid:</c> the stable patch-id (git-patch-id(1)).</summary>
    PatchId,
}
