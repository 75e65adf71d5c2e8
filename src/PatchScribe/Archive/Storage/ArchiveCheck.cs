using PatchScribe.Archive.Intake;
using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Storage;

/// <summary>Holds an archive against itself and against its sources; each difference is a diagnostic.</summary>
internal static class ArchiveCheck
{
    private const int MaxDamages = 20;

    private static readonly (string Sql, string What)[] Invariants =
    [
        ("SELECT count(*) FROM message WHERE NOT EXISTS (SELECT 1 FROM place WHERE place.message = message.id)", "mails have no place"),
        ("SELECT count(*) FROM place WHERE NOT EXISTS (SELECT 1 FROM message WHERE message.id = place.message)", "places name a mail that is not there"),
        ("SELECT count(*) FROM message WHERE NOT EXISTS (SELECT 1 FROM outline WHERE outline.message = message.id)", "mails have no outline"),
        ("SELECT count(*) FROM kept WHERE NOT EXISTS (SELECT 1 FROM block WHERE block.id = kept.block)", "kept mails have no bytes"),
        ("SELECT abs((SELECT count(*) FROM message) - (SELECT count(*) FROM words_docsize))", "mails are missing in the index, or too many there"),
        ("SELECT abs((SELECT count(*) FROM message) - (SELECT total(messages) FROM discussion)) * ((SELECT count(*) FROM dirty) = 0)", "mails are in no discussion, or in two"),
        ("SELECT count(*) FROM dirty", "groups of mails wait for their discussions: an ingest was interrupted, run it again"),
    ];

    /// <summary>What is wrong; nothing when all is well.</summary>
    public static IReadOnlyList<Diagnostic> Run(ArchiveFile file)
    {
        var found = new List<Diagnostic>();
        using (var integrity = file.Command($"PRAGMA integrity_check({MaxDamages})"))
        using (var rows = integrity.ExecuteReader())
        {
            while (rows.Read() && rows.GetString(0) != "ok")
            {
                found.Add(new Diagnostic(DiagnosticIds.ArchiveDamaged, Severity.Error, rows.GetString(0), file.Path));
            }
        }

        foreach (var (sql, what) in Invariants)
        {
            if (file.Statement(sql).Scalar() is { } count and > 0)
            {
                found.Add(new Diagnostic(DiagnosticIds.ArchiveDamaged, Severity.Error, $"{count} {what}", file.Path));
            }
        }

        found.AddRange(Sources(file).Select(source => Differs(file, source.Id, source.Kind, source.Location)).OfType<Diagnostic>());
        return found;
    }

    private static List<(long Id, string Kind, string Location)> Sources(ArchiveFile file)
    {
        var sources = new List<(long, string, string)>();
        var rows = file.Statement("SELECT id, kind, location FROM source ORDER BY location");
        while (rows.Step())
        {
            sources.Add((rows.Integer(0), rows.Text(1), rows.Text(2)));
        }

        return sources;
    }

    /// <summary>A public-inbox must hold what the archive points at; other sources may lose mails, their bytes are kept.</summary>
    private static Diagnostic? Differs(ArchiveFile file, long id, string kind, string location)
    {
        if (kind != "public-inbox")
        {
            return null;
        }

        if (!Directory.Exists(location))
        {
            return new Diagnostic(DiagnosticIds.ArchiveSourceDiffers, Severity.Error, "the public-inbox is not there any more, and its mails with it", location);
        }

        var here = new HashSet<byte[]>(ByteSet.Comparer);
        foreach (var step in EpochHistory.Read(location, ""))
        {
            _ = step.Removed ? here.Remove(step.Blob) : here.Add(step.Blob);
        }

        var (lost, held) = (0, 0);
        var rows = file.Statement("SELECT locator FROM place WHERE source=?").Bind(1, id);
        while (rows.Step())
        {
            lost += here.Contains(rows.Bytes(0)) ? 0 : 1;
            held++;
        }

        var added = here.Count - (held - lost);
        return lost + added == 0 ? null
            : new Diagnostic(DiagnosticIds.ArchiveSourceDiffers, lost > 0 ? Severity.Error : Severity.Warning, $"{lost} mails of the archive are not in it any more, {added} of its mails are not in the archive; ingest it again", location);
    }
}
