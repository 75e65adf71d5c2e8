using Xunit.Abstractions;

namespace PatchScribe.Tests.Review;

public sealed class ReviewScoreTests(ITestOutputHelper output)
{
    [SharedCorpusFact]
    public void Labelled_discussions_are_read_as_well_as_promised()
    {
        var score = ReviewScorer.Score(LabelledThread.ReadAll(SharedCorpusFactAttribute.PathOf("corpus", "threads")));
        score.Lines.ForEach(output.WriteLine);
        output.WriteLine(score.ToString());

        Assert.True(score.Recall >= 0.9, score.ToString());
        Assert.True(score.Precision >= 0.85, score.ToString());
        Assert.Equal(score.Proposals, score.ExactProposals);
        Assert.Equal(0, score.FalseInNegatives);
        Assert.Equal(0, score.WronglyAddressed);
        Assert.True(score.AddressedOrTouched >= score.Addressed - 1, score.ToString());
    }
}
