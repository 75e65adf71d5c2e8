namespace PatchScribe.Conditionals;

/// <summary>
/// A formula over configuration symbols, compared by meaning. Printed in one normal form: a sorted minimal disjunction
/// of sorted conjunctions (<c>CONFIG_A &amp;&amp; !CONFIG_B || CONFIG_C</c>), <c>true</c> when unconditional, <c>false</c> for
/// dead code. A formula over more than <see cref="MaxSymbols"/> symbols is kept as one opaque symbol that names some of them.
/// </summary>
public sealed class Condition : IEquatable<Condition>
{
    /// <summary>Symbols that a formula is computed over; the truth table has 2^n rows.</summary>
    public const int MaxSymbols = 10;

    private const int MaxBriefSymbols = 4;
    private const int MaxBriefLength = 120;

    private readonly string[] symbols;
    private readonly bool[] table;
    private string? text;

    private Condition(string[] symbols, bool[] table)
    {
        this.symbols = symbols;
        this.table = table;
    }

    /// <summary>Always present.</summary>
    public static Condition True { get; } = new([], [true]);

    /// <summary>Never present.</summary>
    public static Condition False { get; } = new([], [false]);

    /// <summary>True when the formula holds always.</summary>
    public bool IsTrue => symbols.Length == 0 && table[0];

    /// <summary>True when the formula holds never.</summary>
    public bool IsFalse => symbols.Length == 0 && !table[0];

    /// <summary>The symbols that the formula really depends on, sorted.</summary>
    public IReadOnlyList<string> Symbols => symbols;

    /// <summary>One symbol, as written.</summary>
    public static Condition Symbol(string name) => new([name], [false, true]);

    /// <summary>
    /// Reads a C preprocessor expression or the normal form: <c>defined</c>, IS_ENABLED and its kin, <c>! &amp;&amp; ||</c>,
    /// parentheses, numbers; what is not boolean (<c>X &gt; 3</c>) is one opaque symbol.
    /// </summary>
    public static Condition Parse(string expression) => ConditionParser.Parse(expression);

    /// <summary>Both hold.</summary>
    public Condition And(Condition other) => IsTrue ? other : other.IsTrue ? this : Combine(this, other, static (a, b) => a && b, " && ");

    /// <summary>One of them holds.</summary>
    public Condition Or(Condition other) => IsFalse ? other : other.IsFalse ? this : Combine(this, other, static (a, b) => a || b, " || ");

    /// <summary>The opposite.</summary>
    public Condition Not() => new(symbols, Array.ConvertAll(table, row => !row));

    /// <summary>Whether the formula holds when exactly the symbols named by <paramref name="isSet"/> are set.</summary>
    public bool Holds(Func<string, bool> isSet)
    {
        var row = 0;
        for (var i = 0; i < symbols.Length; i++)
        {
            row |= isSet(symbols[i]) ? 1 << i : 0;
        }

        return table[row];
    }

    /// <summary>True when the other formula holds wherever this one does.</summary>
    public bool Implies(Condition other) => Not().Or(other).IsTrue;

    /// <inheritdoc/>
    public bool Equals(Condition? other) =>
        other is not null && symbols.AsSpan().SequenceEqual(other.symbols) && table.AsSpan().SequenceEqual(other.table);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The normal form.</summary>
    public override string ToString() => text ??= NormalForm.Write(symbols, table);

    private static Condition Combine(Condition a, Condition b, Func<bool, bool, bool> join, string sign)
    {
        var all = Merge(a.symbols, b.symbols);
        if (all.Length > MaxSymbols)
        {
            return Symbol($"({string.Join(sign, new[] { a.Brief(), b.Brief() }.Order(StringComparer.Ordinal))})");
        }

        var joined = new bool[1 << all.Length];
        var (rowsA, rowsB) = (Positions(a, all), Positions(b, all));
        for (var row = 0; row < joined.Length; row++)
        {
            joined[row] = join(a.table[Project(row, rowsA)], b.table[Project(row, rowsB)]);
        }

        return Reduce(all, joined);
    }

    /// <summary>What stands in one of two sorted lists, or in both, sorted and each once.</summary>
    private static string[] Merge(string[] a, string[] b)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return a;
        }

        var all = new List<string>(a.Length + b.Length);
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : string.CompareOrdinal(a[i], b[j]);
            all.Add(order <= 0 ? a[i] : b[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return [.. all];
    }

    /// <summary>The normal form where that is short; else the symbols and a number that stands for the formula over them.</summary>
    private string Brief()
    {
        if (symbols.Length <= MaxBriefSymbols)
        {
            return ToString();
        }

        // FNV-1a: the same formula gives the same number on every machine.
        var hash = 2166136261u;
        foreach (var c in symbols.SelectMany(symbol => symbol + " ").Concat(table.Select(row => row ? '1' : '0')))
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        var names = string.Join(", ", symbols);
        return $"#{hash:x8} of {(names.Length <= MaxBriefLength ? names : names[..MaxBriefLength] + " ...")}";
    }

    private static int[] Positions(Condition condition, string[] all) => Array.ConvertAll(condition.symbols, symbol => Array.IndexOf(all, symbol));

    private static int Project(int row, int[] positions)
    {
        var projected = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            projected |= ((row >> positions[i]) & 1) << i;
        }

        return projected;
    }

    /// <summary>Drops symbols that make no difference.</summary>
    private static Condition Reduce(string[] names, bool[] rows)
    {
        for (var i = names.Length - 1; i >= 0; i--)
        {
            var bit = 1 << i;
            var matters = false;
            for (var row = 0; row < rows.Length && !matters; row++)
            {
                matters = (row & bit) == 0 && rows[row] != rows[row | bit];
            }

            if (!matters)
            {
                var reduced = new bool[rows.Length / 2];
                for (var row = 0; row < reduced.Length; row++)
                {
                    reduced[row] = rows[((row & ~(bit - 1)) << 1) | (row & (bit - 1))];
                }

                (names, rows) = ([.. names[..i], .. names[(i + 1)..]], reduced);
            }
        }

        return new Condition(names, rows);
    }
}
