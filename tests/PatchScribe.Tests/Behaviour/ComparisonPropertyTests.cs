using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Comparison;
using PatchScribe.Behaviour.Evaluation;
using PatchScribe.Behaviour.Language;
using PatchScribe.Behaviour.ModelText;
using PatchScribe.Rendering;
using YamlDotNet.RepresentationModel;

namespace PatchScribe.Tests.Behaviour;

/// <summary>What holds of every comparison, asked at environments chosen by chance and evaluated one by one.</summary>
public sealed class ComparisonPropertyTests
{
    private const int Environments = 300;

    [Theory]
    [InlineData("vfio-iommufd", "before", "after")]
    [InlineData("vfio-iommufd", "before", "proposed")]
    [InlineData("vfio-iommufd", "after", "proposed")]
    [InlineData("qemu-accelerator", "bare", "reported")]
    public void Groups_hold_exactly_the_environments_that_differ(string name, string before, string after)
    {
        var model = BehaviourModels.Load(name);
        var (old, now) = (Facts(model, before), Facts(model, after));
        var changes = ModelComparer.Compare(model, old, now).ToLookup(c => c.Action);
        var chance = new ConcreteEnvironments(model, seed: 7);
        var differing = 0;
        foreach (var action in model.Actions)
        {
            var command = CommandLineReader.Read(model, action);
            for (var i = 0; i < Environments; i++)
            {
                var environment = chance.Next(With(action, old, command));
                var changed = EnvironmentReader.Pin(model, environment, now);
                if (!new CaseSplitter(model).IsPossible(changed))
                {
                    // A release older than iommufd has no properties that could become unconditional.
                    continue;
                }

                var first = Evaluate(model, command, environment).ToOutcome();
                var second = Evaluate(model, command, changed).ToOutcome();
                var known = first.Result != "unknown" && second.Result != "unknown";
                var point = chance.PointOf(environment);
                var found = changes[action.Name].Where(c => c.WhenBoxes.Any(b => MaskBox.Overlap(b, Open(model, point)))).ToList();
                var expected = known && first != second ? changes[action.Name].Where(c => c.Before == first && c.After == second).ToList() : [];
                Assert.True(found.SequenceEqual(expected), $"{action.Name} in {Show(model, point)}: {first} -> {second}, described by {found.Count} groups");
                differing += expected.Count;
            }
        }

        Assert.True(differing > 50, $"only {differing} environments differed");
    }

    [Theory]
    [InlineData("vfio-iommufd", "before", "after")]
    [InlineData("vfio-iommufd", "before", "proposed")]
    [InlineData("vfio-iommufd", "proposed", "before")]
    public void Already_possible_is_said_of_exactly_the_environments_that_gave_it(string name, string before, string after)
    {
        var model = BehaviourModels.Load(name);
        var old = Facts(model, before);
        var chance = new ConcreteEnvironments(model, seed: 11);
        var said = 0;
        foreach (var changes in ModelComparer.Compare(model, old, Facts(model, after)).GroupBy(c => c.Action))
        {
            var action = model.Actions.Single(a => a.Name == changes.Key);
            var command = CommandLineReader.Read(model, action);
            for (var i = 0; i < Environments / 3; i++)
            {
                var environment = chance.Next(With(action, old, command));
                var outcome = Evaluate(model, command, environment).ToOutcome();
                var point = Open(model, chance.PointOf(environment));
                foreach (var change in changes)
                {
                    var claimed = change.AlreadyBoxes.Any(b => MaskBox.Overlap(b, point));
                    Assert.True(claimed == (outcome == change.After), $"{change.Action} in {Show(model, point)}: claimed {claimed}, gave {outcome}, wanted {change.After}");
                    Assert.Equal(change.AlreadyPossibleWhen is null, change.AlreadyBoxes.Count == 0);
                    said += claimed ? 1 : 0;
                }
            }
        }

        Assert.True(said > 50, $"only {said} claims");
    }

