using System.Text.Json;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.ModelText;

namespace PatchScribe.Tests.Behaviour;

/// <summary>The schema for editors and the page have the keys that the reader has.</summary>
public sealed class ModelSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.PathOf("docs", "behaviour-model.schema.json"))).RootElement;

    // A model with a wrong key in one place, and where the schema describes that place.
    [Theory]
    [InlineData("zzz: 1", "properties")]
    [InlineData("variables: {v: {values: [a], zzz: 1}}", "$defs/variable/properties")]
    [InlineData("variables: {v: {values: [a], probe: [{zzz: 1, is: a}]}}", "$defs/variable/properties/probe/items/properties")]
    [InlineData("facts: {f: {values: [a], recognise: {zzz: 1}}}", "$defs/variable/properties/recognise/properties")]
    [InlineData("options: {zzz: 1}", "properties/options/properties")]
    [InlineData("options: {keyed: {o: {flag: -o, zzz: 1}}}", "properties/options/properties/keyed/additionalProperties/properties")]
    [InlineData("phases: [{phase: p, zzz: 1}]", "properties/phases/items/properties")]
    [InlineData("actions: {a: {command: p, zzz: 1}}", "properties/actions/additionalProperties/oneOf/1/properties")]
    [InlineData("variants: {a: {title: t, zzz: 1}}", "properties/variants/additionalProperties/properties")]
    [InlineData("transitions: {a: {title: t, zzz: 1}}", "properties/transitions/additionalProperties/properties")]
    public void The_schema_has_the_keys_of_the_reader(string model, string path)
    {
        var message = ModelReader.Read(model, "x.yml").Problems.Select(p => p.Message).First(m => m.StartsWith("'zzz' is no key here; known: ", StringComparison.Ordinal));
        Assert.Equal(
            message["'zzz' is no key here; known: ".Length..].Split(", ").Order(StringComparer.Ordinal),
            At(path).EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_schema_has_the_keys_of_a_rule()
    {
        var message = ModelReader.Read("phases: [{phase: p, rules: [{id: a, zzz: 1}]}]", "x.yml").Problems.Select(p => p.Message).First(m => m.StartsWith("'zzz'", StringComparison.Ordinal));
        var known = message[(message.IndexOf("known: ", StringComparison.Ordinal) + 7)..].Split(", ").Except(["use", "each-key"]);
        Assert.Equal(known.Order(StringComparer.Ordinal), At("$defs/rules/items/anyOf/0/properties").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_names_every_key_and_its_example_is_a_model()
    {
        var page = File.ReadAllText(RepositoryRoot.PathOf("docs", "behaviour-models.md"));
        var keys = new[] { "properties", "$defs/variable/properties", "$defs/rules/items/anyOf/0/properties", "properties/phases/items/properties", "properties/options/properties" }
            .SelectMany(p => At(p).EnumerateObject().Select(k => k.Name));
        Assert.All(keys, key => Assert.Matches($"`{key}[`:]", page));
        var start = page.IndexOf("    model: reader\n", StringComparison.Ordinal);
        var example = page[start..page.IndexOf("## Keys of a model", StringComparison.Ordinal)].Split('\n').Select(l => l.Length > 4 ? l[4..] : "");
        Assert.Empty(ModelReader.Read(string.Join('\n', example), "example").Problems);
        Assert.All(BehaviourModels.List(), m => Assert.Contains($"`{m.Name}`", page, StringComparison.Ordinal));
    }

    private static JsonElement At(string path) => path.Split('/').Aggregate(Schema, (at, step) => at.ValueKind == JsonValueKind.Array ? at[int.Parse(step)] : at.GetProperty(step));
}
