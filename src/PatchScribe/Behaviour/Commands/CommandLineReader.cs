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

    /// <summary>The command line of an action, with the command of the machine protocol that follows it.</summary>
    public static CommandLine Read(BehaviourModel model, ModelAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var line = Read(model, Split(action.Command));
        return action.Qmp is null ? line : QmpReader.Append(model, line, action.Qmp);
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
            if (model.Options.Keyed.FirstOrDefault(o => o.Flag == flag) is { } option)
            {
                items.Add(i + 1 < arguments.Count
                    ? ItemReader.Read(option, arguments[i], arguments[i + 1])
                    : new CommandItem(option.Name, "", []) { Flag = arguments[i], Form = ItemForm.Missing });
                i++;
            }
            else if (model.Options.Fixed.FirstOrDefault(o => o.Flag == flag) is { } shortcut)
            {
                items.Add(ItemReader.Read(model.Options.Keyed.First(o => o.Name == shortcut.Option), shortcut.Flag, shortcut.Value));
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

        return new CommandLine(program, [.. Ordered(model.Options, Merge(model.Options, items)).SelectMany(item => Split(model.Options, item))], notCovered) { Arguments = [.. arguments.Skip(1)] };
    }

    // Such an option's JSON objects come behind all its other items.
    private static IEnumerable<CommandItem> Ordered(ModelOptions options, IEnumerable<CommandItem> items)
    {
        var late = options.Keyed.Where(o => o.JsonLast).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        return items.OrderBy(i => i.Form is ItemForm.Json && late.Contains(i.Option));
    }

    // Later occurrences of such an option add their keys to the first.
    private static IEnumerable<CommandItem> Merge(ModelOptions options, List<CommandItem> items)
    {
        var merging = options.Keyed.Where(o => o.Merges).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!merging.Contains(item.Option))
            {
                yield return item;
            }
            else if (ReferenceEquals(item, items.First(i => i.Option == item.Option)))
            {
                yield return item with { Keys = [.. items.Where(i => i.Option == item.Option).SelectMany(i => i.Keys)] };
            }
        }
    }

    // "-machine accel=kvm:tcg" gives an item for each of the two words, behind the item itself.
    private static IEnumerable<CommandItem> Split(ModelOptions options, CommandItem item)
    {
        yield return item;
        foreach (var split in options.Splits.Where(s => s.From == item.Option && item[s.Key] is not null))
        {
            foreach (var word in item[split.Key]!.Split(split.Separator))
            {
                yield return new CommandItem(split.Name, word, [KeyValuePair.Create(split.Key, word)]) { Flag = item.Flag, Form = item.Form };
            }
        }
    }
}
