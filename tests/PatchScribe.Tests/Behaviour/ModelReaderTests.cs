using PatchScribe.Behaviour;
using PatchScribe.Behaviour.ModelText;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Behaviour;

/// <summary>Bad models are refused with the place and the reason; no input crashes or hangs the reader.</summary>
public sealed class ModelReaderTests
{
    private const string Good = """
        model: small
        title: A small model
        program: [prog]
        options:
          keyed:
            open: {flag: -o, main-key: path}
        variables:
          host.node:
            values: [there, gone]
        phases:
          - phase: open
            for: open
            prefix: "{prog}: "
            rules:
              - id: R1
                when: host.node == gone
                fails: "{item.path}: not there"
                source: prog.c
        actions:
          open it: prog -o x
        """;

    [Fact]
    public void The_embedded_models_and_the_small_one_have_no_mistake()
    {
        Assert.Empty(ModelReader.Read(Good, "small.yml").Problems);
        Assert.Equal(["qemu-accelerator", "vfio-iommufd"], BehaviourModels.List().Select(m => m.Name));
    }

    [Theory]
    [InlineData("host.node == gone", "host.nod == gone", 16, "there is no variable 'host.nod' (did you mean 'host.node'?)")]
    [InlineData("host.node == gone", "host.node == lost", 16, "'host.node' has no value 'lost'; it has there, gone")]
    [InlineData("host.node == gone", "host.node == gone &&", 16, "the condition ends too early")]
    [InlineData("host.node == gone", "(host.node == gone", 16, "the condition ends too early")]
    [InlineData("host.node == gone", "item.path is round", 16, "there is no form 'round'; known: number, integer, identifier, pci-address, pci-slot, ccw-mediated-path, empty, not-text")]
    [InlineData("host.node == gone", "exists(opens)", 16, "there is no option 'opens' (did you mean 'open'?)")]
    [InlineData("host.node == gone", "marked(later)", 15, "the rule 'R1' asks for the mark 'later', which no rule sets")]
    [InlineData("{item.path}: not", "{path}: not", 17, "'path' is no variable, no key of the item and no text of the phase")]
    [InlineData("{item.path}: not", "{item.path: not", 17, "a '{' is not closed; write '{{' for a brace")]
    [InlineData("{item.path}: not", "{item.path|upper}: not", 17, "there is no filter 'upper'; known: pci, basename, parent")]
    [InlineData("    for: open", "    for: opn", 12, "there is no option 'opn' (did you mean 'open'?)")]
    [InlineData("        source: prog.c", "        sauce: prog.c", 18, "'sauce' is no key here; known: id, when, fails, succeeds, exits, crashes, unknown, warns, notes, hint, prints, bare, exit, source, evidence, use, each-key, leaves, mark, mark-text, qmp-class")]
    [InlineData("        source: prog.c", "        exit: 1", 15, "the rule 'R1' has no 'source'")]
    [InlineData("title: A small model\n", "", 1, "'title' is missing")]
    [InlineData("values: [there, gone]", "values: [there, gone", 9, "this is not closed: ']' is missing")]
    [InlineData("{flag: -o, main-key: path}", "{flag: -o, main-key: path", 6, "this is not closed: '}' is missing")]
    [InlineData("prog -o x", "prog -x", 20, "the options of this model do not have -x")]
    [InlineData("open it: prog", "open it: other", 20, "'other' is none of the programs prog")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    default: away", 10, "'away' is none of the values there, gone")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    probe: [{open: /x, is: away}]", 10, "'away' is none of the values there, gone")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    probe: [{output: [--help], matches: 'a(b', is: gone}]", 10, "'a(b' is no regular expression")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    probe: [{output: [--help], matches: 'a(?=b)', is: gone}]", 10, "'a(?=b)' is no regular expression")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    probe: [{output: [--help], matches: '(?<!a)b', is: gone}]", 10, "'(?<!a)b' is no regular expression")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    probe: [{output: [--help], matches: '(a)\\1', is: gone}]", 10, "'(a)\\1' is no regular expression")]
    [InlineData("values: [there, gone]", "values: [there, gone]\n    derive: [{when: host.node == gone, is: gone}]", 9, "the last derivation of 'host.node' must have no 'when'")]
    public void A_mistake_is_said_at_its_line(string old, string now, int line, string message)
    {
        var reading = ModelReader.Read(Good.Replace(old, now, StringComparison.Ordinal), "small.yml");
        Assert.Null(reading.Model);
        Assert.Contains(reading.Problems, p => p.Line == line && p.Message == message && p.Column >= 1);
    }

    [Theory]
    [InlineData("a: [b", DiagnosticIds.ModelInvalid)]
    [InlineData("- a\n- b", DiagnosticIds.ModelInvalid)]
    [InlineData("", DiagnosticIds.ModelInvalid)]
    [InlineData("a: 1\na: 2", DiagnosticIds.ModelInvalid)]
    [InlineData("a: *nowhere", DiagnosticIds.ModelInvalid)]
    [InlineData("--- a\n--- b", DiagnosticIds.ModelInvalid)]
    public void What_is_no_model_is_refused(string text, string id)
    {
        var reading = ModelReader.Read(text, "x.yml");
        Assert.Null(reading.Model);
        Assert.Contains(reading.Problems, p => p.Id == id);
    }

    [Fact]
    public void Nesting_and_size_have_limits()
    {
        Assert.Equal(DiagnosticIds.ModelTooLarge, Assert.Single(ModelReader.Read(new string('[', 100_000), "deep.yml").Problems).Id);
        Assert.Equal(DiagnosticIds.ModelTooLarge, Assert.Single(ModelReader.Read(new string(' ', 2_000_000), "long.yml").Problems).Id);
    }

    [Fact]
    public void Every_prefix_of_a_model_is_read_or_refused()
    {
        var text = BehaviourModels.ReadText("qemu-accelerator");
        for (var length = 0; length < text.Length; length += 397)
        {
            var reading = ModelReader.Read(text[..length], "cut.yml");
            Assert.True(reading.Model is not null || reading.Problems.Count > 0);
        }
    }
}
