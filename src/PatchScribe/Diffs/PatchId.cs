using System.Security.Cryptography;
using System.Text;

namespace PatchScribe.Diffs;

/// <summary>
/// The id that <c>git patch-id --stable</c> gives a diff (git-patch-id(1)): SHA-1 over the lines without white space and
/// index lines, one sum for each file, added up so that the order of files does not matter.
/// </summary>
public static class PatchId
{
    /// <summary>The id in hexadecimal digits, or null when the text holds no git diff with hunks.</summary>
    public static string? Stable(string diff)
    {
        var result = new byte[SHA1.HashSizeInBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        var (before, after, any, seen) = (-1, -1, false, false);
        foreach (var line in diff.AsSpan().EnumerateLines())
        {
            if (!seen && !line.StartsWith("diff "))
            {
                continue;
            }

            if (before == -1)
            {
                if (line.StartsWith("index "))
                {
                    continue;
                }

                if (line.StartsWith("--- "))
                {
                    (before, after) = (1, 1);
                }
                else if (line.Length == 0 || !char.IsAsciiLetter(line[0]))
                {
                    break;
                }
            }
            else if (before <= 0 && after <= 0)
            {
                if (line.StartsWith("@@ -") && HunkHeader.TryParse(line.ToString(), out var header))
                {
                    (before, after) = (header.OldLength, header.NewLength);
                    continue;
                }

                if (!line.StartsWith("diff "))
                {
                    break;
                }

                Add(result, hash);
                (before, after) = (-1, -1);
            }

            if (before >= 0 && line.Length > 0)
            {
                before -= line[0] is '-' or ' ' ? 1 : 0;
                after -= line[0] is '+' or ' ' ? 1 : 0;
            }

            Append(hash, line);
            (seen, any) = (true, any || before >= 0);
        }

        Add(result, hash);
        return any ? Convert.ToHexStringLower(result) : null;
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (c is not (' ' or '\t' or '\r' or '\v' or '\f'))
            {
                text.Append(c);
            }
        }

        hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Add(byte[] result, IncrementalHash hash)
    {
        var sum = hash.GetHashAndReset();
        var carry = 0;
        for (var i = 0; i < result.Length; i++)
        {
            carry += result[i] + sum[i];
            result[i] = (byte)carry;
            carry >>= 8;
        }
    }
}
