namespace PatchScribe.Tests.Checks.ThreadRules;

/// <summary>A patch on a list, what was answered, and the log of its next version.</summary>
internal static class ReviewCase
{
    /// <summary>The mail of the patch below its head.</summary>
    public const string Patch = "The presence is known at run time (through /dev/iommufd), so\nthere is no need to look at it.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n a.c | 1 +\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1,2 @@\n int a;\n+int b;\n";

    public static CheckCase Of(string log, params string[] replies) => Of(log, sent: null, replies);

    /// <summary>The same where the log is that of a mail of the thread.</summary>
    public static CheckCase Of(string log, int? sent, params string[] replies) => new CheckCase(log) { Sent = sent }.File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
        [CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", Patch), .. replies.Select((reply, i) => CheckCase.Mail(i + 2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", reply, parent: 1))]);
}
