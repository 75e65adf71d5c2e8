using System.Text;

namespace PatchScribe.Archive.Queries;

/// <summary>What a part of a query text is.</summary>
internal enum QueryTokenKind
{
    Text,
    And,
    Or,
    Not,
    Open,
    Close,
}

/// <summary>A part of a query: the prefix in front of <c>:</c> (empty: none) and the text, with its column, from 1.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Prefix, string Text, bool Quoted, int Column);

/// <summary>Cuts a query into its parts: words, <c>"phrases"</c>, <c>prefix:word</c>, AND, OR, NOT, <c>-word</c>, parentheses.</summary>
internal static class QueryTokens
{
    public static List<QueryToken> Read(string query)
    {
        var tokens = new List<QueryToken>();
        var at = 0;
        while (at < query.Length)
        {
            var c = query[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new QueryToken(c == '(' ? QueryTokenKind.Open : QueryTokenKind.Close, "", "", false, ++at));
            }
            else if (c is '-' or '!' && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]))
            {
                tokens.Add(new QueryToken(QueryTokenKind.Not, "", "", false, ++at));
            }
            else
            {
                tokens.Add(Text(query, ref at));
            }
        }

        return tokens;
    }

    private static QueryToken Text(string query, ref int at)
    {
        var start = at;
        var prefix = Prefix(query, ref at);
        var (text, quoted) = (new StringBuilder(), at < query.Length && query[at] == '"');
        at += quoted ? 1 : 0;
        while (at < query.Length && (quoted ? query[at] != '"' : !char.IsWhiteSpace(query[at]) && query[at] is not ('(' or ')' or '"')))
        {
            text.Append(query[at++]);
        }

        at += quoted && at < query.Length ? 1 : 0;
        var kind = quoted || prefix.Length > 0 ? QueryTokenKind.Text : text.ToString() switch
        {
            "AND" => QueryTokenKind.And,
            "OR" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => QueryTokenKind.Text,
        };
        return new QueryToken(kind, prefix, text.ToString(), quoted, start + 1);
    }

    /// <summary>Lower-case letters and a colon with something behind it; <c>http://x</c> has none.</summary>
    private static string Prefix(string query, ref int at)
    {
        var end = at;
        while (end < query.Length && char.IsAsciiLetterLower(query[end]))
        {
            end++;
        }

        if (end == at || end + 1 >= query.Length || query[end] != ':' || char.IsWhiteSpace(query[end + 1]) || query.AsSpan(end).StartsWith("://"))
        {
            return "";
        }

        var prefix = query[at..end];
        at = end + 1;
        return prefix;
    }
}
