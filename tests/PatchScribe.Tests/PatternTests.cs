using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace PatchScribe.Tests;

/// <summary>
/// Every regular expression of the library is source-generated, so that nothing is compiled at start, and every one of them
/// is linear: hostile mail must not make one backtrack (docs/decisions/0006-generated-patterns.md).
/// </summary>
public sealed partial class PatternTests
{
    /// <summary>Long enough that a quadratic pattern passes <see cref="Bound"/> many times over and a linear one stays far below it.</summary>
    private const int Length = 40_000;

    /// <summary>Processor time of the thread, so that a busy machine makes no pattern slow.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] CommonPumps = [" ", "\t", "a", "Z", "9", "_", "-", "/", ".", ">", "(", "%", "a ", "; ", "\n", "a\n"];

    [Fact]
    public void No_pattern_needs_more_than_linear_time()
    {
        var slow = new ConcurrentBag<string>();
        Parallel.ForEach(Declared(typeof(global::PatchScribe.Mail.MailReader).Assembly), declared =>
        {
            if (SlowText(declared.Pattern) is { } text)
            {
                slow.Add($"{declared.Name}: {text}");
            }
        });
        Assert.Empty(slow);
    }

    [Fact]
    public void A_pattern_that_backtracks_is_found() =>
        Assert.NotNull(SlowText(new GeneratedRegexAttribute(@"\b(with|if)\b.*\b(fixed|done)\b", RegexOptions.ExplicitCapture)));

    private static IEnumerable<(string Name, GeneratedRegexAttribute Pattern)> Declared(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let pattern = method.GetCustomAttribute<GeneratedRegexAttribute>()
        where pattern is not null
        select ($"{type.Name}.{method.Name}", pattern);

    /// <summary>
    /// The start of a text that takes the pattern past the bound; null when none of the tried ones does. One of the tails holds
    /// what the pattern demands somewhere, for the engine gives up at once on a text without it. A slow text is tried again four times
    /// as long: a quadratic pattern needs sixteen times as long for it, and has ten.
    /// </summary>
    private static string? SlowText(GeneratedRegexAttribute declared)
    {
        var regex = new Regex(declared.Pattern, declared.Options, Patience);
        var words = Literal().Matches(declared.Pattern).Select(m => m.Value).Distinct(StringComparer.Ordinal).Take(12).ToList();
        var demanded = string.Concat(declared.Pattern.Where(char.IsPunctuation).Distinct()) + ' ' + string.Join(' ', words);
        return (from pump in CommonPumps.Concat(words.Select(w => w + " "))
                from text in words.Take(2).Select(w => (Head: w, Tail: "\u0001")).Append((Head: "", Tail: "\u0001")).Append((Head: "", Tail: '\u0001' + demanded))
                where IsSlow(regex, text.Head, pump, text.Tail, 1, Bound) && IsSlow(regex, text.Head, pump, text.Tail, 4, 10 * Bound)
                select text.Head + pump + pump).FirstOrDefault();
    }

    private static bool IsSlow(Regex regex, string head, string pump, string tail, int times, TimeSpan bound)
    {
        var text = head + string.Concat(Enumerable.Repeat(pump, times * Length / pump.Length)) + tail;
        var before = ThreadTime.Spent();
        try
        {
            regex.IsMatch(text);
            return ThreadTime.Spent() - before > bound;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Literal();
}
