using System.Numerics;

namespace PatchScribe.Conditionals;

/// <summary>
/// Writes a truth table as a sorted minimal disjunction of sorted conjunctions: prime implicants by the method of
/// Quine and McCluskey, then the essential ones, then the ones that cover most (ties: fewest, first by name).
/// </summary>
internal static class NormalForm
{
    /// <summary>A conjunction: the symbols that matter (bits) and the values they have.</summary>
    private readonly record struct Cube(int Mask, int Value)
    {
        public bool Covers(int row) => (row & Mask) == Value;
    }

    public static string Write(string[] symbols, bool[] table)
    {
        if (symbols.Length == 0)
        {
            return table[0] ? "true" : "false";
        }

        var cover = Cover(Primes(symbols.Length, table), table);
        return string.Join(" || ", cover.Select(cube => Write(symbols, cube)).Order(StringComparer.Ordinal));
    }

    private static string Write(string[] symbols, Cube cube) => string.Join(" && ", Enumerable.Range(0, symbols.Length)
        .Where(i => (cube.Mask >> i & 1) != 0)
        .Select(i => ((cube.Value >> i & 1) != 0 ? "" : "!") + symbols[i]));

    private static List<Cube> Primes(int width, bool[] table)
    {
        var all = (1 << width) - 1;
        var level = Enumerable.Range(0, table.Length).Where(row => table[row]).Select(row => new Cube(all, row)).ToHashSet();
        var primes = new List<Cube>();
        while (level.Count > 0)
        {
            var next = new HashSet<Cube>();
            var merged = new HashSet<Cube>();
            foreach (var cube in level)
            {
                for (var bit = 1; bit <= all; bit <<= 1)
                {
                    var other = new Cube(cube.Mask, cube.Value ^ bit);
                    if ((cube.Mask & bit) != 0 && level.Contains(other))
                    {
                        merged.Add(cube);
                        next.Add(new Cube(cube.Mask & ~bit, cube.Value & ~bit));
                    }
                }
            }

            primes.AddRange(level.Where(cube => !merged.Contains(cube)));
            level = next;
        }

        return [.. primes.OrderBy(cube => BitOperations.PopCount((uint)cube.Mask)).ThenBy(cube => cube.Mask).ThenByDescending(cube => cube.Value)];
    }

    private static List<Cube> Cover(List<Cube> primes, bool[] table)
    {
        var rows = Enumerable.Range(0, table.Length).Where(row => table[row]).ToHashSet();
        var chosen = new List<Cube>();
        foreach (var row in rows.ToList())
        {
            if (primes.Where(cube => cube.Covers(row)).Take(2).ToList() is [var essential] && !chosen.Contains(essential))
            {
                chosen.Add(essential);
            }
        }

        rows.RemoveWhere(row => chosen.Exists(cube => cube.Covers(row)));
        while (rows.Count > 0)
        {
            var best = primes.MaxBy(cube => rows.Count(cube.Covers));
            chosen.Add(best);
            rows.RemoveWhere(best.Covers);
        }

        return chosen;
    }
}
