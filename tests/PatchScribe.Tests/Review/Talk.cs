using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Tests.Threads;

namespace PatchScribe.Tests.Review;

/// <summary>A patch by Ines Marlow and what people answer to it.</summary>
internal sealed class Talk
{
    public const string Reviewer = "Tomas Berg <tomas@example.org>";
    public const string Author = "Ines Marlow <ines@example.org>";

    public const string Log = "The pump starts at once.\n\nOlder boards have no pump, so nothing is done there.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n";

    public const string Diff = """
        diff --git a/pump.c b/pump.c
        index 1111111..2222222 100644
        --- a/pump.c
        +++ b/pump.c
        @@ -10,3 +10,5 @@ static int pump_start(struct pump *p)
         	int ret = pump_check(p);
        +	if (ret)
        +		dev_err(p->dev, "pump is to hot\n");
         	return ret;
         }
        -- 
        2.40

        """;

    private readonly Mailbox box = new();
    private int mails;

    public Talk(string log = Log, string subject = "[PATCH] pump: start at once") => Patch("p", subject, log);

    public static string Quoted(string text) => string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? ">\n" : $"> {line}\n"));

    public Talk Patch(string id, string subject, string log, string? answers = null, string diff = Diff)
    {
        box.Add(id, subject, $"{log}---\n pump.c | 2 ++\n\n{diff}", answers, Author, ++mails * 60);
        return this;
    }

    public Talk Reply(string body, string from = Reviewer, string answers = "p", string? id = null)
    {
        mails++;
        box.Add(id ?? $"r{mails}", "Re: [PATCH] pump: start at once", body, answers, from, mails * 60);
        return this;
    }

    /// <summary>A reply in format=flowed.</summary>
    public Talk Flowed(string body, string from = Reviewer, string answers = "p", bool delSp = false)
    {
        Reply(body, from, answers);
        box.Flow(delSp);
        return this;
    }

    public PatchScribe.Threads.Discussion Discussion() => Assert.Single(box.Build());

    public DiscussionReview Read() => ReviewReader.Read(Discussion());

    /// <summary>A page without headers and quote marks.</summary>
    public static DiscussionReview ReadPage(string text) =>
        ReviewReader.Read(Assert.Single(PatchScribe.Threads.DiscussionBuilder.Build(
        [
            new MailMessage { MessageId = "page", Synthetic = true, Pasted = true, Subject = "", Body = text, From = new MailAddress("unknown", ""), Author = new MailAddress("unknown", "") },
        ])));
}