    [Theory]
    [InlineData("vfio-iommufd")]
    [InlineData("qemu-accelerator")]
    public void Another_order_of_variables_gives_the_same_text(string name)
    {
        var text = BehaviourModels.ReadText(name);
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        foreach (var key in new[] { "variables", "facts", "tables", "lists", "rulesets" })
        {
            if (root.Children.TryGetValue(new YamlScalarNode(key), out var node) && node is YamlMappingNode mapping)
            {
                var reversed = mapping.Children.Reverse().ToList();
                mapping.Children.Clear();
                reversed.ForEach(mapping.Children.Add);
            }
        }

        using var written = new StringWriter();
        stream.Save(written, assignAnchors: false);
        var reading = ModelReader.Read(written.ToString().Replace("\n...", "", StringComparison.Ordinal), name);
        Assert.Empty(reading.Diagnostics);
        Assert.NotEqual(text, written.ToString());
        Assert.Equal(Text(BehaviourModels.Load(name)), Text(reading.Model!));
    }

    [Fact]
    public void A_newly_reachable_crash_comes_first()
    {
        var model = BehaviourModels.Load("vfio-iommufd");
        var changes = ModelComparer.Compare(model, Facts(model, "before"), Facts(model, "after"));
        Assert.Equal(BehaviourEffect.NewCrash, changes[0].Effect);
        Assert.Equal(("device fd", "crashes"), (changes[0].Action, changes[0].After.Result));
        Assert.Equal("QEMU is built without CONFIG_IOMMUFD and QEMU is version 10.2.2", changes[0].When);
        Assert.Equal("QEMU is built with CONFIG_IOMMUFD and QEMU is version 10.2.2", changes[0].AlreadyPossibleWhen);
        Assert.Equal(changes.OrderBy(c => c.Effect).Select(c => c.Effect), changes.Select(c => c.Effect));
        Assert.Equal("GenericError", ClassOf(changes.Single(c => c.Action == "device by QMP").Before));
        Assert.Equal("DeviceNotFound", ClassOf(changes.Single(c => c.Action == "device by QMP").After));
    }

    [Fact]
    public void What_does_not_change_is_not_there()
    {
        var model = BehaviourModels.Load("vfio-iommufd");
        Assert.Empty(ModelComparer.Compare(model, Facts(model, "after"), Facts(model, "after")));
        var pci = new Dictionary<string, string> { ["code.vfio-pci.iommufd"] = "unconditional", ["code.vfio-pci.fd"] = "unconditional", ["code.vfio-pci.fd-hint"] = "unconditional" };
        Assert.All(ModelComparer.Compare(model, new Dictionary<string, string>(), pci), c => Assert.Contains("vfio-pci", c.Command, StringComparison.Ordinal));
        Assert.DoesNotContain(ModelComparer.Compare(model, Facts(model, "before"), Facts(model, "after")), c => c.Action is "object" or "object and device" or "device by group");
    }

    private static string ClassOf(Outcome outcome) => outcome.Message!.Split('"')[5];

    private static IReadOnlyDictionary<string, string> Facts(BehaviourModel model, string variant) => model.Variants.Single(v => v.Name == variant).Set;

    private static Dictionary<string, string> With(ModelAction action, IReadOnlyDictionary<string, string> facts, CommandLine command)
    {
        var all = new Dictionary<string, string>(action.Set);
        foreach (var (name, value) in facts)
        {
            all[name] = value;
        }

        if (command.Program.StartsWith("qemu-system-", StringComparison.Ordinal) && command.Items.Any(i => i.Option is "object" or "device" or "device-properties"))
        {
            all["qemu.target"] = command.Program["qemu-system-".Length..];
        }

        return all;
    }

    private static PredictedOutcome Evaluate(BehaviourModel model, CommandLine command, EnvironmentCase environment) =>
        Assert.Single(new CaseSplitter(model).SplitUnchecked(command, environment)).Outcome;

    // Facts are no part of a condition.
    private static ulong[] Open(BehaviourModel model, ulong[] point) => [.. point.Select((mask, i) => model.Variables[i].IsFact ? model.Variables[i].All : mask)];

    private static string Show(BehaviourModel model, ulong[] point) =>
        string.Join(' ', point.Select((mask, i) => $"{model.Variables[i].Name}={string.Join('|', model.Variables[i].ValuesOf(mask))}"));

    private static string Text(BehaviourModel model) => BehaviourChangesTextRenderer.Render(
        model.Variants[0], model.Variants[^1], ModelComparer.Compare(model, model.Variants[0].Set, model.Variants[^1].Set));
}
