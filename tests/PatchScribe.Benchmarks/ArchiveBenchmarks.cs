using System.Diagnostics;
using System.Globalization;
using System.Text;
using PatchScribe.Archive;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Benchmarks;

/// <summary>
/// The archive of a whole public-inbox repository against its yardsticks in one run: <c>git cat-file --batch</c> printing the same mails,
/// the same mails four times over under other Message-IDs.
/// </summary>
internal static class ArchiveBenchmarks
{
    private const int Rounds = 5;

    /// <summary>Ingest, nothing new, search, lists; each as often as <see cref="Rounds"/>.</summary>
    public static void Run(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;
        try
        {
            var ratios = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var git = MailBenchmarks.CatFile(repository);
                var (ingest, processor) = Ingest(repository, Path.Combine(folder, $"{round}.sqlite"));
                ratios.Add(ingest / git);
                Console.WriteLine(FormattableString.Invariant($"git cat-file {git:F3} s, ingest {ingest:F3} s ({processor:F3} s of processors), ratio {ratios[^1]:F2}"));
            }

            ratios.Sort();
            Console.WriteLine(FormattableString.Invariant($"ingest / git cat-file: median {ratios[Rounds / 2]:F2}, least {ratios[0]:F2}, most {ratios[^1]:F2}"));
            Ask(repository, Path.Combine(folder, "0.sqlite"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Growth: an inbox with the mails four times over, each time under other Message-IDs, against the inbox with them once.</summary>
    public static void Growth(string repository)
    {
        var folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;
        try
        {
            var (once, four) = (Inbox(repository, folder, 1), Inbox(repository, folder, 4));
            Ingest(once, Path.Combine(folder, "warm.sqlite"));
            for (var round = 0; round < 3; round++)
            {
                var small = Ingest(once, Path.Combine(folder, $"{round}.1.sqlite"));
                var large = Ingest(four, Path.Combine(folder, $"{round}.4.sqlite"));
                Console.WriteLine(FormattableString.Invariant($"once {small.Seconds:F2} s, four times {large.Seconds:F2} s, ratio {large.Seconds / small.Seconds:F2}, of processors {large.Processor / small.Processor:F2}"));
            }

            Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Ask(string repository, string path)
    {
        using var archive = MailArchive.Open(path);
        var now = archive.Statistics().Last ?? DateTimeOffset.UnixEpoch;
        Report("ingest, nothing new", () => archive.Ingest(repository, [], _ => { }));
        Report("search of two words, newest 50", () => archive.Search("interrupt vgic", 50, now));
        Report("threads, first and then with counts", () => archive.Threads(null, now, null, _ => { }));
        var stats = archive.Statistics();
        Console.WriteLine(FormattableString.Invariant($"{stats.Mails} mails, {stats.Discussions} discussions, file {(double)stats.FileBytes / stats.MailBytes:F2} of the mail, peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
    }

    private static void Report(string what, Action work)
    {
        var times = Enumerable.Range(0, Rounds).Select(_ => Seconds(work)).ToList();
        Console.WriteLine($"{what}: {string.Join(", ", times.Select(time => time.ToString("F3", CultureInfo.InvariantCulture)))} s");
    }

    private static (double Seconds, double Processor) Ingest(string source, string path)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        using var archive = MailArchive.Open(path, create: true);
        var seconds = Seconds(() => archive.Ingest(source, [], _ => { }));
        return (seconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds);
    }

    private static double Seconds(Action work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>A new public-inbox whose mails are those of the repository; from the second time on every Message-ID begins with the number of the time.</summary>
    private static string Inbox(string repository, string folder, int times)
    {
        var inbox = Path.Combine(folder, $"{times}.git");
        using (var init = Process.Start("git", ["init", "-q", "--bare", inbox]))
        {
            init.WaitForExit();
        }

        using var import = Process.Start(new ProcessStartInfo("git", ["-C", inbox, "fast-import", "--quiet"]) { RedirectStandardInput = true, UseShellExecute = false })!;
        using (var stream = import.StandardInput.BaseStream)
        {
            var mark = 0;
            for (var time = 1; time <= times; time++)
            {
                using var blobs = new BlobStream(repository, InboxHistory.Read(repository));
                foreach (var (_, bytes, _) in blobs.Read().Where(blob => blob.Bytes is not null))
                {
                    var mail = time == 1 ? bytes! : Encoding.Latin1.GetBytes(Renamed(Encoding.Latin1.GetString(bytes!), time));
                    mark++;
                    stream.Write(Encoding.ASCII.GetBytes($"blob\nmark :{mark}\ndata {mail.Length}\n"));
                    stream.Write(mail);
                    stream.Write(Encoding.ASCII.GetBytes($"\ncommit refs/heads/master\ncommitter A <a@example.org> {1000000000 + mark} +0000\ndata 1\nm\nM 100644 :{mark} m\n\n"));
                }
            }
        }

        import.WaitForExit();
        using (var head = Process.Start("git", ["-C", inbox, "symbolic-ref", "HEAD", "refs/heads/master"]))
        {
            head.WaitForExit();
        }

        return inbox;
    }

    /// <summary>Every id between angle brackets in the header gets a prefix, so that a copy answers its own copies.</summary>
    private static string Renamed(string mail, int time)
    {
        var end = mail.IndexOf("\n\n", StringComparison.Ordinal);
        end = end < 0 ? mail.Length : end;
        var header = string.Join('\n', mail[..end].Split('\n').Select(line => IsId(line) ? line.Replace("<", $"<{time}.", StringComparison.Ordinal) : line));
        return header + mail[end..];

        static bool IsId(string line) => line.StartsWith(' ') || line.StartsWith('\t') || line.StartsWith("Message-", StringComparison.OrdinalIgnoreCase)
            || line.StartsWith("References:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("In-Reply-To:", StringComparison.OrdinalIgnoreCase);
    }
}
