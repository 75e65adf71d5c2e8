using System.Diagnostics;
using PatchScribe.Mail;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Benchmarks;

/// <summary>Reading mail against its yardsticks: git's own printing of an archive, and MimeKit over one mbox.</summary>
internal static class MailBenchmarks
{
    private const int Rounds = 7;

    /// <summary>A whole public-inbox repository, decoded on all cores, against <c>git cat-file</c> printing the same mails.</summary>
    public static void Archive(string repository)
    {
        var history = InboxHistory.Read(repository);
        Ratios("archive", () => Count(MailReader.Enumerate(repository).Select(item => item.Message)), "git cat-file", () => CatFile(repository, history));
        Console.WriteLine($"peak working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
    }

    /// <summary>Seconds that <c>git cat-file --batch</c> takes to print the mails of a public-inbox repository.</summary>
    public static double CatFile(string repository)
    {
        var history = InboxHistory.Read(repository);
        return Time(() => CatFile(repository, history)).Seconds;
    }

    /// <summary>One mbox in memory, decoded on one thread, against MimeKit (the path of its assembly) when it is given.</summary>
    public static void Mbox(string file, string? mimeKit)
    {
        var bytes = File.ReadAllBytes(file);
        var peer = mimeKit is null ? null : new MimeKitPeer(mimeKit);
        Ratios("mbox", () => Count(Decode(bytes)), "MimeKit", peer is null ? null : () => peer.Count(bytes));
    }

    private static IEnumerable<MailMessage> Decode(byte[] bytes) =>
        StreamSource.Read(new MemoryStream(bytes), "mbox", takesPages: false).Select(mail => MessageReader.Read(mail.Bytes, mail.Source, mail.Line));

    /// <summary>Touches what a reader wants of each message, and counts characters so that nothing is left out.</summary>
    private static (int Messages, long Characters) Count(IEnumerable<MailMessage?> messages)
    {
        var (count, characters) = (0, 0L);
        foreach (var message in messages.OfType<MailMessage>())
        {
            count++;
            characters += message.Body.Length + message.Subject.Length + message.From.Name.Length + message.To.Count + message.Cc.Count + message.References.Count;
        }

        return (count, characters);
    }

    private static (int Messages, long Characters) CatFile(string repository, InboxHistory history)
    {
        var ids = Path.GetTempFileName();
        File.WriteAllBytes(ids, history.Lines);
        using var git = Process.Start("sh", ["-c", "git -C \"$0\" cat-file --batch --buffer < \"$1\" > /dev/null", repository, ids]);
        git.WaitForExit();
        File.Delete(ids);
        return (0, 0);
    }

    private static void Ratios(string name, Func<(int Messages, long Characters)> run, string peerName, Func<(int Messages, long Characters)>? peer)
    {
        var ratios = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var (result, seconds) = Time(run);
            Console.Write($"{name}: {result.Messages} mails, {result.Characters} characters, {seconds:F3} s");
            if (peer is not null)
            {
                var (other, otherSeconds) = Time(peer);
                ratios.Add(seconds / otherSeconds);
                Console.Write($"; {peerName}: {other.Messages} mails, {other.Characters} characters, {otherSeconds:F3} s; ratio {ratios[^1]:F2}");
            }

            Console.WriteLine();
        }

        if (ratios.Count > 0)
        {
            ratios.Sort();
            Console.WriteLine($"{name} / {peerName}: median {ratios[Rounds / 2]:F2}, least {ratios[0]:F2}, most {ratios[^1]:F2}");
        }
    }

    private static ((int Messages, long Characters) Result, double Seconds) Time(Func<(int Messages, long Characters)> run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        return (run(), watch.Elapsed.TotalSeconds);
    }
}
