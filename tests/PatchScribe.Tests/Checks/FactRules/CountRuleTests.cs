namespace PatchScribe.Tests.Checks.FactRules;

public sealed class CountRuleTests
{
    [Theory]
    [InlineData("hw/foo: convert three files", "three", "there are 2")]
    [InlineData("hw/foo: convert\n\nThis changes 4 functions.", "4", "there is 1")]
    public void More_than_there_are_is_a_note(string log, string words, string said)
    {
        var finding = Assert.Single(Two(log).Check("PS0204"));
        Assert.Equal(words, finding.Words);
        Assert.Contains(said, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_number_of_new_files_is_a_note() =>
        Assert.Contains("there is 1 added", Assert.Single(Two("hw/foo: add two files").NewFile("hw/foo/baz.c", "int z;\n").Check("PS0204")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("hw/foo: convert two files")]
    [InlineData("hw/foo: convert one file")]
    [InlineData("hw/foo: convert 1 function")]
    [InlineData("hw/foo: convert\n\nIt may open 100 files at once.")]
    [InlineData("hw/foo: convert 12 callers")]
    public void The_right_number_a_part_and_numbers_of_other_things_are_not(string log) => Assert.Empty(Two(log).Check("PS0204"));

    private static CheckCase Two(string log) => new CheckCase(log).Function("    a();", "    b();").File("hw/foo/bar.c", "int a;\n", "int b;\n");
}
