using System.Text;

namespace PatchScribe.Behaviour.Commands;

/// <summary>
/// The order in which QEMU walks a QDict: 512 buckets by the hash of the key, in each the newest entry first (QEMU,
/// qobject/qdict.c). It decides which of several bad properties of a device is reported.
/// </summary>
internal static class QemuDictionary
{
    private const uint Buckets = 512;

    /// <summary>The keys, given in the order of insertion, as the program walks them.</summary>
    public static IReadOnlyList<string> Order(IReadOnlyList<string> keys) =>
        [.. keys.Select((key, index) => (key, index)).OrderBy(k => Hash(k.key) % Buckets).ThenByDescending(k => k.index).Select(k => k.key)];

    private static uint Hash(string key)
    {
        var bytes = Encoding.UTF8.GetBytes(key);
        unchecked
        {
            var value = 0x238F13AFu * (uint)bytes.Length;
            for (var i = 0; i < bytes.Length; i++)
            {
                value += (uint)bytes[i] << (i * 5 % 24);
            }

            return (1103515243u * value) + 12345u;
        }
    }
}
