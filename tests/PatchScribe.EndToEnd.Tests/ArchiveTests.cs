namespace PatchScribe.EndToEnd.Tests;

/// <summary>The commands of the archive, on the sample's thread.</summary>
public sealed class ArchiveTests : IDisposable
{
    private static readonly string Thread = Checkout.PathOf("samples", "iommufd-property", "thread.mbox");
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public ArchiveTests() => Assert.Equal(0, Run("ingest", Thread).Exit);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("search iommufd --format json")]
    [InlineData("threads --now 2026-06-01 --format json")]
    [InlineData("archive stats --format json")]
    [InlineData("archive check --format json")]
    public void A_document_is_as_documented(string command)
    {
        var run = Run(command.Split(' '));
        Assert.Equal(0, run.Exit);
        Assert.Empty(run.Errors);
        Assert.Empty(JsonDocumentTests.Problems(run.Output));
    }

    [Fact]
    public void The_second_ingest_finds_nothing_new()
    {
        var run = Run("ingest", Thread);
        Assert.Contains(" 0 read, 0 new, ", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void A_Message_ID_of_the_archive_is_a_source_that_gives_what_the_mailbox_gives()
    {
        var id = File.ReadLines(Thread).First(line => line.StartsWith("Message-ID: ", StringComparison.OrdinalIgnoreCase))["Message-ID: ".Length..].Trim();
        Environment.SetEnvironmentVariable("PATCHSCRIBE_ARCHIVE", Archive);
        try
        {
            foreach (var source in (string[])[id, id.Trim('<', '>')])
            {
                Assert.Equal(Tool.Run(folder, ["summary", Thread]).Output, Tool.Run(folder, ["summary", source]).Output);
                Assert.Equal(Tool.Run(folder, ["draft", Thread, "--profile", "qemu"]).Output, Tool.Run(folder, ["draft", source, "--profile", "qemu"]).Output);
            }

            var unknown = Tool.Run(folder, ["summary", "<nobody@example.org>"]);
            Assert.Equal(2, unknown.Exit);
            Assert.Contains("does not know <nobody@example.org>", unknown.Errors, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATCHSCRIBE_ARCHIVE", null);
        }
    }

    /// <summary>Every command that reads mail takes a Message-ID; it stands for the whole discussion.</summary>
    [Theory]
    [InlineData("show SOURCE --format json")]
    [InlineData("summary SOURCE --format json")]
    [InlineData("draft SOURCE --profile qemu --format json")]
    [InlineData("check --thread SOURCE PATCH --format json")]
    [InlineData("check PATCH --format json")]
    [InlineData("analyze PATCH --format json")]
    public void A_Message_ID_is_taken_by(string command)
    {
        var ids = File.ReadLines(Thread).Where(line => line.StartsWith("Message-ID: ", StringComparison.OrdinalIgnoreCase)).Select(line => line["Message-ID: ".Length..].Trim()).ToList();
        var patch = $"<{Tool.Run(folder, ["summary", Thread, "--format", "json"]).Output.Split("\"messageId\": \"").Skip(1).Select(rest => rest.Split('"')[0]).First(id => ids.Contains($"<{id}>"))}>";
        var (file, source) = (Path.Combine(folder, "patch.mbox"), ids[^1]);
        File.WriteAllText(file, Tool.Run(folder, ["show", Thread, "--message-id", patch, "--format", "mbox"]).Output);
        Environment.SetEnvironmentVariable("PATCHSCRIBE_ARCHIVE", Archive);
        try
        {
            var byFile = Tool.Run(folder, Words(Thread, file));
            var byId = Tool.Run(folder, Words(source, patch));
            Assert.NotEqual(2, byFile.Exit);
            Assert.Equal(byFile.Exit, byId.Exit);
            Assert.Equal(byFile.Output, byId.Output);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATCHSCRIBE_ARCHIVE", null);
        }

        string[] Words(string thread, string mailed) => [.. command.Split(' ').Select(word => word == "SOURCE" ? thread : word == "PATCH" ? mailed : word)];
    }

    [Fact]
    public void A_search_gives_mails_as_they_were_sent()
    {
        var run = Run("search", "iommufd", "--format", "mbox");
        Assert.Equal(0, run.Exit);
        File.WriteAllText(Path.Combine(folder, "found.mbox"), run.Output);
        Assert.Equal(0, Tool.Run(folder, ["show", "found.mbox"]).Exit);
    }

    [Theory]
    [InlineData("search zz:x", "'zz:'")]
    [InlineData("search iommufd --limit 0", "--limit")]
    [InlineData("threads --since someday", "someday")]
    [InlineData("ingest nowhere.mbox", "nowhere.mbox")]
    [InlineData("archive", "ommand")]
    public void A_mistake_is_one_line_with_its_help(string command, string named)
    {
        var run = command == "archive" ? Tool.Run(folder, ["archive"]) : Run(command.Split(' '));
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(named, run.Errors, StringComparison.Ordinal);
        Assert.Contains("\n  help: ", run.Errors, StringComparison.Ordinal);
    }

    private string Archive => Path.Combine(folder, "archive.sqlite");

    private ToolRun Run(params string[] command) => Tool.Run(folder, [.. command, "--archive", Archive]);
}
