using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Reads phases with their rules; <c>use:</c> puts the rules of a rule set in place.</summary>
internal sealed class PhaseBuilder(ModelSymbols symbols, ModelNode? rulesets)
{
    private const int DeepestUse = 8;

    private static readonly (string Key, RuleEffect Effect)[] Effects =
    [
        ("fails", RuleEffect.Fails), ("succeeds", RuleEffect.Succeeds), ("crashes", RuleEffect.Crashes),
        ("unknown", RuleEffect.Unknown), ("warns", RuleEffect.Warns),
    ];

    /// <summary>Reads the list of phases.</summary>
    public IReadOnlyList<ModelPhase> Read(ModelNode? node) => [.. (node?.Items ?? []).Select(ReadPhase)];

    /// <summary>Reads a condition, or reports it and gives null.</summary>
    public Expression? ReadCondition(ModelNode node)
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

    private ModelPhase ReadPhase(ModelNode node)
    {
        node.Allow("phase", "for", "where", "prefix", "let", "rules");
        var lets = new List<ModelLet>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in node.Find("let")?.Entries ?? [])
        {
            lets.Add(new ModelLet(name, [.. value.Items.Select(i => ReadAlternative(i, names))]));
            names.Add(name);
        }

        if (node.TextOf("for") is { } option && !symbols.Options.Contains(option))
        {
            node.Find("for")!.Report($"there is no option '{option}'");
        }

        var rules = new List<ModelRule>();
        foreach (var item in Expand(node.Find("rules")))
        {
            rules.Add(ReadRule(item, names));
        }

        return new ModelPhase(
            node.Require("phase"),
            node.TextOf("for"),
            node.Find("where") is { } where ? ReadCondition(where) : null,
            ReadTemplate(node.Find("prefix"), names),
            lets,
            rules);
    }

    private IEnumerable<ModelNode> Expand(ModelNode? rules)
    {
        var waiting = new Stack<(ModelNode Node, int Depth)>();
        foreach (var item in (rules?.Items ?? []).Reverse())
        {
            waiting.Push((item, 0));
        }

        while (waiting.TryPop(out var next))
        {
            var name = next.Node.TextOf("use");
            if (name is null)
            {
                yield return next.Node;
            }
            else if (rulesets?.Find(name) is { } set && next.Depth < DeepestUse)
            {
                foreach (var item in set.Items.Reverse())
                {
                    waiting.Push((item, next.Depth + 1));
                }
            }
            else
            {
                next.Node.Report(next.Depth < DeepestUse ? $"there is no rule set '{name}'" : $"'{name}' uses itself");
            }
        }
    }

    private (Expression? When, MessageTemplate Text) ReadAlternative(ModelNode node, HashSet<string> names)
    {
        if (node.Text is not null)
        {
            return (null, ReadTemplate(node, names));
        }

        node.Allow("when", "is");
        return (node.Find("when") is { } when ? ReadCondition(when) : null, ReadTemplate(node.Find("is"), names));
    }

    private ModelRule ReadRule(ModelNode node, HashSet<string> lets)
    {
        node.Allow("id", "when", "fails", "succeeds", "crashes", "unknown", "warns", "hint", "prints", "bare", "exit", "source",
            "evidence", "use");
        var given = Effects.Where(e => node.Find(e.Key) is not null).ToList();
        if (given.Count != 1)
        {
            node.Report($"a rule has one of {string.Join(", ", Effects.Select(e => e.Key))}");
            given = [Effects[0]];
        }

        var (key, effect) = given[0];
        var evidence = node.TextOf("evidence", "source")!;
        if (evidence is not ("run" or "source"))
        {
            node.Find("evidence")!.Report("'evidence' is run or source");
        }

        return new ModelRule(
            node.Require("id"),
            node.Find("when") is { } when ? ReadCondition(when) : null,
            effect,
            effect is RuleEffect.Succeeds or RuleEffect.Crashes ? MessageTemplate.Empty : ReadTemplate(node.Find(key), lets))
        {
            Hint = ReadTemplate(node.Find("hint"), lets),
            Prints = ReadTemplate(node.Find("prints"), lets),
            Bare = node.TextOf("bare") == "true",
            Exit = ReadExit(node, effect),
            Source = node.TextOf("source", "")!,
            Evidence = evidence,
            Line = node.Line,
        };
    }

    private static int ReadExit(ModelNode node, RuleEffect effect)
    {
        // 139 is what a shell reports for SIGSEGV: 128 and the signal's number.
        var usual = effect switch { RuleEffect.Fails => 1, RuleEffect.Crashes => 139, _ => 0 };
        if (node.TextOf("exit") is not { } text)
        {
            return usual;
        }

        if (!int.TryParse(text, out var exit))
        {
            node.Find("exit")!.Report("'exit' is a number");
        }

        return exit;
    }

    private MessageTemplate ReadTemplate(ModelNode? node, HashSet<string> lets)
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
