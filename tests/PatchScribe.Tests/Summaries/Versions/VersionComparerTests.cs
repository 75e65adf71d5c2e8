using System.Diagnostics;
using PatchScribe.Diffs.Words;
using PatchScribe.Git;
using PatchScribe.Summaries.Versions;
using PatchScribe.Tests.Threads;

namespace PatchScribe.Tests.Summaries.Versions;

public sealed class VersionComparerTests
{
    [Fact]
    public void Patches_are_unchanged_changed_added_removed_and_moved()
    {
        var change = Change(new Mailbox().Add("c", "[PATCH 0/4] x").Patch("p1", "[PATCH 1/4] a", "c", diff: Mailbox.Change(1)).Patch("p2", "[PATCH 2/4] b", "c", diff: Mailbox.Change(2))
            .Patch("p3", "[PATCH 3/4] d", "c", diff: Mailbox.Change(3)).Patch("p4", "[PATCH 4/4] gone", "c", diff: Long("gone"))
            .Add("e", "[PATCH v2 0/4] x", minute: 900).Patch("q1", "[PATCH v2 1/4] d", "e", minute: 901, diff: Mailbox.Change(3)).Patch("q2", "[PATCH v2 2/4] a", "e", minute: 902, diff: Mailbox.Change(9))
            .Patch("q3", "[PATCH v2 3/4] b", "e", minute: 903, diff: Mailbox.Change(2), log: "Other words.\n").Patch("q4", "[PATCH v2 4/4] new", "e", minute: 904, diff: Long("new")));
        Assert.Equal(
            ["unchanged 3>1 moved", "changed 1>2", "log-changed 2>3", "added ->4", "removed 4>-"],
            change.Patches.Select(patch => $"{patch.State} {patch.Old?.Index.ToString() ?? "-"}>{patch.New?.Index.ToString() ?? "-"}{(patch.Reordered ? " moved" : "")}"));
        Assert.Equal("diff of diffs", change.RangeDiffBy);
        Assert.Contains("  1 !   2  a\n", change.RangeDiff, StringComparison.Ordinal);
        Assert.Contains("    -+b1\n    ++b9\n", change.RangeDiff, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The cat sat here\nall day.", "The cat sat\nhere all day.", "")]
    [InlineData("The cat sat.", "The dog sat.", "equal:a The|removed: cat|added: dog|equal: sat.")]
    [InlineData("One.", "One.\n\nSigned-off-by: R <r@example.org>", "equal:a One.|added:\n\nSigned-off-by: R <r@example.org>")]
    public void Logs_are_compared_word_by_word_and_wrapping_is_no_change(string old, string next, string expected)
    {
        var change = Change(new Mailbox().Patch("p", "[PATCH] a", log: old + "\n").Patch("q", "[PATCH v2] a", log: next + "\n", minute: 900));
        Assert.Equal(expected, string.Join('|', Assert.Single(change.Patches).Log.Select(piece => $"{piece.Kind}:{piece.Text.Replace("a\n\n", "a ", StringComparison.Ordinal)}")));
    }

    [Theory]
    [InlineData("---\nv2: two words\nv1: first\n", "v2: two words")]
    [InlineData("---\nChanges since v1:\n - two words\n\nChanges since v0:\n - old\n", "Changes since v1:\n - two words")]
    [InlineData("---\nv1 -> v2:\n - two words\n\nInes Marlow (2):\n  a\n  b\n", "v1 -> v2:\n - two words")]
    [InlineData("---\nv1 -> v2: two words\n", "v1 -> v2: two words")]
    [InlineData("---\nTwo words without a heading.\n", "Two words without a heading.")]
    [InlineData("", "")]
    public void The_changelog_below_the_line_is_the_entry_of_this_version(string notes, string expected) =>
        Assert.Equal(expected, Change(new Mailbox().Patch("p", "[PATCH] a").Patch("q", "[PATCH v2] a", log: "Log.\n" + notes, minute: 900)).Changelog);

    [Fact]
    public void With_a_repository_that_has_the_blobs_git_makes_the_range_diff()
    {
        var folder = Directory.CreateTempSubdirectory("patchscribe-test-");
        try
        {
            Git(folder.FullName, "init", "-q");
            File.WriteAllText(Path.Combine(folder.FullName, "x.c"), "a\n");
            Git(folder.FullName, "add", "x.c");
            var blob = Git(folder.FullName, "rev-parse", ":x.c").Trim();
            string Diff(string text) => $"diff --git a/x.c b/x.c\nindex {blob[..10]}..2222222 100644\n--- a/x.c\n+++ b/x.c\n@@ -1 +1,7 @@\n-a\n+one\n+two\n+three\n+four\n+five\n+six\n+{text}\n-- \n2.40\n";
            var one = Assert.Single(new Mailbox().Patch("p", "[PATCH] x: do it", diff: Diff("b")).Patch("q", "[PATCH v2] x: do it", diff: Diff("c"), minute: 900).Build());
            using var repository = GitRepository.Open(folder.FullName);
            var change = Assert.Single(VersionComparer.CompareAll(one, repository));
            Assert.Equal("git range-diff", change.RangeDiffBy);
            Assert.Matches(@"^1:  [0-9a-f]+ ! 1:  [0-9a-f]+ x: do it\n", change.RangeDiff);
            Assert.Equal(change.RangeDiff, Assert.Single(VersionComparer.CompareAll(one, repository)).RangeDiff);
            Assert.Equal("", Git(folder.FullName, "for-each-ref"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(WordDiff.MaxLength - 100, 0, "")]
    [InlineData(WordDiff.MaxLength + 100, 0, "PSS001 q")]
    [InlineData(0, DiffOfDiffs.MaxLines - 100, "")]
    [InlineData(0, DiffOfDiffs.MaxLines + 100, "PSS001 q")]
    public void Too_long_logs_and_diffs_are_said(int characters, int lines, string expected)
    {
        string Log(string word) => string.Concat(Enumerable.Repeat(word + "\n", characters / 2 / (word.Length + 1)));
        string Diff(string word) => FormattableString.Invariant($"diff --git a/x.c b/x.c\n--- a/x.c\n+++ b/x.c\n@@ -0,0 +1,{lines / 2} @@\n") + string.Concat(Enumerable.Repeat($"+{word}\n", lines / 2)) + "-- \n2.40\n";
        var change = Change(new Mailbox().Patch("p", "[PATCH] a", log: Log("before"), diff: Diff("before")).Patch("q", "[PATCH v2] a", log: Log("behind"), diff: Diff("behind"), minute: 900));
        Assert.Equal(expected, string.Join(", ", change.Diagnostics.Select(one => $"{one.Id} {one.Source}")));
    }

    [Theory]
    [InlineData(RangeDiffRunner.MaxPatches, "")]
    [InlineData(RangeDiffRunner.MaxPatches + 1, "PSS002 q1")]
    public void Too_many_patches_for_git_are_said(int patches, string expected)
    {
        var mailbox = new Mailbox();
        for (var i = 1; i <= patches; i++)
        {
            mailbox.Patch($"p{i}", $"[PATCH {i}/{patches}] a{i}", i == 1 ? null : "p1", minute: 1, diff: Mailbox.Change(i)).Patch($"q{i}", $"[PATCH v2 {i}/{patches}] a{i}", i == 1 ? null : "q1", minute: 900, diff: Mailbox.Change(i));
        }

        var folder = Directory.CreateTempSubdirectory("patchscribe-test-");
        try
        {
            Git(folder.FullName, "init", "-q");
            using var repository = GitRepository.Open(folder.FullName);
            var change = Assert.Single(VersionComparer.CompareAll(Assert.Single(mailbox.Build()), repository));
            Assert.Equal(expected, string.Join(", ", change.Diagnostics.Select(one => $"{one.Id} {one.Source}")));
            Assert.Equal("diff of diffs", change.RangeDiffBy);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static VersionChange Change(Mailbox mailbox) => Assert.Single(VersionComparer.CompareAll(Assert.Single(mailbox.Build()), repository: null));

    private static string Long(string word) =>
        $"diff --git a/{word}.c b/{word}.c\n--- a/{word}.c\n+++ b/{word}.c\n@@ -0,0 +1,3 @@\n+{word} 1\n+{word} 2\n+{word} 3\n-- \n2.40\n";

    private static string Git(string folder, params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output;
    }
}
