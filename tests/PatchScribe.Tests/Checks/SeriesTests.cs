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
    public void One_that_no_log_documents_is_warned() =>
        Assert.Equal(Severity.Warning, Assert.Single(Check(Old, New, "hw/foo: later", "    a();", "    b();")).Severity);

    private static IReadOnlyList<Finding> Check(string before, string after, string otherLog, string otherBefore, string otherAfter)
    {
        var request = new CheckRequest { Message = "hw/foo: rework", Analysis = Analyze(before, after), Series = new SeriesContext([otherLog], [Analyze(otherBefore, otherAfter)]) };
        return [.. CommitChecker.Check(request).Findings.Where(finding => finding.Rule == "PS0101")];
    }

    private static ChangeAnalysis Analyze(string before, string after)
    {
        FileChange file = TextDiff.Of("hw/foo/foo.c", $"static void foo_realize(Error **errp)\n{{\n{before}\n}}\n", $"static void foo_realize(Error **errp)\n{{\n{after}\n}}\n");
        return new ChangeAnalyzer([]).Analyze("hw/foo: rework", [file]);
    }
}
