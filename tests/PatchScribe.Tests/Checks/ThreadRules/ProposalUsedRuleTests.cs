namespace PatchScribe.Tests.Checks.ThreadRules;

public sealed class ProposalUsedRuleTests
{
    [Fact]
    public void Other_words_than_the_agreed_ones_are_a_note()
    {
        var log = "hw/foo: know it at run time\n\nThe backend registers its type, so the lookup fails by itself.";
        string[] replies = ["How about this log:\n\n```\n" + log + "\n```\n\nThanks,\nTomas\n"];
        var agreed = CheckCase.Mail(3, "Ines Marlow", "Re: [PATCH] hw/foo: do it", "> How about this log:\n\nAgreed, I'll use it, thanks.\n", parent: 2);
        CheckCase With(string text) => new CheckCase(text).File("a.c", "int a;\n", "int a;\nint b;\n").Thread(
            CheckCase.Mail(1, "Ines Marlow", "[PATCH] hw/foo: do it", ReviewCase.Patch), CheckCase.Mail(2, "Tomas Berg", "Re: [PATCH] hw/foo: do it", replies[0], parent: 1), agreed);
        Assert.Contains("registers", Assert.Single(With("hw/foo: know it at run time\n\nSomething else.").Check("PS0302")).Message, StringComparison.Ordinal);
        Assert.Empty(With(log).Check("PS0302"));
    }
}
