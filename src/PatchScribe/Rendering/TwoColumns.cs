using System.Text;

namespace PatchScribe.Rendering;

/// <summary>Before and after side by side, each wrapped in a column; one line where both are equal.</summary>
internal static class TwoColumns
{
    private const int Width = 42;
    private const string Indent = "      ";

    public static string Write(string before, string after)
    {
        if (before == after)
        {
            return $"{Indent}{before}\n";
        }

        var (left, right) = (Wrap("before: " + before), Wrap("after: " + after));
        var text = new StringBuilder();
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            text.Append(Indent).Append($"{(i < left.Count ? left[i] : ""),-Width} | {(i < right.Count ? right[i] : "")}".TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static List<string> Wrap(string text)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ').SelectMany(word => word.Chunk(Width).Select(part => new string(part))))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
