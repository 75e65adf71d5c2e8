using System.Text;
using System.Text.Json;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Commands;

/// <summary>
/// Reads the value of one option: a list of <c>key=value</c> in which <c>,,</c> stands for a comma, the first word may be the
/// value of an implied key, and a word alone switches its key on (or off after <c>no</c>); or a JSON object (QEMU,
/// util/qemu-option.c; manual, "-device" and "-object").
/// </summary>
internal static class ItemReader
{
    /// <summary>The item; text that begins like JSON and is none has no keys.</summary>
    public static CommandItem Read(ModelOption option, string flag, string raw)
    {
        if (!option.Json || !raw.StartsWith('{'))
        {
            return ReadKeys(option, flag, raw);
        }

        try
        {
            using var document = JsonDocument.Parse(raw);
            return OfJson(option.Name, flag, raw, ItemForm.Json, document.RootElement);
        }
        catch (JsonException)
        {
            return new CommandItem(option.Name, raw, []) { Flag = flag, Form = ItemForm.Broken };
        }
    }

    /// <summary>The item that a JSON object stands for.</summary>
    public static CommandItem OfJson(string option, string flag, string raw, ItemForm form, JsonElement json)
    {
        var properties = json.EnumerateObject().ToList();
        return new CommandItem(option, raw, [.. properties.Select(p => KeyValuePair.Create(
            p.Name, p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()))])
        {
            Flag = flag,
            Form = form,
            NotText = [.. properties.Where(p => p.Value.ValueKind != JsonValueKind.String).Select(p => p.Name)],
        };
    }

    private static CommandItem ReadKeys(ModelOption option, string flag, string raw)
    {
        var keys = new List<KeyValuePair<string, string>>();
        var bare = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (text, isFirst) in Pieces(raw))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0)
            {
                keys.Add(KeyValuePair.Create(text[..equals], text[(equals + 1)..]));
            }
            else if (isFirst && option.MainKey.Length > 0)
            {
                keys.Add(KeyValuePair.Create(option.MainKey, text));
            }
            else if (text.Length > 0)
            {
                var off = text.StartsWith("no", StringComparison.Ordinal) && text.Length > 2;
                var key = off ? text[2..] : text;
                bare[key] = text;
                keys.Add(KeyValuePair.Create(key, off ? "off" : "on"));
            }
        }

        return new CommandItem(option.Name, raw, keys) { Flag = flag, Bare = bare };
    }

    private static IEnumerable<(string Text, bool IsFirst)> Pieces(string raw)
    {
        var at = 0;
        while (at < raw.Length)
        {
            var (first, piece) = (at == 0, new StringBuilder());
            while (at < raw.Length && (raw[at] != ',' || (at + 1 < raw.Length && raw[at + 1] == ',')))
            {
                piece.Append(raw[at]);
                at += raw[at] == ',' ? 2 : 1;
            }

            at++;
            yield return (piece.ToString(), first);
        }
    }
}
