using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Git;
using Xunit.Abstractions;

namespace PatchScribe.Tests.Conditionals;

/// <summary>Presence conditions select the lines that unifdef(1) selects, over all settings of the symbols.</summary>
public sealed partial class UnifdefTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Symbols of a file whose settings are all tried; of more, every setting of one symbol alone, none and all.</summary>
    private const int MaxSymbols = 5;

    private const string Refused = "unifdef gives up";

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("patchscribe").FullName, "x.c");

    [NeedsProgramFact("unifdef")]
    public void The_same_lines_are_there()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            Assert.Null(Difference(new RandomCode(seed).Function(40)));
        }
    }

    [NeedsProgramFact("unifdef")]
    public void The_same_lines_are_there_in_code_as_people_write_it() => Assert.Null(Difference("""
        /*
         * Bus of the example board.
         #ifdef CONFIG_A
         */
        #ifndef HW_EXAMPLE_H
        #define HW_EXAMPLE_H

        #include "a.h"
        #if defined(CONFIG_A) && !defined(CONFIG_B)   /* the old way */
        int open_it(const char *name);
        # ifdef __linux__
        #  define PATH "/dev/\"x"   // "
        # elif defined __FreeBSD__ || (defined CONFIG_C && !defined CONFIG_A)
        #  define PATH "c:\\"
        # else
        #error "don't"
        # endif
        #else /* !CONFIG_A */
        static inline int open_it(const char *name)
        {
            puts("/* no comment"); /* "no string */
            return '"';
        }
        #endif
        #define LONG(x) do { \
                if (x) { \
                    f("#ifdef CONFIG_B"); \
                } \
            } while (0)
        #	ifdef	CONFIG_B
        int b;
        #elif !defined(CONFIG_C)
        int c; /* two
        #else
        lines */ int d;
        #endif // CONFIG_B
        #if 0
        not code at all
        #endif
        #endif

        """));

    /// <summary>
    /// Files of a real tree whose conditionals ask for nothing but whether symbols are defined, on one line (unifdef leaves the
    /// others alone).
    /// </summary>
    [SourceTreeFact]
    public void The_same_lines_are_there_in_a_real_tree()
    {
        using var repository = GitRepository.Open(SourceTreeFactAttribute.Root!);
        var (compared, settings, refused, different) = (0, 0, 0, new List<string>());
        foreach (var path in repository.ReadTree("HEAD").Select(file => file.Path).Where(path => path.EndsWith(".c", StringComparison.Ordinal) || path.EndsWith(".h", StringComparison.Ordinal)))
        {
            if (repository.ReadFile("HEAD", path) is not { } text || !text.Contains("CONFIG_", StringComparison.Ordinal) || !PresenceConditions.Read(text).Branches.Any() || !IsAboutDefinitions(text))
            {
                continue;
            }

            (compared, settings) = (compared + 1, settings + Settings(text).Count());
            switch (Difference(text))
            {
                case Refused:
                    refused++;
                    break;
                case { } difference:
                    different.Add($"{path}: {difference}");
                    break;
            }
        }

        output.WriteLine($"{compared} files under {settings} settings, {refused} refused by unifdef, {different.Count} differ\n{string.Join('\n', different)}");
        Assert.True(compared > 10 * refused, "the tree holds no such file that unifdef reads");
        Assert.Empty(different);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    /// <summary>The first line that one selects and the other does not; null when there is none.</summary>
    private string? Difference(string text)
    {
        File.WriteAllText(file, text, new UTF8Encoding(false));
        var presence = PresenceConditions.Read(text);
        var lines = text.Split('\n');
        var isDirective = IsDirective(text, lines.Length);
        var symbols = SymbolsOf(text);
        foreach (var set in Settings(text))
        {
            if (Unifdef(symbols, set)?.Split('\n') is not { } expected)
            {
                return Refused;
            }

            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].Trim().Length > 0 && !isDirective[i] && expected[i].Length > 0 != presence.At(i + 1).Holds(set.Contains))
                {
                    return $"line {i + 1} with {string.Join(' ', set)}";
                }
            }
        }

        return null;
    }

    /// <summary>Symbols that conditionals ask for, that of the include guard too.</summary>
    private static List<string> SymbolsOf(string text)
    {
        var scan = CodeScanner.Scan(text);
        return [.. scan.Directives.Where(one => one.Name is "if" or "ifdef" or "ifndef" or "elif").SelectMany(one => Condition.Parse(scan.ArgumentOf(one)).Symbols).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static bool IsAboutDefinitions(string text)
    {
        var scan = CodeScanner.Scan(text);
        return scan.Directives.Where(one => one.Name is not ("" or "define" or "undef" or "include"))
            .All(one => one.Line == one.LastLine && (one.Name is not ("if" or "elif") || Operand().Replace(scan.ArgumentOf(one), "").All(c => c is '(' or ')' or '!' or '&' or '|' or ' ' or '\t')));
    }

    [GeneratedRegex(@"\bdefined\s*(\w+|\(\s*\w+\s*\))|^\s*[01]\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Operand();

    private static bool[] IsDirective(string text, int lines)
    {
        var marks = new bool[lines];
        foreach (var directive in CodeScanner.Scan(text).Directives.Where(one => one.Name is not ("" or "define" or "undef" or "include")))
        {
            for (var line = directive.Line; line <= Math.Min(directive.LastLine, lines); line++)
            {
                marks[line - 1] = true;
            }
        }

        return marks;
    }

    /// <summary>What is set; the guard of a file that is read once, which no branch names, is not.</summary>
    private static IEnumerable<HashSet<string>> Settings(string text)
    {
        var free = PresenceConditions.Read(text).Branches.SelectMany(branch => branch.Own.Symbols).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return free.Count <= MaxSymbols
            ? Enumerable.Range(0, 1 << free.Count).Select(setting => free.Where((_, i) => (setting >> i & 1) != 0).ToHashSet(StringComparer.Ordinal))
            : [[], [.. free], .. free.Select(symbol => new HashSet<string>(StringComparer.Ordinal) { symbol })];
    }

    /// <summary>The text with a blank line for each line that is not there; null when unifdef gives up on it.</summary>
    private string? Unifdef(IReadOnlyList<string> symbols, HashSet<string> set)
    {
        string[] arguments = ["-k", "-b", .. symbols.Select(symbol => (set.Contains(symbol) ? "-D" : "-U") + symbol), file];
        using var process = Process.Start(new ProcessStartInfo("unifdef", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var selected = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? selected : null;
    }
}
