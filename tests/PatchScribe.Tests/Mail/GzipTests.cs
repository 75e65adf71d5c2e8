using System.IO.Compression;
using System.Text;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Mail;

public class GzipTests
{
    private const string Envelope = "From ines@example.org Mon May 11 09:00:00 2026\n";
    private static readonly byte[] First = Gzip($"{Envelope}{Mails.Simple(1)}\n{Envelope}{Mails.Simple(2, Noise(5000))}\n");
    private static readonly byte[] Second = Gzip($"{Envelope}{Mails.Simple(3)}\n");
    private static readonly byte[] Both = [.. First, .. Second];

    [Fact]
    public void All_members_are_read()
    {
        byte[] many = [.. Enumerable.Range(1, 300).SelectMany(n => Gzip($"{Envelope}{Mails.Simple(n, Noise(n))}\n"))];
        var reading = Mails.Read(many);
        Assert.Equal(Enumerable.Range(1, 300).Select(n => $"{n}@example.org"), Mails.Ids(reading));
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void Every_cut_is_said_and_what_came_before_it_stays()
    {
        for (var length = 3; length < Both.Length; length++)
        {
            var (ids, said) = Read(Both[..length]);
            Assert.True(said == (length != First.Length), $"cut at {length} of {Both.Length}, first member {First.Length}");
            Assert.True(length < First.Length || ids is ["1@example.org", "2@example.org", ..], $"cut at {length}");
        }
    }

    [Fact]
    public void A_wrong_checksum_or_length_is_said_and_loses_nothing()
    {
        for (var at = 1; at <= 8; at++)
        {
            var damaged = Both.ToArray();
            damaged[^at] ^= 0x10;
            var (ids, said) = Read(damaged);
            Assert.True(said);
            Assert.Equal(["1@example.org", "2@example.org", "3@example.org"], ids);
        }
    }

    [Fact]
    public void Damage_in_the_middle_is_said_and_what_came_before_it_stays()
    {
        var damaged = Gzip($"{Envelope}{Mails.Simple(1)}\n{Envelope}{Mails.Simple(2, Noise(100_000))}\n");
        damaged.AsSpan(damaged.Length / 2, 100).Fill(0xFF);
        var (ids, said) = Read(damaged);
        Assert.True(said);
        Assert.Equal(["1@example.org", "2@example.org"], ids);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(5000)]
    public void Padding_behind_the_last_member_is_no_damage(int length)
    {
        var reading = Mails.Read([.. Both, .. new byte[length]]);
        Assert.Equal(3, reading.Read);
        Assert.Empty(reading.Diagnostics);
    }

    private static (IReadOnlyList<string> Ids, bool Said) Read(byte[] packed)
    {
        try
        {
            var reading = Mails.Read(packed);
            return ([.. Mails.Ids(reading)], reading.Diagnostics.Any(one => one.Id == DiagnosticIds.MailGzipDamaged));
        }
        catch (InputException mistake)
        {
            return ([], mistake.Message.Contains("damaged gzip", StringComparison.Ordinal));
        }
    }

    private static string Noise(int length)
    {
        var random = new Random(length);
        return string.Concat(Enumerable.Range(0, length).Select(i => i % 70 == 69 ? '\n' : (char)random.Next('a', 'z'))) + "\n";
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
