namespace PatchScribe.Conditionals.Build;

/// <summary>A definition of a QAPI schema, or a member of one ("Type.member"): what it is, its name, when it is there, its 1-based line.</summary>
internal sealed record QapiEntity(string Kind, string Name, Condition Condition, int Line);

/// <summary>Reads definitions, members, enumeration values and features of a QAPI schema with their conditions (QEMU docs/devel/qapi-code-gen.rst).</summary>
internal static class QapiReader
{
    private const int MaxNesting = 32;

    private static readonly string[] Kinds = ["command", "struct", "enum", "union", "event", "alternate", "type"];

    public static IEnumerable<QapiEntity> Entities(string text)
    {
        foreach (var expression in QapiValue.Read(text))
        {
            // A struct was called a type before QEMU 2.4.
            var key = Array.Find(Kinds, key => expression[key]?.Word is not null);
            if (key is null)
            {
                continue;
            }

            var kind = key == "type" ? "struct" : key;
            var name = expression[key]!.Word!;
            var condition = Condition(expression["if"]);
            yield return new QapiEntity(kind, name, condition, expression.Line);
            foreach (var part in new[] { "data", "base", "features" })
            {
                foreach (var (label, value) in expression[part]?.Items ?? [])
                {
                    if ((label ?? value.Word ?? value["name"]?.Word) is { } member)
                    {
                        yield return new QapiEntity("member", $"{name}.{member.TrimStart('*')}", condition.And(Condition(value["if"])), value.Line);
                    }
                }
            }
        }
    }

    /// <summary>The same as entries: every definition, and the members that have a condition of their own.</summary>
    public static IEnumerable<BuildEntry> Read(string text) => Entities(text)
        .Select((entity, index) => new BuildEntry($"{(entity.Kind == "member" ? "" : entity.Kind + " ")}{entity.Name}", "", entity.Condition, entity.Line, index, ConditionalConstruct.Qapi));

    /// <summary>A word (C expression or symbol), a list (all of it), or { all | any | not }.</summary>
    private static Condition Condition(QapiValue? value, int depth = 0) => value switch
    {
        null => Conditionals.Condition.True,
        { Word: { } word } => Conditionals.Condition.Parse(word),
        _ when depth > MaxNesting => Conditionals.Condition.True,
        _ when value["not"] is { } inner => Condition(inner, depth + 1).Not(),
        _ when value["any"] is { } any => any.Items.Aggregate(Conditionals.Condition.False, (all, item) => all.Or(Condition(item.Value, depth + 1))),
        _ => (value["all"] ?? value).Items.Aggregate(Conditionals.Condition.True, (all, item) => all.And(Condition(item.Value, depth + 1))),
    };
}
