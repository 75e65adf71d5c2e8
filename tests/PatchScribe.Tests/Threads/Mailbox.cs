using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

/// <summary>Small mailboxes made by hand; minutes count from one fixed day.</summary>
internal sealed class Mailbox
{
    public const string Diff = "diff --git a/x.c b/x.c\nindex 1111111..2222222 100644\n--- a/x.c\n+++ b/x.c\n@@ -1 +1 @@\n-a\n+b\n-- \n2.40\n";

    private readonly List<MailMessage> messages = [];

    public IReadOnlyList<MailMessage> Messages => messages;

    public Mailbox Add(string id, string subject, string body = "Text.\n", string? answers = null, string from = "Ines Marlow <ines@example.org>", int minute = -1, params string[] references)
    {
        var open = from.IndexOf('<', StringComparison.Ordinal);
        var person = new MailAddress(from[..open].Trim(), from[(open + 1)..^1]);
        messages.Add(new MailMessage
        {
            MessageId = id,
            From = person,
            Author = person,
            Subject = subject,
            Body = body,
            InReplyTo = answers,
            References = references.Length > 0 ? references : answers is null ? [] : [answers],
            Date = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute < 0 ? messages.Count : minute),
        });
        return this;
    }

    /// <summary>Declares the last mail format=flowed.</summary>
    public void Flow(bool delSp) => messages[^1] = messages[^1] with { Flowed = true, DelSp = delSp };

    public Mailbox Patch(string id, string subject, string? answers = null, string log = "Log.\n", int minute = -1, string from = "Ines Marlow <ines@example.org>", string? diff = null) =>
        Add(id, subject, log + "---\n x.c | 2 +-\n\n" + (diff ?? Diff), answers, from, minute);

    /// <summary>A diff of its own for each number.</summary>
    public static string Change(int number) => Diff.Replace("+b\n", $"+b{number}\n", StringComparison.Ordinal);

    /// <summary>Built forward, backward and shuffled; the three must be the same.</summary>
    public IReadOnlyList<Discussion> Build()
    {
        var forward = DiscussionBuilder.Build(messages);
        var random = new Random(5);
        foreach (var order in new[] { messages.AsEnumerable().Reverse().ToList(), messages.OrderBy(_ => random.Next()).ToList() })
        {
            Assert.Equal(Show(forward), Show(DiscussionBuilder.Build(order)));
        }

        Assert.Equal(messages.Select(message => message.MessageId).Order(StringComparer.Ordinal), forward.SelectMany(one => one.Messages).Select(message => message.MessageId).Order(StringComparer.Ordinal));
        return forward;
    }

    public static string Show(IEnumerable<Discussion> discussions) => string.Join('\n', discussions.Select(one =>
        string.Join(' ', one.Threads.SelectMany(thread => thread.Nodes).Select(node => new string('.', node.Depth) + node.MessageId + (node.Message is null ? "?" : "")))
        + " | " + string.Join("; ", one.Series.Select(Show)) + " | " + string.Join(", ", one.Trailers.Select(trailer => $"{trailer.PatchMessageId} {trailer.Token} {trailer.State}"))));

    public static string Show(PatchSeries series) =>
        $"v{series.Version}{(series.Supersedes is { } old ? $">v{old}" : "")} {series.GroupedBy} "
        + string.Join(',', series.Patches.Select(patch => patch.Message?.MessageId ?? "-")) + (series.Cover is null ? "" : " cover " + series.Cover.MessageId);
}
