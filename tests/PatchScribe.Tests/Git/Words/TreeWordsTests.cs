using PatchScribe.Git;
using PatchScribe.Git.Words;

namespace PatchScribe.Tests.Git.Words;

/// <summary>Names looked up in a table of words that is kept in a file.</summary>
public sealed class TreeWordsTests : IDisposable
{
    private readonly TemporaryRepository repository = new();
    private readonly string table;

    public TreeWordsTests()
    {
        table = Path.Combine(repository.Directory, ".git", "cache", "words");
        for (var i = 0; i < 80; i++)
        {
            repository.Write($"lib/file{i}.c", $"int value_{i};\n");
        }

        repository.Write("Kconfig", "config BAR\n    bool\nmenuconfig BAZ\n");
        repository.Write("data.bin", "\0hidden_word\0");
        repository.Commit("lib: start");
    }

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("value_79", true)]
    [InlineData("value_80", false)]
    [InlineData("CONFIG_BAR", true)]
    [InlineData("CONFIG_BAZ", true)]
    [InlineData("CONFIG_QUX", false)]
    [InlineData("hidden_word", false)]
    public void The_table_answers_as_git_does(string word, bool there)
    {
        using var git = GitRepository.Open(repository.Directory);
        Assert.Equal(there, new TreeWords(git).HasWord("HEAD", word, []));
        Assert.Equal(there, new TreeWords(git, table).HasWord("HEAD", word, ["lib/"]));
        Assert.Equal(there, new TreeWords(git, table).HasWord("HEAD", word, ["lib/"]));
    }

    [Fact]
    public void New_blobs_are_read_and_old_trees_keep_their_words()
    {
        using var git = GitRepository.Open(repository.Directory);
        Assert.True(new TreeWords(git, table).HasWord("HEAD", "value_3", []));
        repository.Write("lib/file3.c", "int other_3;\n");
        repository.Commit("lib: rename");
        var words = new TreeWords(git, table);
        Assert.Equal([false, true, true, false], [words.HasWord("HEAD", "value_3", []), words.HasWord("HEAD", "other_3", []), words.HasWord("HEAD^", "value_3", []), words.HasWord("HEAD^", "other_3", [])]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PSWORDS1")]
    [InlineData("PSWORDS1\u0001\u0001\u0001\u0001 and too few bytes for that")]
    [InlineData("something else")]
    public void A_damaged_table_is_made_anew(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(table)!);
        File.WriteAllText(table, text);
        using var git = GitRepository.Open(repository.Directory);
        Assert.True(new TreeWords(git, table).HasWord("HEAD", "value_3", []));
        Assert.True(new FileInfo(table).Length > 1000);
    }

    [Fact]
    public void A_place_that_cannot_be_written_costs_time_only()
    {
        using var git = GitRepository.Open(repository.Directory);
        Assert.True(new TreeWords(git, Path.Combine(repository.Directory, "Kconfig", "words")).HasWord("HEAD", "value_3", []));
    }

    [Fact]
    public void Files_are_found_by_the_end_of_their_path()
    {
        using var git = GitRepository.Open(repository.Directory);
        var words = new TreeWords(git);
        Assert.True(words.HasFile("HEAD", "file3.c"));
        Assert.True(words.HasFile("HEAD", "lib/file3.c"));
        Assert.False(words.HasFile("HEAD", "ile3.c"));
        Assert.True(words.HasTopFolder("HEAD", "lib"));
    }
}
