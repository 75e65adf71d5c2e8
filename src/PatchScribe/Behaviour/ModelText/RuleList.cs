using PatchScribe.Behaviour.Commands;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>A rule as written, with the order in which it is asked key by key (null: once) and the group that it shares that with.</summary>
internal sealed record ListedRule(PlacedNode Node, KeyOrder? EachKey, int Group);

/// <summary>Lays the rules of a phase flat: <c>use:</c> puts a rule set in place, <c>each-key:</c> opens a group that is asked key by key.</summary>
internal sealed class RuleList(PlacedNode? rulesets)
{
    private const int DeepestUse = 8;

    /// <summary>The rules in order.</summary>
    public IReadOnlyList<ListedRule> Expand(PlacedNode? rules)
    {
        var found = new List<ListedRule>();
        var waiting = new Stack<(ListedRule Rule, int Depth)>();
        var groups = 0;
        Push(waiting, rules, null, 0, 0);
        while (waiting.TryPop(out var next))
        {
            var (node, depth) = (next.Rule.Node, next.Depth);
            if (node.Find("each-key") is { } each)
            {
                node.Allow("each-key", "rules");
                if (next.Rule.EachKey is not null)
                {
                    each.Report("'each-key' stands in another 'each-key'");
                }

                Push(waiting, node.Find("rules"), ReadOrder(each), ++groups, depth);
            }
            else if (node.TextOf("use") is not { } name)
            {
                found.Add(next.Rule);
            }
            else if (rulesets?.Find(name) is { } set && depth < DeepestUse)
            {
                Push(waiting, set, next.Rule.EachKey, next.Rule.Group, depth + 1);
            }
            else
            {
                node.Report(depth < DeepestUse ? $"there is no rule set '{name}'" : $"'{name}' uses itself");
            }
        }

        return found;
    }

    private static void Push(Stack<(ListedRule Rule, int Depth)> waiting, PlacedNode? list, KeyOrder? order, int group, int depth)
    {
        foreach (var item in (list?.Items ?? []).Reverse())
        {
            waiting.Push((new ListedRule(item, order, group), depth));
        }
    }

    private static KeyOrder ReadOrder(PlacedNode node)
    {
        if (node.Text is not ("given" or "qemu-dictionary"))
        {
            node.Report("'each-key' is given or qemu-dictionary");
        }

        return node.Text == "given" ? KeyOrder.Given : KeyOrder.QemuDictionary;
    }
}
