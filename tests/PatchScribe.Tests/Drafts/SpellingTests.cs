using PatchScribe.Cli.Drafting;

namespace PatchScribe.Tests.Drafts;

/// <summary>Codespell's dictionary: its file format, and the real one where it is installed.</summary>
public sealed class SpellingTests
{
    [Fact]
    public void A_line_has_one_right_word_or_several_and_perhaps_a_reason()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "foor->floor\nbaer->bear, bare,\nclas->class, a name elsewhere\nno arrow\n");
        var found = SpellingSource.Find(path, new HashSet<string>(["foor", "baer", "clas", "floor", "no arrow"]));
        Assert.Equal(["baer: bear, bare", "clas: class", "foor: floor"], found.Select(pair => $"{pair.Key}: {pair.Value}").Order(StringComparer.Ordinal));
    }

    [NeedsProgramFact("codespell")]
    public void The_installed_dictionary_names_a_misspelling_and_leaves_the_author_s_words()
    {
        var draft = new DraftCase { Log = "This is recieved by the propery.\n\nSigned-off-by: Ines Marlow <ines@example.org>", FindMisspellings = SpellingSource.Load() }.Build();
        Assert.Contains("spelling: recieved -> received", draft.Notes);
        Assert.Contains("spelling: propery -> property, properly", draft.Notes);
        Assert.Equal("This is recieved by the propery.", draft.Body);
    }
}
