using PatchScribe.Archive.Words;

namespace PatchScribe.Archive.Queries;

/// <summary>
/// A query as the index can answer it (sqlite.org/fts5.html, "Full-text Query Syntax"): the same or more mails, because a phrase
/// becomes its words. Words hold letters, digits, <c>_</c> and <see cref="WordScanner.Joint"/> alone, so nothing of the query is syntax.
/// </summary>
internal static class MatchExpression
{
    /// <summary>The expression, or null when the query has no words.</summary>
    public static string? Of(SearchQuery query)
    {
        var open = new Stack<(string Text, bool Exact)>();
        foreach (var step in query.Steps)
        {
            if (step.Step == QueryStep.Words)
            {
                open.Push((Words(step), !step.IsPhrase));
                continue;
            }

            var (right, left) = (open.Pop(), open.Pop());
            open.Push(step.Step switch
            {
                QueryStep.Or => ($"({left.Text} OR {right.Text})", left.Exact && right.Exact),
                QueryStep.AndNot when right.Exact => ($"({left.Text} NOT {right.Text})", left.Exact),
                QueryStep.AndNot => (left.Text, false),
                _ => ($"({left.Text} AND {right.Text})", left.Exact && right.Exact),
            });
        }

        return open.Count == 0 ? null : open.Pop().Text;
    }

    private static string Words(QueryNode step)
    {
        var words = string.Join(" AND ", step.Terms.Select((term, i) => $"\"{term}\"{(step.IsPrefix && i == step.Terms.Count - 1 ? " *" : "")}"));
        return step.Columns.Count == 0 ? $"({words})" : $"({{{string.Join(' ', step.Columns.Select(Name))}}} : ({words}))";
    }

    private static string Name(WordColumn column) => column.ToString().ToLowerInvariant();
}
