using PatchScribe.Behaviour.Commands;

namespace PatchScribe.Checks.Log;

/// <summary>One command of a log with what it is shown to print: words without the prompt, the lines below it with their 1-based lines.</summary>
internal sealed record ShownCommand(IReadOnlyList<string> Words, IReadOnlyList<(string Text, int Line)> Output);

/// <summary>Reads the commands that a log shows in its verbatim blocks. A block without a command belongs to the command before it.</summary>
internal static class ShownCommands
{
    private static readonly string[] Prompts = ["$ ", "# ", "% ", "(qemu) ", "> ", "-> ", "{ \"execute\"", "{\"execute\"", "{ 'execute'", "{'execute'"];

    /// <summary>The commands in order of the text.</summary>
    public static IReadOnlyList<ShownCommand> Read(CheckedLog log)
    {
        var found = new List<(List<string> Words, List<(string, int)> Output)>();
        foreach (var block in log.Blocks)
        {
            for (var i = 0; i < block.Lines.Count; i++)
            {
                var line = block.Lines[i];
                if (!IsCommand(line))
                {
                    if (found.Count > 0 && line.Length > 0)
                    {
                        found[^1].Output.Add((line, block.FirstLine + i));
                    }

                    continue;
                }

                var command = line;
                while (command.EndsWith('\\') && i + 1 < block.Lines.Count)
                {
                    command = command[..^1] + " " + block.Lines[++i];
                }

                found.Add(([.. CommandLineReader.Split(Bare(command))], []));
            }
        }

        return [.. found.Select(one => new ShownCommand(one.Words, one.Output))];
    }

    /// <summary>A line with a prompt, or a program with an option.</summary>
    public static bool IsCommand(string line) =>
        Prompts.Any(prompt => line.StartsWith(prompt, StringComparison.Ordinal))
        || (line.Length > 0 && (char.IsAsciiLetterLower(line[0]) || line[0] is '.' or '/') && line.IndexOf(" -", StringComparison.Ordinal) is > 0 and var option && option + 2 < line.Length && (char.IsAsciiLetter(line[option + 2]) || line[option + 2] == '-')
            && !line.AsSpan(0, option).Contains(": ", StringComparison.Ordinal));

    private static string Bare(string line) => Prompts.Take(4).FirstOrDefault(prompt => line.StartsWith(prompt, StringComparison.Ordinal)) is { } prompt ? line[prompt.Length..] : line;
}
