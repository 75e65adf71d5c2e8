namespace PatchScribe.Archive.Discussions;

/// <summary>What is open in a discussion: review points that wait for its author, questions of the author that wait for an answer.</summary>
internal sealed record ReviewCounts(int Points, int Questions)
{
    /// <summary>Changes when points are found in another way; counts of older versions are then made anew.</summary>
    public const int Version = 1;
}
