using PatchScribe.Diffs;

namespace PatchScribe.Tests.Diffs;

/// <summary>A diff read and written is byte-equal.</summary>
public sealed class DiffWriterTests
{
    [Theory]
    [InlineData("diff --git a/a.c b/a.c\nindex 1111111..2222222 100644\n--- a/a.c\n+++ b/a.c\n@@ -1,3 +1,2 @@ static int f(void)\n one\n-two\n \n")]
    [InlineData("diff --git a/a.c b/b.c\nsimilarity index 90%\nrename from a.c\nrename to b.c\nindex 1111111..2222222 100644\n--- a/a.c\n+++ b/b.c\n@@ -1 +1 @@\n-one\n+two\n\\ No newline at end of file\n")]
    [InlineData("diff --git a/new b/new\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n+++ b/new\n@@ -0,0 +1,2 @@\n+one\n+two\n")]
    [InlineData("diff --git a/old b/old\ndeleted file mode 100644\nindex 2222222..0000000\n--- a/old\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n\\ No newline at end of file\n")]
    [InlineData("diff --git a/mode b/mode\nold mode 100644\nnew mode 100755\n")]
    [InlineData("--- a/plain\n+++ b/plain\n@@ -5,2 +5,3 @@\n a\n+b\n c\n@@ -20 +21,2 @@ int main(void)\n x\n+y\n")]
    public void A_diff_read_then_written_is_byte_equal(string diff) => Assert.Equal(diff, DiffWriter.Write(DiffReader.Read(diff).Files));

    [Fact]
    public void The_diff_of_the_sample_thread_too()
    {
        var mail = File.ReadAllText(RepositoryRoot.PathOf("samples", "iommufd-property", "thread.mbox"));
        var diff = mail[mail.IndexOf("diff --git", StringComparison.Ordinal)..mail.IndexOf("-- \n2.39.5", StringComparison.Ordinal)];
        Assert.Equal(diff, DiffWriter.Write(DiffReader.Read(mail).Files));
    }
}
