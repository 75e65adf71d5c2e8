namespace PatchScribe.Cli.Hooks;

/// <summary>The text of a message file that git hands to an editor, with a block put in.</summary>
internal static class PreparedMessage
{
    /// <summary>The block below what the user wrote (or below two empty lines for the subject), above git's comments. A block that is there stays alone.</summary>
    public static string Insert(string message, string block)
    {
        if (message.Contains(block, StringComparison.Ordinal))
        {
            return message;
        }

        var lines = message.Split('\n');
        var comments = Array.FindIndex(lines, line => line.StartsWith('#'));
        var written = string.Join('\n', comments < 0 ? lines : lines[..comments]).TrimEnd();
        var rest = comments < 0 ? "" : "\n" + string.Join('\n', lines[comments..]);
        return $"{written}\n\n{block.TrimEnd('\n')}\n{rest}";
    }
}
