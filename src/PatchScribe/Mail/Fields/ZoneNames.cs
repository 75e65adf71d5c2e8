namespace PatchScribe.Mail.Fields;

/// <summary>Zone names of mail dates: RFC 5322 section 4.3, and the civil names that mail programs write unasked.</summary>
internal static class ZoneNames
{
    private static readonly Dictionary<string, int> Hours = new (string Name, int Hours)[]
    {
        ("UT", 0), ("UTC", 0), ("GMT", 0), ("Z", 0), ("WET", 0),
        ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6), ("PST", -8), ("PDT", -7),
        ("AKST", -9), ("AKDT", -8), ("HST", -10), ("AST", -4), ("ADT", -3), ("BRT", -3),
        ("BST", 1), ("WEST", 1), ("CET", 1), ("MET", 1), ("MEZ", 1), ("CEST", 2), ("MEST", 2), ("MESZ", 2), ("SAST", 2),
        ("EET", 2), ("EEST", 3), ("MSK", 3), ("MSD", 4), ("HKT", 8), ("SGT", 8), ("AWST", 8),
        ("JST", 9), ("KST", 9), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
    }.ToDictionary(zone => zone.Name, zone => zone.Hours, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Hours.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Minutes east of UTC; null for a name that is not known.</summary>
    public static int? Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var hours) ? hours * 60 : null;
}
