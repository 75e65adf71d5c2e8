using System.Globalization;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Mail;

/// <summary>
/// Seeded mutants of small mails: none may throw anything but an <see cref="InputException"/>, take long, grow past its
/// size, or harm its neighbour. PATCHSCRIBE_MUTANTS sets how many, for a long run by hand.
/// </summary>
public class MailFuzzTests
{
    private const int Seed = 20261125;
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(1);
    private static readonly byte[] Neighbour = System.Text.Encoding.ASCII.GetBytes($"\n\nFrom mboxrd@z Mon May 11 09:00:00 2026\n{Mails.Simple(999, "neighbour\n")}");

    [Fact]
    public void Mutants_are_read_or_refused()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("PATCHSCRIBE_MUTANTS") ?? "20000", CultureInfo.InvariantCulture);
        var mutator = new MailMutator(new Random(Seed), FuzzSamples.All());
        for (var i = 0; i < count; i++)
        {
            var mutant = mutator.Next();
            var (time, allocated) = (ThreadTime.Spent(), GC.GetAllocatedBytesForCurrentThread());
            Check(mutant, i);
            (time, allocated) = (ThreadTime.Spent() - time, GC.GetAllocatedBytesForCurrentThread() - allocated);
            Assert.True(time < MaxTime, $"mutant {i} took {time}");
            Assert.True(allocated < (1 << 22) + (200L * mutant.Length), $"mutant {i} of {mutant.Length} bytes took {allocated} bytes");
        }
    }

    /// <summary>Decodes the mutant by itself, and as the first mail of an mbox whose second one must come out whole.</summary>
    private static void Check(byte[] mutant, int number)
    {
        try
        {
            var message = MessageReader.Read(mutant, "mutant", 1);
            Assert.True(message.Body.Length + message.Parts.Sum(part => part.Text?.Length ?? 0) <= (4 * mutant.Length) + 4096, $"mutant {number} grew");
            _ = message.Headers.Count;
            var reading = Mails.Read([.. "From mboxrd@z Mon May 11 09:00:00 2026\n"u8, .. mutant, .. Neighbour]);
            Assert.True(reading.Messages[^1].MessageId == "999@example.org" && reading.Messages[^1].Body == "neighbour\n", $"mutant {number} harmed its neighbour");
            _ = Mails.Read(mutant);
        }
        catch (InputException)
        {
            // Said to be no mail.
        }
    }
}
