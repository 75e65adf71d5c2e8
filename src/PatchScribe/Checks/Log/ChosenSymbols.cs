using PatchScribe.Conditionals;
using PatchScribe.Diffs;

namespace PatchScribe.Checks.Log;

/// <summary>Symbols that a person who configures the program can choose, and what conditions differ in of them.</summary>
internal sealed class ChosenSymbols(IReadOnlyList<FileChange> files)
{
    private static readonly string[] PlatformPrefixes = ["TARGET_", "HOST_", "CONFIG_HOST_", "HAVE_", "CONFIG_HAVE_"];

    private static readonly HashSet<string> PlatformSymbols = new(StringComparer.Ordinal)
    {
        "CONFIG_USER_ONLY", "CONFIG_SOFTMMU", "CONFIG_SYSTEM_ONLY", "CONFIG_LINUX_USER", "CONFIG_BSD_USER", "CONFIG_LINUX", "CONFIG_WIN32", "CONFIG_POSIX", "CONFIG_BSD",
        "CONFIG_DARWIN", "CONFIG_SOLARIS", "CONFIG_DEVICES", "CONFIG_64BIT", "CONFIG_X86", "CONFIG_X86_64", "CONFIG_ARM", "CONFIG_ARM64", "CONFIG_COMPAT", "NEED_CPU_H",
        "COMPILING_PER_TARGET", "CONFIG_ATOMIC64", "CONFIG_ATOMIC128", "CONFIG_INT128", "CONFIG_CMPXCHG128",
        "CONFIG_SPL_BUILD", "CONFIG_TPL_BUILD", "CONFIG_VPL_BUILD", "CONFIG_XPL_BUILD",
    };

    /// <summary>True for a symbol that somebody chooses: no host, target or compiler test.</summary>
    public static bool Is(string symbol) =>
        symbol.StartsWith("CONFIG_", StringComparison.Ordinal) && symbol.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !PlatformSymbols.Contains(symbol) && !PlatformPrefixes.Any(prefix => symbol.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The symbol as Kconfig writes it, without CONFIG_.</summary>
    public static string Bare(string symbol) => symbol.StartsWith("CONFIG_", StringComparison.Ordinal) ? symbol["CONFIG_".Length..] : symbol;

    /// <summary>The chosen symbols of conditions in normal form.</summary>
    public static IReadOnlyList<string> Of(params string?[] conditions) =>
        [.. All(conditions).Where(Is).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The chosen symbols that only one of two conditions depends on, all of them where both depend on the same; none when the change
    /// renames the one symbol that differs.
    /// </summary>
    public IReadOnlyList<string> Differing(string? before, string? after)
    {
        string[] lost = [.. All(before).Except(All(after), StringComparer.Ordinal)];
        string[] gained = [.. All(after).Except(All(before), StringComparer.Ordinal)];
        return lost.Length + gained.Length == 0 ? Of(before)
            : lost.Length == 1 && gained.Length == 1 && IsRenamed(lost[0], gained[0]) ? []
            : [.. lost.Concat(gained).Where(Is)];
    }

    /// <summary>The files of the build define one symbol no longer, and the other now.</summary>
    private bool IsRenamed(string lost, string gained)
    {
        var lines = files.Where(file => SourceLanguage.Of(file.Path) != SourceLanguage.C).SelectMany(file => file.Lines).ToList();
        return lines.Exists(line => line.Kind == DiffLineKind.Removed && Has(line.Text, lost)) && lines.Exists(line => line.Kind == DiffLineKind.Added && Has(line.Text, gained));
    }

    /// <summary>The symbol, or its name in Kconfig.</summary>
    private static bool Has(string text, string symbol) =>
        WholeWord.IndexOf(text, symbol) >= 0 || WholeWord.IndexOf(text, Bare(symbol)) >= 0;

    private static IEnumerable<string> All(params string?[] conditions) => conditions.OfType<string>().SelectMany(condition => Condition.Parse(condition).Symbols);
}
