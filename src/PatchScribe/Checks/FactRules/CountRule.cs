using System.Text.RegularExpressions;
using PatchScribe.Checks.Rules;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// The log says how many files or functions the change adds, removes, renames or touches, and the change says otherwise. What may be a part
/// of the whole is left alone: only more than there are, or another number of added, deleted or renamed files, is wrong.
/// </summary>
internal sealed partial class CountRule : ICheckRule
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public string Id => "PS0204";

    public string Name => "count";

    public Severity Severity => Severity.Note;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var (match, line) in context.Log.MatchesAcross(Claim()))
        {
            var written = match.Groups["count"].Value;
            var claimed = int.TryParse(written, out var number) ? number : Array.IndexOf(Numbers, written.ToLowerInvariant());
            var files = context.Request.Analysis.Files;
            var (actual, what) = match.Groups["what"].Value == "file" ? Files(files, match.Groups["verb"].Value.ToLowerInvariant(), claimed) : Functions(files);
            if (actual is { } count && count != claimed && (claimed > count || what.Length > 0))
            {
                var (be, noun) = (count == 1 ? "is" : "are", $"{match.Groups["what"].Value}{(claimed == 1 ? "" : "s")}");
                yield return this.OfLog($"the log says {written} {noun}, there {be} {count}{what} in the change", $"write {count}, or name what is counted", line, written);
            }
        }
    }

    /// <summary>Files of the kind that the verb speaks of when there are some, else all of them.</summary>
    private static (int? Count, string What) Files(IReadOnlyList<FileChange> files, string verb, int claimed)
    {
        FileChangeKind? kind = verb switch
        {
            "add" or "introduce" or "creat" => FileChangeKind.Added,
            "remov" or "delet" or "drop" => FileChangeKind.Deleted,
            "renam" => FileChangeKind.Renamed,
            _ => null,
        };
        var alike = files.Count(file => file.Kind == kind);
        var isKind = kind is not null && alike > 0 && !files.Where(file => file.Kind == kind).GroupBy(file => Path.GetExtension(file.Path), StringComparer.Ordinal).Any(group => group.Count() == claimed);
        return isKind ? (alike, $" {kind!.Value.ToString().ToLowerInvariant()}") : (files.Count, "");
    }

    /// <summary>Functions that a changed line stands in; null where a file is not known as a whole or is no C file.</summary>
    private static (int? Count, string What) Functions(IReadOnlyList<FileChange> files)
    {
        var code = CodeChange.Of(files);
        if (code.Count != files.Count || files.Any(file => !file.Complete))
        {
            return (null, "");
        }

        var names = code.SelectMany(file => file.Map.Removed.Select(line => file.Before.FunctionAt(line)).Concat(file.Map.Added.Select(line => file.After.FunctionAt(line))), (file, name) => (file.File.Path, name));
        return (names.Where(pair => pair.name is not null).Distinct().Count(), "");
    }

    [GeneratedRegex(@"\b(?<verb>add|introduce|creat|remov|delet|drop|renam|mov|convert|touch|chang|updat|fix|mark)(e|es|s|ed|d|ing|ping|ped)? (these |those |the |all |all of the |these last )?(?<count>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (new |old |other |unused |more |source |header |static |C ){0,2}(?<what>file|function)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Claim();
}
