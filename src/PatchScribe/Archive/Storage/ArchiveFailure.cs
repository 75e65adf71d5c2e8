using PatchScribe.Diagnostics;
using SQLitePCL;

namespace PatchScribe.Archive.Storage;

/// <summary>What SQLite reports; <see cref="ToInput"/> makes the user's sentence of it.</summary>
internal sealed class ArchiveFailure(int result, string message) : Exception(message)
{
    /// <summary>The primary result code (sqlite.org/rescode.html).</summary>
    public int Result { get; } = result & 0xFF;

    /// <summary>A damaged, locked, read-only or full archive, said with what to do about it.</summary>
    public InputException ToInput(string path) => Result switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new InputException($"{path} is in use by another patchscribe", "wait until it ends, or give another file with --archive", this),
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new InputException($"{path} is damaged or no archive", "delete it and ingest again: it can always be rebuilt", this),
        raw.SQLITE_FULL or raw.SQLITE_IOERR => new InputException($"{path} could not be written: {Message}", "make room on the disk and ingest again: it goes on where it stopped", this),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN => new InputException($"{path} cannot be opened: {Message}", "check the path and its permissions", this),
        _ => new InputException($"{path}: {Message}", "delete it and ingest again: it can always be rebuilt", this),
    };
}
