using PatchScribe.Diagnostics;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>A property, option, command or type vanishes or changes its condition (a warning), or appears (a note), without a word in the log.</summary>
internal sealed class InterfaceChangedRule : ICheckRule
{
    public string Id => "PS0104";

    public string Name => "interface-changed";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var silent = context.Facts.Interfaces.Where(one => context.Mentions.Of(one) is null).ToList();
        foreach (var group in silent.GroupBy(one => (one.File, one.Kind, one.Change)))
        {
            var first = group.First();
            var names = string.Join(", ", group.Select(one => $"\"{one.Name}\"").Distinct(StringComparer.Ordinal).Take(5));
            var finding = this.OfChange($"{first.Kind} {names} {What(first)}, the log does not name {(group.Count() == 1 ? "it" : "them")}", $"say what becomes of {names} for the user",
                first.File, first.LineAfter ?? first.LineBefore,
                [.. group.Select(one => new Evidence("code", one.Name, File: one.File, Line: one.LineAfter ?? one.LineBefore))]);
            finding = group.Key.Change == UserMessageChangeKind.Added ? finding with { Severity = Severity.Note } : finding;
            yield return context.InSeries(finding, group.All(one => context.Request.Series.Says(log => log.Of(one))));
        }
    }

    private static string What(InterfaceChange change) => change.Change switch
    {
        UserMessageChangeKind.Added => "appears",
        UserMessageChangeKind.Removed => "vanishes",
        _ => $"is there when {Words(change.ConditionAfter)} instead of {Words(change.ConditionBefore)}",
    };

    private static string Words(string? condition) => condition is null or "true" ? "always" : condition;
}
