using System.Diagnostics;
using PatchScribe.Conditionals;

namespace PatchScribe.Tests.Conditionals;

/// <summary>Presence conditions select the lines that unifdef(1) selects, over all settings of the symbols.</summary>
public sealed class UnifdefTests : IDisposable
{
    private static readonly string[] Symbols = ["CONFIG_A", "CONFIG_B", "CONFIG_C"];

    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("patchscribe").FullName, "x.c");

    [NeedsProgramFact("unifdef")]
    public void The_same_lines_are_there()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var text = new RandomCode(seed).Function(40);
            File.WriteAllText(file, text);
            var presence = PresenceConditions.Read(text);
            var lines = text.Split('\n');
            for (var setting = 0; setting < 1 << Symbols.Length; setting++)
            {
                var set = Symbols.Where((_, i) => (setting >> i & 1) != 0).ToHashSet(StringComparer.Ordinal);
                var expected = Unifdef(set).Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal));
                var actual = lines.Where((line, i) => line.StartsWith("    ", StringComparison.Ordinal) && presence.At(i + 1).Holds(set.Contains));
                Assert.Equal(expected, actual);
            }
        }
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private string Unifdef(HashSet<string> set)
    {
        string[] arguments = ["-k", .. Symbols.Select(symbol => (set.Contains(symbol) ? "-D" : "-U") + symbol), file];
        using var process = Process.Start(new ProcessStartInfo("unifdef", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.InRange(process.ExitCode, 0, 1);
        return output;
    }
}
