namespace PatchScribe.EndToEnd.Tests;

/// <summary>Standard input and compressed files as SOURCE of <c>show</c>, as a shell gives them.</summary>
public sealed class ShowSourceTests
{
    private static readonly string Folder = Checkout.PathOf("samples", "iommufd-property");

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("mbox")]
    public void Standard_input_gives_what_the_file_gives(string format)
    {
        var file = Tool.Run(Folder, ["show", "thread.mbox", "--format", format]);
        foreach (var pipe in (string[])["cat thread.mbox", "gzip -c thread.mbox", "(head -n 200 thread.mbox | gzip; tail -n +201 thread.mbox | gzip)"])
        {
            Assert.Equal(file, Shell($"{pipe} | {Tool.ShellCommand} show - --format {format}"));
        }
    }

    [Fact]
    public void What_is_written_as_mbox_is_read_again_as_the_same()
    {
        var once = Tool.Run(Folder, ["show", "thread.mbox", "--format", "mbox"]);
        Assert.Equal(once, Shell($"{Tool.ShellCommand} show thread.mbox --format mbox | {Tool.ShellCommand} show - --format mbox"));
    }

    [Fact]
    public void A_cut_file_gives_what_there_is_and_says_so()
    {
        var run = Shell($"gzip -c thread.mbox | head -c 1500 | {Tool.ShellCommand} show -");
        Assert.Equal(0, run.Exit);
        Assert.Contains("From:", run.Output, StringComparison.Ordinal);
        Assert.Contains("[PSM010]", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_standard_input_is_a_mistake()
    {
        var run = Tool.Run(Folder, ["show", "-"]);
        Assert.Equal(2, run.Exit);
        Assert.Contains("standard input is empty", run.Errors, StringComparison.Ordinal);
    }

    private static ToolRun Shell(string command) => Tool.Start("sh", Folder, ["-c", command]);
}
