using PatchScribe.Behaviour.Expressions;
using PatchScribe.Behaviour.Language;
using PatchScribe.Diagnostics;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Reads phases with their texts and rules.</summary>
internal sealed class PhaseBuilder(ModelSymbols symbols, PlacedNode? rulesets)
{
    /// <summary>Reads the list of phases.</summary>
    public IReadOnlyList<ModelPhase> Read(PlacedNode? node) => [.. (node?.Items ?? []).Select(ReadPhase)];

    /// <summary>Reads a condition, or reports it and gives null.</summary>
    public Expression? ReadCondition(PlacedNode node)
    {
        try
        {
            return ExpressionReader.Read(node.Text ?? "", symbols);
        }
        catch (FormatException e)
        {
            node.Report(e.Message);
            return null;
        }
    }

    private ModelPhase ReadPhase(PlacedNode node)
    {
        node.Allow("phase", "stage", "for", "where", "prefix", "let", "rules");
        var lets = new List<ModelLet>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Find("let")?.Entries ?? [])
        {
            lets.Add(new ModelLet(name, [.. value.Items.Select(i => ReadAlternative(i, names))]));
            names.Add(name);
        }

        foreach (var option in (node.Find("for")?.Items ?? []).Where(o => !symbols.Options.Contains(o.Text ?? "")))
        {
            option.Report($"there is no option '{option.Text}'{Spelling.Suggest(option.Text ?? "", symbols.Options)}");
        }

        var rules = new RuleBuilder(this, names);
        return new ModelPhase(
            node.Require("phase"),
            node.Texts("for"),
            node.Find("where") is { } where ? ReadCondition(where) : null,
            ReadTemplate(node.Find("prefix"), names),
            lets,
            [.. new RuleList(rulesets).Expand(node.Find("rules")).Select(rules.Read)])
        {
            Stage = node.TextOf("stage"),
        };
    }

    private (Expression? When, MessageTemplate Text) ReadAlternative(PlacedNode node, HashSet<string> names)
    {
        if (node.Text is not null)
        {
            return (null, ReadTemplate(node, names));
        }

        node.Allow("when", "is");
        return (node.Find("when") is { } when ? ReadCondition(when) : null, ReadTemplate(node.Find("is"), names));
    }

    /// <summary>Reads a template, or reports it and gives the empty one.</summary>
    public MessageTemplate ReadTemplate(PlacedNode? node, IReadOnlyCollection<string> lets)
    {
        if (node?.Text is null)
        {
            return MessageTemplate.Empty;
        }

        try
        {
            return TemplateReader.Read(node.Text, symbols, lets);
        }
        catch (FormatException e)
        {
            node.Report(e.Message);
            return MessageTemplate.Empty;
        }
    }
}
