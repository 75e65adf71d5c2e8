using PatchScribe.Archive.Queries;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Archive;

public sealed class SearchTests : IDisposable
{
    private const string Diff = "diff --git a/hw/vfio/common.c b/hw/vfio/common.c\nindex 1234567..89abcde 100644\n--- a/hw/vfio/common.c\n+++ b/hw/vfio/common.c\n@@ -1,2 +1,2 @@ static void vfio_probe(void)\n-old_call(1);\n+new_call(1);\n ctx\n-- \n2.40\n";
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ArchiveFolder folder = new();

    public SearchTests()
    {
        folder.Ingest(folder.Write("list.mbox",
            ArchiveFolder.Letter("p@x", "[PATCH] vfio: Probe once", "CONFIG_IOMMUFD needs one probe.\n\nSigned-off-by: Ines Marlow <ines@example.org>\n---\n " + "hw/vfio/common.c | 2 +-\n\n" + Diff, 1),
            ArchiveFolder.Letter("r@x", "Re: [PATCH] vfio: Probe once", "> CONFIG_IOMMUFD needs one probe.\n\nWhy not two? The error message is gone.\n", 2, "Tomas Brandt <tomas@example.net>", "p@x"),
            ArchiveFolder.Letter("o@x", "Meeting notes", "A message about an error, and the Grüße of the day.\n", 9)));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("probe", "r@x p@x")]
    [InlineData("PROBE once", "r@x p@x")]
    [InlineData("prob*", "r@x p@x")]
    [InlineData("config_iommufd", "r@x p@x")]
    [InlineData("nq:config_iommufd", "p@x")]
    [InlineData("q:config_iommufd", "r@x")]
    [InlineData("s:meeting", "o@x")]
    [InlineData("s:error", "")]
    [InlineData("f:tomas@example.net", "r@x")]
    [InlineData("f:brandt", "r@x")]
    [InlineData("error message", "o@x r@x")]
    [InlineData("\"error message\"", "r@x")]
    [InlineData("b:\"error message\"", "r@x")]
    [InlineData("s:\"probe once\"", "r@x p@x")]
    [InlineData("s:\"once probe\"", "")]
    [InlineData("grüße", "o@x")]
    [InlineData("dfn:common.c", "p@x")]
    [InlineData("dfn:hw/vfio/common.c", "p@x")]
    [InlineData("dfn:vfio/common.c", "p@x")]
    [InlineData("dfn:hw/vfio/*", "p@x")]
    [InlineData("dfn:fio/common.c", "")]
    [InlineData("dfhh:vfio_probe", "p@x")]
    [InlineData("dfpre:1234567", "p@x")]
    [InlineData("dfpre:12345", "p@x")]
    [InlineData("dfpost:1234567", "")]
    [InlineData("dfpost:89abcde", "p@x")]
    [InlineData("dfblob:89abcde", "p@x")]
    [InlineData("b:new_call", "p@x")]
    [InlineData("m:o@x", "o@x")]
    [InlineData("m:<o@x>", "o@x")]
    [InlineData("d:20260502..20260502", "r@x")]
    [InlineData("d:2026-05-02..", "o@x r@x")]
    [InlineData("d:..20260502", "r@x p@x")]
    [InlineData("d:2026", "o@x r@x p@x")]
    [InlineData("d:29.days.ago..", "o@x")]
    [InlineData("error d:20260502", "r@x")]
    [InlineData("meeting OR probe", "o@x r@x p@x")]
    [InlineData("probe NOT why", "p@x")]
    [InlineData("probe -why", "p@x")]
    [InlineData("message -\"error message\"", "o@x")]
    [InlineData("(meeting OR probe) error", "o@x r@x")]
    [InlineData("probe AND once AND NOT f:ines", "r@x")]
    [InlineData("nothing_like_this", "")]
    [InlineData("'; DROP TABLE message;", "")]
    [InlineData("NEAR(probe once)", "")]
    [InlineData("{own} x", "")]
    public void A_query_finds_what_public_inbox_would(string query, string expected) => Assert.Equal(expected, folder.Search(query));

    [Fact]
    public void The_patch_id_of_git_finds_the_patch() =>
        Assert.Equal("p@x", folder.Search("patchid:" + PatchScribe.Diffs.PatchId.Stable(Diff)![..12]));

    [Fact]
    public void The_newest_come_first_and_the_limit_holds() => Assert.Equal("o@x r@x", folder.Search("d:2026", limit: 2));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("zz:word", "'zz:'")]
    [InlineData("(probe", "( without )")]
    [InlineData("probe)", ") without (")]
    [InlineData("()", "in front of )")]
    [InlineData("OR probe", "OR without")]
    [InlineData("probe OR", "ends where")]
    [InlineData("-probe", "excludes words")]
    [InlineData("d:soon", "date that cannot be read")]
    [InlineData("d:..", "date that cannot be read")]
    [InlineData("probe OR d:2026", "inside parentheses, OR or NOT")]
    public void A_mistake_is_said_with_its_place(string query, string said) =>
        Assert.Contains(said, Assert.Throws<InputException>(() => QueryParser.Parse(query, Now)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_query_of_thousands_of_words_is_refused_and_not_run() =>
        Assert.Throws<InputException>(() => QueryParser.Parse(string.Concat(Enumerable.Repeat("(a ", 5000)), Now));
}
