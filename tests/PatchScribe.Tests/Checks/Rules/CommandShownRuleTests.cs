namespace PatchScribe.Tests.Checks.Rules;

public sealed class CommandShownRuleTests
{
    private const string Before = "    error_setg(errp, \"bad size of the image\");";
    private const string After = "    error_setg(errp, \"wrong size of the image\");";

    [Fact]
    public void Output_without_its_command_is_a_note_with_the_line()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: better error\n\nIt is now\n\n    foo: wrong size of the image").Function(Before, After).Check("PS0108"));
        Assert.Equal(5, finding.MessageLine);
    }

    [Fact]
    public void A_model_gives_the_command() =>
        Assert.Contains("$ qemu-system-", Assert.Single(new CheckCase("hw/vfio: drop CONFIG_IOMMUFD\n\nThe user now gets \"Device 'iommufd0' not found\".").IommufdProperty().Check("PS0108")).Help, StringComparison.Ordinal);

    [Theory]
    [InlineData("hw/foo: better error\n\nIt is now\n\n    $ foo disk\n    foo: wrong size of the image")]
    [InlineData("hw/foo: better error\n\nIt is now\n\n    foo -s 5 disk\n    foo: wrong size of the image")]
    [InlineData("hw/foo: say \"wrong size of the image\"")]
    public void A_command_above_and_a_message_in_a_sentence_are_not(string log) => Assert.Empty(new CheckCase(log).Function(Before, After).Check("PS0108"));
}
