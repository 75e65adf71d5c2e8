namespace PatchScribe.Archive.Storage;

/// <summary>Counts what an archive holds.</summary>
internal static class ArchiveStatistics
{
    public static ArchiveStats Read(ArchiveFile file)
    {
        var sources = new List<SourceStats>();
        var rows = file.Statement("SELECT kind, location, (SELECT count(*) FROM place WHERE place.source = source.id) FROM source ORDER BY location");
        while (rows.Step())
        {
            sources.Add(new SourceStats(rows.Text(0), rows.Text(1), rows.Integer(2)));
        }

        return new ArchiveStats(sources, Count("SELECT count(*) FROM message"), Count("SELECT count(*) FROM discussion"), Count("SELECT count(*) FROM discussion WHERE name IS NOT NULL"),
            Count("SELECT total(size) FROM message"), FileBytes(file.Path), Time("SELECT min(date) FROM message WHERE date > 0"), Time("SELECT max(date) FROM message"));

        long Count(string sql) => file.Statement(sql).Scalar() ?? 0;

        DateTimeOffset? Time(string sql) => file.Statement(sql).Scalar() is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    private static long FileBytes(string path) =>
        new[] { path, path + "-wal" }.Where(File.Exists).Sum(one => new FileInfo(one).Length);
}
