using System.Text;

namespace PatchScribe.EndToEnd.Tests;

/// <summary>
/// One run of the tool as a file (*.run): the command after <c>$ patchscribe</c>, run in the folder above an <c>expected</c> folder or in
/// the file's own, then what it wrote to each stream and its exit status.
/// </summary>
internal sealed record Transcript(string File, string Directory, IReadOnlyList<string> Arguments, string Text)
{
    private const string Prompt = "$ patchscribe ";

    public static Transcript Read(string file)
    {
        var text = System.IO.File.ReadAllText(file);
        var first = text.Split('\n')[0];
        if (!first.StartsWith(Prompt, StringComparison.Ordinal))
        {
            throw new FormatException($"{file} does not start with '{Prompt}'");
        }

        var folder = Path.GetDirectoryName(file)!;
        return new Transcript(file, Path.GetFileName(folder) == "expected" ? Path.GetDirectoryName(folder)! : folder, Words(first[Prompt.Length..]), text);
    }

    /// <summary>What the run looks like today.</summary>
    public string Run()
    {
        var run = Tool.Run(Directory, Arguments);
        return $"{Text.Split('\n')[0]}\n--- stdout\n{run.Output}--- stderr\n{run.Errors}--- exit {run.Exit}\n";
    }

    /// <summary>Words between blanks; single quotes keep blanks.</summary>
    private static List<string> Words(string line)
    {
        var (words, word, quoted, any) = (new List<string>(), new StringBuilder(), false, false);
        foreach (var c in line)
        {
            if (c == '\'')
            {
                (quoted, any) = (!quoted, true);
            }
            else if (c == ' ' && !quoted)
            {
                if (any)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                any = false;
            }
            else
            {
                word.Append(c);
                any = true;
            }
        }

        if (any)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
