using System.Text.Json;
using System.Text;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Commands;

/// <summary>
/// Reads a command line by what a model says of its program's options: <c>key=value</c> lists with <c>,,</c> for a
/// comma and an implied first key, or a JSON object (QEMU manual, "-device" and "-object").
/// </summary>
public static class CommandLineReader
{
    /// <summary>Splits text as a shell would (quotes, backslash, continued lines); no expansion of any kind.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        var (open, quote) = (false, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\' && quote != '\'' && i + 1 < text.Length)
            {
                i++;
                if (text[i] != '\n')
                {
                    word.Append(text[i]);
                    open = true;
                }
            }
            else if (quote == '\0' ? c is '"' or '\'' : c == quote)
            {
                quote = quote == '\0' ? c : '\0';
                open = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                Close();
            }
            else
            {
                word.Append(c);
                open = true;
            }
        }

        Close();
        return words;

        void Close()
        {
            if (open)
            {
                words.Add(word.ToString());
            }

            word.Clear();
            open = false;
        }
    }

    /// <summary>Reads arguments, the first of which is the program; an option that the model does not know is named in the result.</summary>
    public static CommandLine Read(BehaviourModel model, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(arguments);
        var program = arguments.Count == 0 ? "" : arguments[0][(arguments[0].LastIndexOf('/') + 1)..];
        var items = new List<CommandItem>();
        string? notCovered = arguments.Count == 0 ? "an empty command line" : null;
        for (var i = 1; i < arguments.Count; i++)
        {
            var flag = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][1..] : arguments[i];
            var option = model.Options.Keyed.FirstOrDefault(o => o.Flag == flag);
            if (option is not null && i + 1 < arguments.Count)
            {
                items.Add(ReadItem(option, arguments[++i]));
            }
            else if (model.Options.IgnoredWithValue.Contains(flag, StringComparer.Ordinal))
            {
                i++;
            }
            else if (!model.Options.Ignored.Contains(flag, StringComparer.Ordinal))
            {
                notCovered ??= arguments[i];
            }
        }

        return new CommandLine(program, items, notCovered) { Arguments = [.. arguments.Skip(1)] };
    }

    private static CommandItem ReadItem(ModelOption option, string raw)
    {
        var json = option.Json && raw.StartsWith('{') ? ReadJson(raw) : null;
        return new CommandItem(option.Name, raw, json ?? ReadKeys(option, raw));
    }

    private static List<KeyValuePair<string, string>>? ReadJson(string raw)
    {
        try
        {
            using var document = JsonDocument.Parse(raw);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? null
                : [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(
                    p.Name, p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<KeyValuePair<string, string>> ReadKeys(ModelOption option, string raw)
    {
        var keys = new List<KeyValuePair<string, string>>();
        var at = 0;
        while (at <= raw.Length)
        {
            var piece = new StringBuilder();
            while (at < raw.Length && (raw[at] != ',' || (at + 1 < raw.Length && raw[at + 1] == ',')))
            {
                piece.Append(raw[at]);
                at += raw[at] == ',' ? 2 : 1;
            }

            var text = piece.ToString();
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                keys.Add(KeyValuePair.Create(text[..equals], text[(equals + 1)..]));
            }
            else if (text.Length > 0)
            {
                keys.Add(keys.Count == 0 && text is not ("help" or "?")
                    ? KeyValuePair.Create(option.MainKey, text)
                    : KeyValuePair.Create(text, "on"));
            }

            at++;
        }

        return keys;
    }
}
