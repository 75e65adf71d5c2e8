using HandlebarsDotNet;
using PatchScribe.Diagnostics;

namespace PatchScribe.Templating;

/// <summary>
/// A Handlebars template that turns values into plain text: nothing is HTML-escaped, and a placeholder that is not
/// among the known names is an <see cref="InputException"/> with line and column, also inside a branch that is not
/// taken. Values are data: braces in them are printed, never evaluated.
/// </summary>
public sealed class TextTemplate
{
    private static readonly IHandlebars Engine = Handlebars.Create(new HandlebarsConfiguration
    {
        NoEscape = true,
        ThrowOnUnresolvedBindingExpression = true,
    });

    private readonly HandlebarsTemplate<object, object> compiled;
    private readonly string name;

    private TextTemplate(string name, HandlebarsTemplate<object, object> compiled)
    {
        this.name = name;
        this.compiled = compiled;
    }

    /// <summary>
    /// Reads a template. <paramref name="name"/> is what errors call it by (a file name); <paramref name="names"/>
    /// are the placeholders that the values can fill.
    /// </summary>
    public static TextTemplate Parse(string name, string text, IReadOnlySet<string> names)
    {
        foreach (var placeholder in PlaceholderReader.Read(text))
        {
            if (!names.Contains(placeholder.Name))
            {
                throw new InputException(
                    $"{name}:{placeholder.Line}:{placeholder.Column}: unknown placeholder '{placeholder.Name}'",
                    $"use one of: {string.Join(", ", names.Order(StringComparer.Ordinal))}");
            }
        }

        try
        {
            return new TextTemplate(name, Engine.Compile(text));
        }
        catch (HandlebarsException e)
        {
            throw new InputException($"{name}: {e.Message}", "see docs/templates.md for the syntax", e);
        }
    }

    /// <summary>Fills the template; the text is returned as rendered, line ends as in the template.</summary>
    public string Render(IReadOnlyDictionary<string, object?> values)
    {
        try
        {
            return compiled(values);
        }
        catch (HandlebarsException e)
        {
            throw new InputException($"{name}: {e.Message}", "see docs/templates.md for the placeholders", e);
        }
    }
}
