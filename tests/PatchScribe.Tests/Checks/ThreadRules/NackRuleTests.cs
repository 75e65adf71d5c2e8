using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.ThreadRules;

public sealed class NackRuleTests
{
    private const string Log = "hw/foo: do it\n\nBody.";
    private const string Refusal = "No, this breaks the old board.\n\nNacked-by: Tomas Berg <tomas@example.org>\n";

    [Fact]
    public void A_refusal_is_an_error()
    {
        var finding = Assert.Single(ReviewCase.Of(Log, Refusal).Check("PS0304"));
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("Tomas Berg", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_the_mail_of_the_change_itself_is_open_too() => Assert.Single(ReviewCase.Of(Log, sent: 1, Refusal).Check("PS0304"));

    [Theory]
    [InlineData("The board is gone anyway, please drop my Nacked-by.\n")]
    [InlineData("I see now. I withdraw my NAK.\n")]
    public void One_that_is_taken_back_is_none(string answer) => Assert.Empty(ReviewCase.Of(Log, Refusal, answer).Check("PS0304"));

    [Theory]
    [InlineData("Looks good.\n\nReviewed-by: Tomas Berg <tomas@example.org>\n")]
    [InlineData("> Nacked-by: Tomas Berg <tomas@example.org>\n\nThat was for the other one.\n")]
    public void What_refuses_nothing_is_none(string answer) => Assert.Empty(ReviewCase.Of(Log, answer).Check("PS0304"));
}
