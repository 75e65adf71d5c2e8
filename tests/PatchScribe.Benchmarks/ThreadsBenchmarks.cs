using System.Globalization;
using BenchmarkDotNet.Attributes;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Benchmarks;

/// <summary>
/// Threads, series and tags of decoded mails. Made mail by default: series of eight patches in two versions with replies that quote
/// and tag; a real mbox when PATCHSCRIBE_BENCHMARK_MBOX names one. One thread of 10,000 mails shows that depth costs nothing.
/// </summary>
[MemoryDiagnoser]
public class ThreadsBenchmarks
{
    private IReadOnlyList<MailMessage> mails = [];
    private IReadOnlyList<MailMessage> chain = [];

    [Params(5_342, 10_684, 21_367)]
    public int Mails { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        mails = Environment.GetEnvironmentVariable("PATCHSCRIBE_BENCHMARK_MBOX") is { } path ? [.. MailReader.ReadAll(path).Messages.Take(Mails)] : MadeMail.Series(Mails);
        chain = MadeMail.Chain(10_000);
    }

    [Benchmark]
    public int Discussions() => DiscussionBuilder.Build(mails).Count;

    [Benchmark]
    public int OneLongThread() => DiscussionBuilder.Build(chain).Count;
}

/// <summary>Mail made by counting.</summary>
internal static class MadeMail
{
    private static readonly string Diff = "diff --git a/x.c b/x.c\nindex 1111111..2222222 100644\n--- a/x.c\n+++ b/x.c\n@@ -1,40 +1,40 @@\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"-old line {i} of the file\n+new line {i} of the file\n")) + "-- \n2.40\n";

    public static IReadOnlyList<MailMessage> Series(int count)
    {
        var mails = new List<MailMessage>();
        for (var series = 0; mails.Count < count; series++)
        {
            var version = (series % 2) + 1;
            var cover = $"c{series}";
            var title = $"hw/x{series / 2}: do it in eight steps";
            mails.Add(Mail(cover, $"[PATCH v{version} 0/8] {title}", "Words.\n", null, mails.Count));
            for (var patch = 1; patch <= 8; patch++)
            {
                var body = $"Log of {patch}.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n x.c | 2 +-\n\n{Diff.Replace("@@ -1", $"@@ -{patch + 1}", StringComparison.Ordinal)}";
                mails.Add(Mail($"p{series}-{patch}", $"[PATCH v{version} {patch}/8] {title}, step {patch}", body, cover, mails.Count));
                var quoted = string.Concat(body.Split('\n').Select(line => $"> {line}\n"));
                mails.Add(Mail($"r{series}-{patch}", $"Re: [PATCH v{version} {patch}/8] {title}, step {patch}", $"{quoted}\nWith that fixed:\n\nReviewed-by: Tomas Berg <tomas@example.org>\n", $"p{series}-{patch}", mails.Count, "tomas@example.org"));
            }
        }

        return [.. mails.Take(count)];
    }

    public static IReadOnlyList<MailMessage> Chain(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Mail(i.ToString("D5", CultureInfo.InvariantCulture), "Re: [PATCH] x", "> Words.\n\nOthers.\n", i == 0 ? null : (i - 1).ToString("D5", CultureInfo.InvariantCulture), i))];

    public static MailMessage Mail(string id, string subject, string body, string? answers, int minute, string from = "ines@example.org")
    {
        var person = new MailAddress(from[0] switch { 'i' => "Ines Marlow", 't' => "Tomas Berg", _ => "Ada Lund" }, from);
        return new MailMessage
        {
            MessageId = id,
            From = person,
            Author = person,
            Subject = subject,
            Body = body,
            InReplyTo = answers,
            References = answers is null ? [] : [answers],
            Date = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute),
        };
    }
}
