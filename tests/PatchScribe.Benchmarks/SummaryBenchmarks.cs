using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Language;
using PatchScribe.Mail;
using PatchScribe.Rendering.SummaryPages;
using PatchScribe.Summaries;
using PatchScribe.Threads;

namespace PatchScribe.Benchmarks;

/// <summary>
/// Mails to the summary's text: threads, review, models, page. A made discussion of 31 mails and 300 KB (cover letter, ten patches, two
/// reviewers who quote each whole patch and remark on log and code), and as many of it in one discussion as <see cref="Times"/> says.
/// </summary>
[MemoryDiagnoser]
public class SummaryBenchmarks
{
    private IReadOnlyList<MailMessage> mails = [];
    private IReadOnlyList<BehaviourModel> models = [];

    [Params(1, 2, 4, 8)]
    public int Times { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        mails = MadeDiscussion.Mails(Times);
        models = BehaviourModels.List();
    }

    [Benchmark]
    public int Summary() => Summarise(mails, models).Length;

    /// <summary>The first summary of a process and the best of many later ones, in milliseconds, for each size.</summary>
    public static void Once()
    {
        var known = BehaviourModels.List();
        foreach (var times in (int[])[1, 1, 2, 4, 8, 16])
        {
            var made = MadeDiscussion.Mails(times);
            var clock = Stopwatch.StartNew();
            var length = Summarise(made, known).Length;
            var first = clock.Elapsed.TotalMilliseconds;
            var best = double.MaxValue;
            for (var i = 0; i < 20; i++)
            {
                clock.Restart();
                length = Summarise(made, known).Length;
                best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
            }

            Console.WriteLine(FormattableString.Invariant($"{made.Count} mails, {made.Sum(mail => mail.Body.Length) / 1000} KB: first {first:F1} ms, best {best:F1} ms, {length} characters of text"));
        }
    }

    private static string Summarise(IReadOnlyList<MailMessage> mails, IReadOnlyList<BehaviourModel> models)
    {
        var builder = new SummaryBuilder(models, repository: null);
        return new SummaryTextRenderer(id => id).Render([.. DiscussionBuilder.Build(mails).Select(builder.Build)]);
    }
}

/// <summary>A discussion made by counting: a series of ten patches a round, each quoted whole and remarked on by two people.</summary>
internal static class MadeDiscussion
{
    private const int Patches = 10;
    private const int HunkLines = 60;

    private static readonly string[] Remarks =
    [
        "Please explain why the valve has to be closed first; the log does not say it.",
        "Could you reword this? I have no clue what a half open valve means.",
        "This leaks the clock when the pump is not there, please free it.",
        "s/recieve/receive/",
        "A Fixes tag would be great.",
        "Did you test this with two pumps?",
    ];

    public static IReadOnlyList<MailMessage> Mails(int times)
    {
        var mails = new List<MailMessage> { MadeMail.Mail("c", $"[PATCH 0/{Patches * times}] pump: start all of them", "Words about the series.\n", null, 0) };
        for (var n = 1; n <= Patches * times; n++)
        {
            var body = Patch(n);
            var subject = FormattableString.Invariant($"[PATCH {n}/{Patches * times}] pump: start number {n}");
            mails.Add(MadeMail.Mail($"p{n}", subject, body, "c", mails.Count));
            mails.Add(MadeMail.Mail($"r{n}", "Re: " + subject, Reply(body, n), $"p{n}", mails.Count, "tomas@example.org"));
            mails.Add(MadeMail.Mail($"s{n}", "Re: " + subject, Reply(body, n + 3), $"p{n}", mails.Count, "ada@example.org"));
        }

        return mails;
    }

    private static string Patch(int n)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The pump number {n} starts at once when its valve is open.\n\nOlder boards number {n} have no pump, so nothing is done there, and the\nfan stays off as it did before.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Signed-off-by: Ines Marlow <ines@example.org>\n---\n pump{n}.c | 60 ++++\n\ndiff --git a/pump{n}.c b/pump{n}.c\nindex 1111111..2222222 100644\n--- a/pump{n}.c\n+++ b/pump{n}.c\n");
        for (var hunk = 0; hunk < 4; hunk++)
        {
            text.Append(CultureInfo.InvariantCulture, $"@@ -{(hunk * 100) + 1},20 +{(hunk * 160) + 1},{HunkLines + 20} @@ static int pump_start(struct pump *p)\n");
            for (var i = 0; i < 20; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $" \tcontext_line_{n}_{hunk}_{i}();\n");
            }

            for (var i = 0; i < HunkLines; i++)
            {
                text.Append(i % 10 == 5 ? FormattableString.Invariant($"+\t\tdev_err(p->dev, \"pump {n} is too hot ({hunk}, {i})\\n\");\n") : FormattableString.Invariant($"+\tadded_line_{n}_{hunk}_{i}();\n"));
            }
        }

        return text.Append("-- \n2.40\n").ToString();
    }

    private static string Reply(string patch, int n)
    {
        var text = new StringBuilder("On Friday, Ines Marlow wrote:\n");
        var lines = patch.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append("> ").Append(lines[i]).Append('\n');
            if (i % 70 == 3)
            {
                text.Append('\n').Append(Remarks[(n + i) % Remarks.Length]).Append("\n\n");
            }
        }

        return text.ToString();
    }
}
