using System.Numerics;
using System.Text;
using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Language;

namespace PatchScribe.Behaviour.Evaluation;

/// <summary>Renders templates for one item; a variable that still has several values is left in <see cref="Split"/>.</summary>
internal sealed class TemplateText(BehaviourModel model, CommandLine command, CaseQuestion question, EnvironmentCase environment)
{
    private readonly Dictionary<string, string> _lets = new(StringComparer.Ordinal);

    /// <summary>The keys that the rule being rendered knows.</summary>
    public IReadOnlyList<string> KnownKeys { get; init; } = [];

    /// <summary>The variable that has to be split before the text is known, or null.</summary>
    public (int Variable, ulong Mask)? Split { get; private set; }

    /// <summary>Renders the named texts of a phase, in order; false when a variable must be split first.</summary>
    public bool AddLets(IReadOnlyList<ModelLet> lets)
    {
        foreach (var let in lets)
        {
            foreach (var (when, text) in let.Alternatives)
            {
                var answer = question.Ask(when, environment);
                if (answer.Value is null)
                {
                    Split ??= (answer.Variable, answer.Mask);
                    return false;
                }

                if (answer.Value == true)
                {
                    _lets[let.Name] = Render(text);
                    break;
                }
            }
        }

        return Split is null;
    }

    /// <summary>The text of the template.</summary>
    public string Render(MessageTemplate template)
    {
        var text = new StringBuilder();
        foreach (var piece in template.Pieces)
        {
            text.Append(KeyForm.Filter(piece.Filter, piece.Kind switch
            {
                TemplatePieceKind.Text => piece.Text,
                TemplatePieceKind.AnyNumber => MessageTemplate.AnyNumber,
                TemplatePieceKind.Name => NameText(piece.Text),
                TemplatePieceKind.Variable => ValueOf(piece.Variable),
                _ => model.Tables[piece.Text].GetValueOrDefault(ValueOf(piece.Variable), ""),
            }));
        }

        return text.ToString();
    }

    private string NameText(string name) => name switch
    {
        "prog" => command.Program,
        "optarg" => question.Item?.Raw ?? "",
        "unknown" => question.UnknownKey(KnownKeys) ?? "",
        _ when name.StartsWith("item.", StringComparison.Ordinal) => question.ValueOf(name[5..]) ?? "",
        _ when name.StartsWith("mark.", StringComparison.Ordinal) => question.MarkOf(name[5..]) ?? "",
        _ => _lets.GetValueOrDefault(name, ""),
    };

    private string ValueOf(int variable)
    {
        if (!environment.IsSettled(variable))
        {
            Split ??= (variable, 0);
            return "";
        }

        var mask = environment[variable];
        if (!BitOperations.IsPow2(mask))
        {
            Split ??= (variable, mask & (~mask + 1));
            return "";
        }

        return model.Variables[variable].Values[BitOperations.TrailingZeroCount(mask)];
    }
}
