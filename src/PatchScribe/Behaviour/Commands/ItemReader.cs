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
        foreach (var (key, value, isFirst) in Pieces(raw))
        {
            if (value is not null)
            {
                keys.Add(KeyValuePair.Create(key, value));
            }
            else if (isFirst && option.MainKey.Length > 0)
            {
                keys.Add(KeyValuePair.Create(option.MainKey, key));
            }
            else if (key.Length > 0)
            {
                var off = key.StartsWith("no", StringComparison.Ordinal) && key.Length > 2;
                var name = off ? key[2..] : key;
                bare[name] = key;
                keys.Add(KeyValuePair.Create(name, off ? "off" : "on"));
            }
        }

        return new CommandItem(option.Name, raw, keys) { Flag = flag, Bare = bare };
    }

    // A piece is a key up to its first '=', then a value; a piece that meets a comma first is a word without a value, in which a
    // doubled comma stands for one as it does in a value.
    private static IEnumerable<(string Key, string? Value, bool IsFirst)> Pieces(string raw)
    {
        var at = 0;
        while (at < raw.Length)
        {
            var first = at == 0;
            var stop = raw.AsSpan(at).IndexOfAny('=', ',');
            if (stop >= 0 && raw[at + stop] == '=')
            {
                var key = raw.Substring(at, stop);
                at += stop + 1;
                yield return (key, Value(raw, ref at), first);
            }
            else
            {
                yield return (Value(raw, ref at), null, first);
            }
        }
    }

    private static string Value(string raw, ref int at)
    {
        var value = new StringBuilder();
        while (at < raw.Length && (raw[at] != ',' || (at + 1 < raw.Length && raw[at + 1] == ',')))
        {
            value.Append(raw[at]);
            at += raw[at] == ',' ? 2 : 1;
        }

        at++;
        return value.ToString();
    }
}
