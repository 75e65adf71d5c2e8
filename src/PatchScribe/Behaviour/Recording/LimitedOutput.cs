using System.Text;

namespace PatchScribe.Behaviour.Recording;

/// <summary>Reads what a program writes to its end, and keeps at most a number of bytes.</summary>
internal static class LimitedOutput
{
    /// <summary>The text, bytes that are no UTF-8 replaced, and whether more came than was kept.</summary>
    public static async Task<(string Text, bool IsCut)> ReadAsync(Stream stream, int most)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8192];
        var isCut = false;
        while (await stream.ReadAsync(buffer).ConfigureAwait(false) is > 0 and var read)
        {
            var room = Math.Min(read, most - (int)kept.Length);
            await kept.WriteAsync(buffer.AsMemory(0, room)).ConfigureAwait(false);
            isCut |= room < read;
        }

        return (Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length), isCut);
    }
}
