namespace PatchScribe.Conditionals.Build;

/// <summary>A value of a QAPI schema: a word (string, true, false), a list, or an object with its keys in order; 1-based line.</summary>
internal sealed class QapiValue(int line, string? word)
{
    public int Line { get; } = line;

    public string? Word { get; } = word;

    public List<(string? Key, QapiValue Value)> Items { get; } = [];

    public QapiValue? this[string key] => Items.Find(item => item.Key == key).Value;

    /// <summary>
    /// The expressions of a schema (QEMU docs/devel/qapi-code-gen.rst, "Schema syntax": JSON with single quotes and
    /// comments). Brackets that do not match end the expression that they stand in.
    /// </summary>
    public static IReadOnlyList<QapiValue> Read(string text)
    {
        var found = new List<QapiValue>();
        var open = new Stack<QapiValue>();
        string? key = null;
        var line = 1;
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            switch (text[start])
            {
                case '\n':
                    line++;
                    break;
                case '#':
                    i = End(text, start, '\n');
                    break;
                case '\'' or '"':
                    i = Math.Min(text.Length, End(text, i, text[start]) + 1);
                    TakeWord(text[(start + 1)..Math.Max(start + 1, i - 1)]);
                    break;
                case '{' or '[' when open.Count < 64:
                    var value = new QapiValue(line, null);
                    Place(value);
                    open.Push(value);
                    break;
                case '}' or ']':
                    open.TryPop(out _);
                    break;
                case var c when char.IsAsciiLetter(c):
                    while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                    {
                        i++;
                    }

                    TakeWord(text[start..i]);
                    break;
            }

            void TakeWord(string word)
            {
                var next = i;
                while (next < text.Length && text[next] is ' ' or '\t' or '\n')
                {
                    next++;
                }

                if (key is null && next < text.Length && text[next] == ':')
                {
                    key = word;
                    return;
                }

                Place(new QapiValue(line, word));
            }

            void Place(QapiValue value)
            {
                (open.TryPeek(out var around) ? around.Items : null)?.Add((key, value));
                if (open.Count == 0 && value.Word is null)
                {
                    found.Add(value);
                }

                key = null;
            }
        }

        return found;
    }

    private static int End(string text, int from, char mark)
    {
        var end = text.IndexOf(mark, from);
        return end < 0 ? text.Length : end;
    }
}
