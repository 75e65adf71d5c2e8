using PatchScribe.Behaviour.Expressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Makes a model of its YAML nodes; every mistake is reported at its place, and reading goes on.</summary>
internal sealed class ModelBuilder(PlacedNode root)
{
    /// <summary>The model, to be used only if nothing was reported.</summary>
    public BehaviourModel Build(string? file)
    {
        root.Allow("model", "title", "program", "speaks-for", "options", "variables", "facts", "require", "tables", "lists",
            "rulesets", "phases", "actions", "variants", "recording", "transitions");
        var options = ReadOptions();
        var symbols = ReadSymbols(options);
        var completed = new VariableBuilder(symbols).Complete(root);
        symbols = symbols with { Variables = completed };
        var phases = new PhaseBuilder(symbols, root.Find("rulesets"));
        return new BehaviourModel
        {
            Name = root.Require("model"),
            Title = root.Require("title"),
            File = file,
            Programs = root.Texts("program"),
            Paths = root.Find("speaks-for")?.Texts("paths") ?? [],
            Symbols = root.Find("speaks-for")?.Texts("symbols") ?? [],
            Options = options,
            Variables = completed,
            Tables = symbols.Tables,
            Requirements = [.. (root.Find("require")?.Items ?? []).Select(i => phases.ReadCondition(i)).OfType<Expression>()],
            Phases = phases.Read(root.Find("phases")),
            Actions = ReadActions(symbols),
            Variants = ReadVariants(symbols),
            Recording = new ModelRecording(root.Find("recording")?.Texts("arguments") ?? [], root.Find("recording")?.TextOf("input") ?? ""),
            Transitions = ReadTransitions(symbols),
        };
    }

    private ModelOptions ReadOptions()
    {
        var node = root.Find("options");
        if (node is null)
        {
            root.Report("'options' is missing");
            return new ModelOptions([], [], []);
        }

        node.Allow("keyed", "ignored", "ignored-with-value", "shortcuts", "splits");
        var keyed = new List<ModelOption>();
        foreach (var (name, option) in node.Find("keyed")?.Entries ?? [])
        {
            option.Allow("flag", "main-key", "json", "merges");
            var json = option.OneOf("json", "false", "true", "last");
            keyed.Add(new ModelOption(name, option.Require("flag"), option.TextOf("main-key", "")!, json != "false")
            {
                JsonLast = json == "last",
                Merges = option.OneOf("merges", "false", "true") == "true",
            });
        }

        return new ModelOptions(keyed, node.Texts("ignored"), node.Texts("ignored-with-value"))
        {
            Fixed = [.. (node.Find("shortcuts")?.Entries ?? []).Select(e => ReadShortcut(e.Key, e.Value, keyed))],
            Splits = [.. (node.Find("splits")?.Entries ?? []).Select(e => ReadSplit(e.Key, e.Value, keyed))],
        };
    }

    private static ModelShortcut ReadShortcut(string flag, PlacedNode node, List<ModelOption> keyed)
    {
        node.Allow("option", "value");
        return new ModelShortcut(flag, KnownOption(node, "option", keyed), node.Require("value"));
    }

    private static ModelSplit ReadSplit(string name, PlacedNode node, List<ModelOption> keyed)
    {
        node.Allow("option", "key", "separator");
        var separator = node.Require("separator");
        if (separator.Length != 1)
        {
            node.Report("'separator' is one character");
        }

        return new ModelSplit(name, KnownOption(node, "option", keyed), node.Require("key"), separator.Length == 0 ? ' ' : separator[0]);
    }

    private static string KnownOption(PlacedNode node, string key, List<ModelOption> keyed)
    {
        var name = node.Require(key);
        if (!keyed.Exists(o => o.Name == name))
        {
            node.Report($"there is no option '{name}'{Spelling.Suggest(name, keyed.Select(o => o.Name))}");
        }

        return name;
    }

    private ModelSymbols ReadSymbols(ModelOptions options)
    {
        var lists = (root.Find("lists")?.Entries ?? [])
            .ToDictionary(e => e.Key, e => (IReadOnlyList<string>)[.. e.Value.Items.Select(i => i.Text ?? "")], StringComparer.Ordinal);
        var tables = (root.Find("tables")?.Entries ?? []).ToDictionary(
            e => e.Key,
            e => (IReadOnlyDictionary<string, string>)e.Value.Entries.ToDictionary(v => v.Key, v => v.Value.Text ?? "", StringComparer.Ordinal),
            StringComparer.Ordinal);
        return new ModelSymbols(
            VariableBuilder.ReadNames(root), lists, tables, options.Keyed.Select(o => o.Name).Concat(options.Splits.Select(o => o.Name)).ToHashSet(StringComparer.Ordinal));
    }

    private List<ModelAction> ReadActions(ModelSymbols symbols)
    {
        var actions = new List<ModelAction>();
        foreach (var (name, node) in root.Find("actions")?.Entries ?? [])
        {
            if (node.Text is not null)
            {
                actions.Add(new ModelAction(name, node.Text));
                continue;
            }

            node.Allow("command", "set", "qmp");
            actions.Add(new ModelAction(name, node.Require("command")) { Set = ReadValues(node, "set", symbols), Qmp = node.TextOf("qmp") });
        }

        return actions;
    }

    private List<ModelVariant> ReadVariants(ModelSymbols symbols)
    {
        var variants = new List<ModelVariant>();
        foreach (var (name, node) in root.Find("variants")?.Entries ?? [])
        {
            node.Allow("title", "set");
            variants.Add(new ModelVariant(name, node.Require("title"), ReadValues(node, "set", symbols)));
        }

        return variants;
    }

    private List<ModelTransition> ReadTransitions(ModelSymbols symbols)
    {
        var transitions = new List<ModelTransition>();
        foreach (var (name, node) in root.Find("transitions")?.Entries ?? [])
        {
            node.Allow("title", "before", "after", "words");
            transitions.Add(new ModelTransition(
                name,
                node.Require("title"),
                ReadValues(node, "before", symbols),
                ReadValues(node, "after", symbols),
                [.. (node.Find("words")?.Items ?? []).Select(g => (IReadOnlyList<string>)[.. g.Items.Select(i => i.Text ?? "")])]));
        }

        return transitions;
    }

    // A name ending in * stands for every variable whose name begins so.
    private static Dictionary<string, string> ReadValues(PlacedNode node, string key, ModelSymbols symbols)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Find(key)?.Entries ?? [])
        {
            var meant = symbols.Variables.Where(v => Wildcard.Matches(name, v.Name)).ToList();
            if (meant.Count == 0)
            {
                value.Report($"there is no variable '{name}'{Spelling.Suggest(name, symbols.Variables.Select(v => v.Name))}");
            }

            foreach (var variable in meant)
            {
                values[variable.Name] = value.Text ?? "";
                if (variable.MaskOf(value.Text ?? "") == 0)
                {
                    value.Report($"'{variable.Name}' has no value '{value.Text}'; it has {string.Join(", ", variable.Values)}");
                }
            }
        }

        return values;
    }
}
