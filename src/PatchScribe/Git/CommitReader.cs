using System.Globalization;
using System.Text;
using PatchScribe.Mail;

namespace PatchScribe.Git;

/// <summary>Reads a commit object (gitformat-commit: header lines, a blank line, the message).</summary>
internal static class CommitReader
{
    public static Commit Read(string id, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var parents = new List<string>();
        var (author, committer) = (Nobody, Nobody);
        foreach (var line in text[..(end < 0 ? text.Length : end)].Split('\n'))
        {
            switch (line.Split(' ', 2))
            {
                case ["parent", var parent]:
                    parents.Add(parent);
                    break;
                case ["author", var person]:
                    author = Person(person);
                    break;
                case ["committer", var person]:
                    committer = Person(person);
                    break;
            }
        }

        var message = end < 0 ? "" : text[(end + 2)..].Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');
        return new Commit(id, parents, author.Who, author.When, committer.Who, committer.When, message);
    }

    private static (MailAddress Who, DateTimeOffset When) Nobody => (new MailAddress("", ""), DateTimeOffset.UnixEpoch);

    /// <summary><c>Name &lt;mail&gt; seconds zone</c></summary>
    private static (MailAddress Who, DateTimeOffset When) Person(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        if (open < 0 || close < open)
        {
            return (new MailAddress(text, ""), DateTimeOffset.UnixEpoch);
        }

        var seconds = text[(close + 1)..].Trim().Split(' ')[0];
        var when = long.TryParse(seconds, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : DateTimeOffset.UnixEpoch;
        return (new MailAddress(text[..open].Trim(), text[(open + 1)..close]), when);
    }
}
