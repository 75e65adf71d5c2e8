using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>An ingest that is killed (SIGKILL) at random moments and started again ends with the archive that an undisturbed one makes.</summary>
public sealed class ArchiveKillTests : IDisposable
{
    private const int Kills = 30;
    private const int Mails = 20_000;

    /// <summary>What an archive says, without the numbers that depend on when mails came together.</summary>
    private static readonly string[] Contents =
    [
        "SELECT mid, date, name, email, subject, copy, size FROM message ORDER BY mid",
        "SELECT mid, hex(data) FROM message JOIN outline ON outline.message = message.id ORDER BY mid",
        "SELECT location, hex(locator), mid FROM place JOIN source ON source.id = place.source JOIN message ON message.id = place.message ORDER BY mid, location",
        "SELECT root, subject, version, patches, expected, messages, first, last, trailers, spoke, hex(content) FROM discussion ORDER BY root",
        "SELECT group_concat(mid, ' ') FROM (SELECT grp, mid FROM message ORDER BY mid) GROUP BY grp ORDER BY min(mid)",
        "SELECT state FROM source ORDER BY location",
        "SELECT count(*) FROM dirty",
        "SELECT mid FROM words JOIN message ON message.id = words.rowid WHERE words MATCH 'word7 OR word11' ORDER BY mid",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Killed_thirty_times_it_ends_as_if_undisturbed()
    {
        var inbox = MakeInbox();
        var watch = Stopwatch.StartNew();
        Assert.Equal(0, Tool.Run(folder, ["ingest", inbox, "--archive", "undisturbed.sqlite"]).Exit);
        var whole = (int)watch.ElapsedMilliseconds;
        var random = new Random(20260511);
        var killed = 0;
        for (var tries = 0; killed < Kills && tries < 10 * Kills; tries++)
        {
            var moment = random.Next(50, whole);
            if (StartAndKill(inbox, moment))
            {
                killed++;
            }
            else
            {
                // It came to its end: the next one starts anew, so that early moments are hit as well as late ones. The machine may have been slower for the first one.
                whole = Math.Max(moment, 100);
                foreach (var file in Directory.GetFiles(folder, "killed.sqlite*"))
                {
                    File.Delete(file);
                }
            }
        }

        Assert.Equal(0, Tool.Run(folder, ["ingest", inbox, "--archive", "killed.sqlite"]).Exit);
        Assert.Equal(Kills, killed);
        Assert.Equal(0, Tool.Run(folder, ["archive", "check", "--archive", "killed.sqlite"]).Exit);
        Assert.All(Contents, sql => Assert.Equal(Read("undisturbed.sqlite", sql), Read("killed.sqlite", sql)));
    }

    /// <summary>True when it was still running.</summary>
    private bool StartAndKill(string inbox, int milliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo(Tool.Command[0], [.. Tool.Command.Skip(1), "ingest", inbox, "--archive", "killed.sqlite"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        var ended = process.WaitForExit(milliseconds);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return !ended;
    }

    /// <summary>A public-inbox of discussions whose mails come mixed with those of others.</summary>
    private string MakeInbox()
    {
        var inbox = Path.Combine(folder, "inbox.git");
        Assert.Equal(0, Tool.Start("git", folder, ["init", "-q", "--bare", "-b", "master", inbox]).Exit);
        var stream = new StringBuilder();
        for (var i = 0; i < Mails; i++)
        {
            var text = Mail(i);
            stream.Append(CultureInfo.InvariantCulture, $"blob\nmark :{i + 1}\ndata {text.Length}\n{text}\n");
        }

        for (var i = 0; i < Mails; i++)
        {
            stream.Append(CultureInfo.InvariantCulture, $"commit refs/heads/master\ncommitter A <a@example.org> {1777600000 + i} +0000\ndata 1\nm\nM 100644 :{i + 1} m\n\n");
        }

        Assert.Equal(0, Tool.Start("git", inbox, ["fast-import", "--quiet"], stream.ToString()).Exit);
        return inbox;
    }

    private static string Mail(int i)
    {
        var (thread, place) = (i % 1500, i / 1500);
        var subject = place == 0 ? $"[PATCH] part {thread}: change number {thread} of them" : $"Re: [PATCH] part {thread}: change number {thread} of them";
        var body = place == 0 ? $"Log {thread}.\n---\ndiff --git a/f{thread}.c b/f{thread}.c\n--- a/f{thread}.c\n+++ b/f{thread}.c\n@@ -1 +1 @@\n-a{thread}\n+b{thread}\n"
            : $"> Log {thread}.\n\n{string.Join(' ', Enumerable.Range(i % 97, 40).Select(word => $"word{word}"))}\n" + (place == 3 ? $"Reviewed-by: P3 <p3@example.org>\n" : "");
        return $"From: P{place} <p{place}@example.org>\nSubject: {subject}\nDate: {DateTime.UnixEpoch.AddSeconds(1777600000 + (i * 60)):ddd, dd MMM yyyy HH:mm:ss} +0000\nMessage-ID: <{i}@example.org>\n"
            + (place == 0 ? "" : $"In-Reply-To: <{i - 1500}@example.org>\n") + $"\n{body}";
    }

    private List<string> Read(string archive, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, archive)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(column => rows.GetValue(column))));
        }

        return lines;
    }
}
