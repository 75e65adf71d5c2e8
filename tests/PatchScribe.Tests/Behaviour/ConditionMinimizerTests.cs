using System.Numerics;
using PatchScribe.Behaviour.Comparison;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Conditions against an exhaustive search over every box of small worlds.</summary>
public sealed class ConditionMinimizerTests
{
    private static readonly ulong[] World = [0b11, 0b111, 0b1111, 0b11];

    private static readonly List<ulong[]> AllBoxes = [.. Boxes()];

    private static readonly List<ulong[]> AllPoints = [.. AllBoxes.Where(b => b.All(BitOperations.IsPow2))];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_condition_is_a_smallest_cover_of_prime_implicants(double dontCare)
    {
        var chance = new Random(17);
        for (var round = 0; round < 60; round++)
        {
            var (on, off) = Problem(chance, dontCare);
            if (on.Count == 0)
            {
                continue;
            }

            var found = ConditionMinimizer.Minimize(on, off, World, [2, 0, 3, 1]);
            Assert.All(on, point => Assert.Contains(found, b => MaskBox.Overlap(b, point)));
            Assert.All(found, box => Assert.DoesNotContain(off, point => MaskBox.Overlap(box, point)));
            Assert.All(found, box => Assert.True(IsPrime(box, off), "a box could be wider"));
            Assert.Equal(Smallest(on, off), found.Count);
        }
    }

    // Three boxes by chance hold, the rest does not; some of either does not matter.
    private static (List<ulong[]> On, List<ulong[]> Off) Problem(Random chance, double dontCare)
    {
        var held = Enumerable.Range(0, 3).Select(_ => AllBoxes[chance.Next(AllBoxes.Count)]).ToList();
        var asked = AllPoints.Where(_ => chance.NextDouble() >= dontCare).ToLookup(p => held.Exists(b => MaskBox.Overlap(b, p)));
        return ([.. asked[true]], [.. asked[false]]);
    }

    private static bool IsPrime(ulong[] box, List<ulong[]> off) =>
        AllBoxes.TrueForAll(wider => wider.SequenceEqual(box) || wider.Where((mask, i) => (box[i] & ~mask) != 0).Any()
            || off.Exists(point => MaskBox.Overlap(wider, point)));

    private static int Smallest(List<ulong[]> on, List<ulong[]> off)
    {
        var primes = AllBoxes.Where(b => !off.Exists(p => MaskBox.Overlap(b, p)) && IsPrime(b, off)).ToList();
        for (var count = 1; ; count++)
        {
            if (Covers(on, primes, count))
            {
                return count;
            }
        }
    }

    // The first point that is not covered needs one of the boxes that hold it.
    private static bool Covers(List<ulong[]> on, List<ulong[]> primes, int count)
    {
        if (on.Count == 0)
        {
            return true;
        }

        return count > 0 && primes.Where(b => MaskBox.Overlap(b, on[0]))
            .Any(b => Covers([.. on.Where(p => !MaskBox.Overlap(b, p))], primes, count - 1));
    }

    private static IEnumerable<ulong[]> Boxes()
    {
        for (var a = 1UL; a <= World[0]; a++)
        {
            for (var b = 1UL; b <= World[1]; b++)
            {
                for (var c = 1UL; c <= World[2]; c++)
                {
                    for (var d = 1UL; d <= World[3]; d++)
                    {
                        yield return [a, b, c, d];
                    }
                }
            }
        }
    }
}
