using PatchScribe.Behaviour.Language;
using PatchScribe.Yaml;

namespace PatchScribe.Behaviour.ModelText;

/// <summary>Reads one rule; <paramref name="lets"/> are the texts that its phase names.</summary>
internal sealed class RuleBuilder(PhaseBuilder phases, IReadOnlyCollection<string> lets)
{
    private static readonly (string Key, RuleEffect Effect)[] Effects =
    [
        ("fails", RuleEffect.Fails), ("succeeds", RuleEffect.Succeeds), ("exits", RuleEffect.Exits), ("crashes", RuleEffect.Crashes),
        ("unknown", RuleEffect.Unknown), ("warns", RuleEffect.Warns), ("notes", RuleEffect.Notes),
    ];

    /// <summary>The rule; its mistakes are reported at their places.</summary>
    public ModelRule Read(ListedRule listed)
    {
        var node = listed.Node;
        node.Allow("id", "when", "fails", "succeeds", "exits", "crashes", "unknown", "warns", "notes", "hint", "prints", "bare", "exit", "source",
            "evidence", "use", "each-key", "leaves", "mark", "mark-text", "qmp-class");
        var given = Effects.Where(e => node.Find(e.Key) is not null).ToList();
        if (given.Count != 1)
        {
            node.Report($"a rule has one of {string.Join(", ", Effects.Select(e => e.Key))}");
            given = [Effects[0]];
        }

        var (key, effect) = given[0];
        return new ModelRule(
            node.Require("id"),
            node.Find("when") is { } when ? phases.ReadCondition(when) : null,
            effect,
            effect is RuleEffect.Fails or RuleEffect.Warns or RuleEffect.Unknown ? phases.ReadTemplate(node.Find(key), lets) : MessageTemplate.Empty)
        {
            Hint = phases.ReadTemplate(node.Find("hint"), lets),
            Prints = phases.ReadTemplate(node.Find("prints"), lets),
            Bare = node.TextOf("bare") == "true",
            Next = ReadNext(node, effect),
            Mark = node.TextOf("mark"),
            MarkText = phases.ReadTemplate(node.Find("mark-text"), lets),
            EachKey = listed.EachKey,
            KeyGroup = listed.Group,
            QmpClass = node.TextOf("qmp-class", "GenericError")!,
            Exit = ReadExit(node, effect),
            Source = node.TextOf("source", "")!,
            Evidence = ReadEvidence(node),
            Line = node.Line,
        };
    }

    private static RuleNext ReadNext(PlacedNode node, RuleEffect effect)
    {
        var next = node.TextOf("leaves") switch { null => RuleNext.Rule, "item" => RuleNext.Item, "phase" => RuleNext.Phase, _ => (RuleNext?)null };
        if (next is null || (next != RuleNext.Rule && effect is not (RuleEffect.Warns or RuleEffect.Notes)))
        {
            node.Find("leaves")!.Report("'leaves' is item or phase, of a rule that warns or notes");
        }

        return next ?? RuleNext.Rule;
    }

    private static string ReadEvidence(PlacedNode node)
    {
        var evidence = node.TextOf("evidence", "source")!;
        if (evidence is not ("run" or "source"))
        {
            node.Find("evidence")!.Report("'evidence' is run or source");
        }

        return evidence;
    }

    private static int ReadExit(PlacedNode node, RuleEffect effect)
    {
        // 139 is what a shell reports for SIGSEGV: 128 and the signal's number.
        var usual = effect switch { RuleEffect.Fails or RuleEffect.Exits => 1, RuleEffect.Crashes => 139, _ => 0 };
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
}
