namespace PatchScribe.Behaviour.Language;

/// <summary>Orders versions of numbers and dots, a missing number counting as 0.</summary>
internal static class ModelVersion
{
    /// <summary>Mask of the values of a version variable that stand in the relation to the version.</summary>
    public static ulong MaskOf(ModelVariable variable, string relation, string version)
    {
        var mask = 0UL;
        for (var i = 0; i < variable.Values.Count; i++)
        {
            var order = Compare(variable.Values[i], version);
            var holds = relation switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
            mask |= holds ? 1UL << i : 0;
        }

        return mask;
    }

    /// <summary>Negative, zero or positive as the first version is older, the same or newer.</summary>
    public static int Compare(string left, string right)
    {
        var (a, b) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            var order = NumberAt(a, i).CompareTo(NumberAt(b, i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static long NumberAt(string[] parts, int index) =>
        index < parts.Length && long.TryParse(parts[index], out var number) ? number : 0;
}
