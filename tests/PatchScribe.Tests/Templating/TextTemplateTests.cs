using PatchScribe.Diagnostics;
using PatchScribe.Templating;

namespace PatchScribe.Tests.Templating;

public sealed class TextTemplateTests
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "subject", "paragraphs", "text" };

    [Fact]
    public void Values_are_printed_as_they_are_and_never_evaluated()
    {
        var template = TextTemplate.Parse("log.hbs", "{{subject}}\n{{#each paragraphs}}\n{{text}}\n{{/each}}", Names);
        var text = template.Render(new Dictionary<string, object?>
        {
            ["subject"] = "a <b> & {{paragraphs}}",
            ["paragraphs"] = new[] { new Dictionary<string, object?> { ["text"] = "\"x\"" } },
        });
        Assert.Equal("a <b> & {{paragraphs}}\n\"x\"\n", text);
    }

    [Theory]
    [InlineData("{{subjct}}", "log.hbs:1:3: unknown placeholder 'subjct'")]
    [InlineData("a\n\n  {{#if subject}}{{txet}}{{/if}}", "log.hbs:3:20: unknown placeholder 'txet'")]
    [InlineData("{{! any words }}{{#each paragraph}}{{/each}}", "log.hbs:1:25: unknown placeholder 'paragraph'")]
    public void A_misspelt_placeholder_is_named_with_its_place(string text, string message)
    {
        var error = Assert.Throws<InputException>(() => TextTemplate.Parse("log.hbs", text, Names));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_block_that_is_not_closed_is_the_users_mistake()
    {
        Assert.Throws<InputException>(() => TextTemplate.Parse("log.hbs", "{{#if subject}}x", Names));
    }
}
