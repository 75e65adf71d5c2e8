using PatchScribe.Diagnostics;
using PatchScribe.Drafts.LogText;

namespace PatchScribe.Tests.Drafts;

public sealed class SentenceSourcesTests
{
    private static readonly Evidence[] Sources =
    [
        new("mail", "The bridge is opened early. It is closed when the\nlast lorry has gone.", "a@example.org"),
        new("mail", "> The barrier is opened by the warden, who has the key.", "b@example.org"),
        new("mail", "s/lorry/truck/", "c@example.org"),
    ];

    [Theory]
    [InlineData("The bridge is opened early. The barrier is opened by the warden, who has the key.", "a", "b")]
    [InlineData("The bridge is opened early. It is closed when the last truck has gone.", "a", "a c")]
    [InlineData("The bridge is opened early. Nobody wrote this.", "a", "a b c")]
    public void A_sentence_rests_on_what_quotes_it(string paragraph, params string[] expected)
    {
        Assert.Equal(expected, SentenceSources.Of(paragraph, Sources).Select(sentence => string.Join(' ', sentence.Evidence.Select(one => one.MessageId![..1]))));
    }

    [Fact]
    public void Nothing_is_told_apart_where_every_sentence_rests_on_all()
    {
        Assert.Empty(SentenceSources.Of("The bridge is opened early.", Sources[..1]));
        Assert.Empty(SentenceSources.Of("Nobody wrote this. Nor this.", Sources));
    }
}
