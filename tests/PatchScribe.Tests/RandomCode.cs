using System.Text;

namespace PatchScribe.Tests;

/// <summary>C texts made by chance, but the same for the same seed: nested conditionals over A, B and C around lines that are all different.</summary>
internal sealed class RandomCode(int seed)
{
    private static readonly string[] Conditions =
    [
        "ifdef CONFIG_A", "ifndef CONFIG_B", "if defined(CONFIG_A) && !defined(CONFIG_B)", "if defined CONFIG_C || defined CONFIG_A", "ifdef CONFIG_C /* why \"not */",
        "if !(defined(CONFIG_A) || defined(CONFIG_C))", "if 0", "if 1", "  if defined(CONFIG_B) // /* open",
    ];

    private static readonly string[] Words = ["open", "close", "read", "write", "map", "queue", "device", "buffer", "page", "block"];

    private readonly Random random = new(seed);

    /// <summary>A function of so many steps at the outermost level.</summary>
    public string Function(int steps)
    {
        var text = new StringBuilder("int run(void)\n{\n");
        var depth = 0;
        var hasElse = new Stack<bool>();
        for (var i = 0; i < steps || depth > 0; i++)
        {
            var choice = i >= steps ? 9 : random.Next(10);
            if (choice < 2 && depth < 4)
            {
                text.Append('#').Append(Pick(Conditions)).Append('\n');
                hasElse.Push(false);
                depth++;
            }
            else if (choice == 2 && depth > 0 && !hasElse.Peek())
            {
                hasElse.Pop();
                var last = random.Next(2) == 0;
                text.Append(last ? "#else\n" : "#elif defined(CONFIG_C)\n");
                hasElse.Push(last);
            }
            else if (choice == 9 && depth > 0)
            {
                text.Append("#endif /* CONFIG */\n");
                hasElse.Pop();
                depth--;
            }
            else
            {
                text.Append(Line(i));
            }
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The text with some lines left out, put elsewhere or changed; conditionals stay balanced.</summary>
    public string Edit(string text)
    {
        var lines = text.Split('\n').ToList();
        for (var i = lines.Count - 2; i > 2; i--)
        {
            if (!lines[i].StartsWith("    ", StringComparison.Ordinal))
            {
                continue;
            }

            switch (random.Next(8))
            {
                case 0:
                    lines.RemoveAt(i);
                    break;
                case 1:
                    lines[i] = Line(1000 + i).TrimEnd('\n');
                    break;
                case 2:
                    lines.Insert(i, "#ifdef CONFIG_A");
                    lines.Insert(i + 2, "#endif");
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    private string Line(int number) => random.Next(3) == 0
        ? $"    error_report(\"cannot {Pick(Words)} the {Pick(Words)} number {number}\");\n"
        : $"    {Pick(Words)}_{Pick(Words)}({number}); /* # {number} */\n";

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
