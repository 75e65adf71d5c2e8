using PatchScribe.Analysis;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Tests.Checks;

/// <summary>What the other patches of a series say and take back.</summary>
public sealed class SeriesTests
{
    private const string Old = "    error_setg(errp, \"bad size of the image\");";
    private const string New = "    error_setg(errp, \"wrong size of the image\");";

    [Fact]
    public void A_change_that_another_log_documents_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(Check(Old, New, "hw/foo: later\n\nThe error is \"wrong size of the image\" since the patch before.", "    a();", "    b();")).Severity);

    [Fact]
    public void One_that_another_patch_takes_back_is_none() => Assert.Empty(Check(Old, New, "hw/foo: later", New, Old));

    [Fact]
    public void One_that_a_patch_three_later_takes_back_is_none_and_a_third_text_is_one()
    {
        const string Third = "    error_setg(errp, \"odd size of the image\");";
        Assert.Empty(Range((Old, New), ("    a();", "    b();"), (New, Third), (Third, Old)));
        Assert.Equal(2, Range((Old, New), (New, Third)).Count);
        Assert.Empty(Range((Old, "    a();"), ("    a();", Old)));
    }

    [Fact]
    public void A_cover_letter_documents_its_series() =>
        Assert.Contains("the cover letter does", Assert.Single(Of([("hw/foo: rework", Old, New)], "The error becomes \"wrong size of the image\".")).Message, StringComparison.Ordinal);

    [Fact]
    public void One_that_no_log_documents_is_warned() =>
        Assert.Equal(Severity.Warning, Assert.Single(Check(Old, New, "hw/foo: later", "    a();", "    b();")).Severity);

    private static IReadOnlyList<Finding> Check(string before, string after, string otherLog, string otherBefore, string otherAfter) =>
        [.. Of([("hw/foo: rework", before, after), (otherLog, otherBefore, otherAfter)], null).Take(1)];

    private static IReadOnlyList<Finding> Range(params (string Before, string After)[] patches) => Of([.. patches.Select(patch => ("hw/foo: rework", patch.Before, patch.After))], null);

    private static IReadOnlyList<Finding> Of(IReadOnlyList<(string Log, string Before, string After)> patches, string? cover)
    {
        List<SeriesPatch> series = [.. patches.Select(patch => new SeriesPatch(patch.Log, Analyze(patch.Before, patch.After)))];
        return [.. series.Zip(SeriesContext.Of(series, cover)).SelectMany(pair => CommitChecker.Check(new CheckRequest { Message = pair.First.Log, Analysis = pair.First.Analysis, Series = pair.Second }).Findings)
            .Where(finding => finding.Rule == "PS0101")];
    }

    private static ChangeAnalysis Analyze(string before, string after)
    {
        FileChange file = TextDiff.Of("hw/foo/foo.c", $"static void foo_realize(Error **errp)\n{{\n{before}\n}}\n", $"static void foo_realize(Error **errp)\n{{\n{after}\n}}\n");
        return new ChangeAnalyzer([]).Analyze("hw/foo: rework", [file]);
    }
}
