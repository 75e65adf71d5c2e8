using PatchScribe.Diagnostics;
using PatchScribe.Diffs;

namespace PatchScribe.Tests.Diffs;

public sealed class DiffReaderTests
{
    [Fact]
    public void Text_around_a_diff_is_passed_over_and_lines_are_numbered_on_both_sides()
    {
        var reading = DiffReader.Read("A log.\n---\ndiff --git a/x.c b/x.c\nindex 1111111..2222222 100644\n--- a/x.c\n+++ b/x.c\n@@ -3,3 +3,2 @@ int f(void)\n a\n-b\n c\n-- \n2.40\n");
        var file = Assert.Single(reading.Files);
        Assert.Equal(("x.c", "1111111", "100644"), (file.Path, file.OldBlob, file.OldMode));
        var hunk = Assert.Single(file.Hunks);
        Assert.Equal("int f(void)", hunk.Section);
        Assert.Equal([(3, 3), (4, null), (5, 4)], hunk.Lines.Select(line => (line.OldLine, line.NewLine)).OfType<(int?, int?)>());
        Assert.Equal(3, reading.FirstLine);
        Assert.Empty(reading.Diagnostics);
    }

    [Theory]
    [InlineData("new file mode 100644\n--- /dev/null\n+++ b/x.c\n@@ -0,0 +1 @@\n+a\n", FileChangeKind.Added)]
    [InlineData("deleted file mode 100644\n--- a/x.c\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n", FileChangeKind.Deleted)]
    [InlineData("old mode 100644\nnew mode 100755\n", FileChangeKind.Modified)]
    [InlineData("similarity index 100%\nrename from x.c\nrename to y.c\n", FileChangeKind.Renamed)]
    public void The_kind_is_what_the_header_says(string header, FileChangeKind kind)
    {
        var file = Assert.Single(DiffReader.Read("diff --git a/x.c b/x.c\n" + header).Files);
        Assert.Equal(kind, file.Kind);
        Assert.Equal(kind == FileChangeKind.Added, file.OldPath is null);
        Assert.Equal(kind == FileChangeKind.Deleted, file.NewPath is null);
    }

    [Fact]
    public void A_quoted_path_is_unquoted()
    {
        var file = Assert.Single(DiffReader.Read("diff --git \"a/caf\\303\\251.c\" \"b/caf\\303\\251.c\"\n--- \"a/caf\\303\\251.c\"\n+++ \"b/caf\\303\\251.c\"\n@@ -1 +1 @@\n-a\n+b\n").Files);
        Assert.Equal("café.c", file.Path);
    }

    [Fact]
    public void A_hunk_that_ends_early_is_kept_and_named()
    {
        var reading = DiffReader.Read("--- a/x.c\n+++ b/x.c\n@@ -1,9 +1,9 @@\n a\n-b\n+c\nnot a diff line\n");
        Assert.Equal(3, Assert.Single(Assert.Single(reading.Files).Hunks).Lines.Count);
        Assert.Equal(DiagnosticIds.HunkLengthMismatch, Assert.Single(reading.Diagnostics).Id);
    }

    [Fact]
    public void Carriage_returns_and_stripped_blanks_do_not_break_a_hunk()
    {
        var hunk = Assert.Single(Assert.Single(DiffReader.Read("--- a/x.c\r\n+++ b/x.c\r\n@@ -1,3 +1,3 @@\r\n a\r\n\r\n-b\r\n+c\r\n").Files).Hunks);
        Assert.Equal(["a", "", "b", "c"], hunk.Lines.Select(line => line.Text));
    }
}
