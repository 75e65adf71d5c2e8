using PatchScribe.Archive.Words;
using PatchScribe.Diagnostics;

namespace PatchScribe.Archive.Queries;

/// <summary>
/// Reads a query: words that all must be there, with the prefixes of public-inbox, <c>"phrases"</c>, <c>start*</c>, AND, OR, NOT,
/// parentheses. A mistake is an <see cref="InputException"/> with its place.
/// </summary>
internal sealed class QueryParser
{
    /// <summary>Words, operators and parentheses of a query.</summary>
    public const int MaxTokens = 200;

    private readonly string query;
    private readonly DateTimeOffset now;
    private readonly List<QueryNode> output = [];
    private readonly Stack<QueryTokenKind> operators = new();
    private (long? From, long? Until, string? MessageId) limits;
    private bool operand;

    private QueryParser(string query, DateTimeOffset now) => (this.query, this.now) = (query, now);

    /// <summary>The query; words of time (<c>d:2.weeks.ago..</c>) count from <paramref name="now"/>.</summary>
    public static SearchQuery Parse(string query, DateTimeOffset now) => new QueryParser(query, now).Parse();

    private SearchQuery Parse()
    {
        var tokens = QueryTokens.Read(query);
        if (tokens.Count is 0 or > MaxTokens)
        {
            throw Mistake(tokens.Count == 0 ? "is empty" : $"has more than {MaxTokens} words", 1, "give words, or prefixes such as s:vfio d:2024..");
        }

        foreach (var token in tokens)
        {
            Take(token);
        }

        if (!operand && operators.Count > 0)
        {
            throw Mistake("ends where a word should follow", query.Length, "give a word behind AND, OR, NOT or (");
        }

        while (operators.TryPop(out var open))
        {
            if (open == QueryTokenKind.Open)
            {
                throw Mistake("has a ( without )", 1, "close it");
            }

            Apply(open);
        }

        return new SearchQuery(output) { From = limits.From, Until = limits.Until, MessageId = limits.MessageId };
    }

    private void Take(QueryToken token)
    {
        switch (token.Kind)
        {
            case QueryTokenKind.Text when token.Prefix is QueryPrefixes.Date or QueryPrefixes.MessageId:
                TakeLimit(token);
                break;
            case QueryTokenKind.Text:
                TakeWords(token);
                break;
            case QueryTokenKind.Open:
                Join();
                operators.Push(QueryTokenKind.Open);
                operand = false;
                break;
            case QueryTokenKind.Close:
                Close(token);
                break;
            case QueryTokenKind.Not:
                TakeNot(token);
                break;
            default:
                if (!operand)
                {
                    throw Mistake($"has {token.Text} without a word in front of it", token.Column, "give a word on both sides");
                }

                Push(token.Kind);
                break;
        }
    }

    /// <summary>Two operands side by side: both.</summary>
    private void Join()
    {
        if (operand)
        {
            Push(QueryTokenKind.And);
        }
    }

    private void Push(QueryTokenKind kind)
    {
        while (operators.TryPeek(out var top) && top != QueryTokenKind.Open && Binds(top) >= Binds(kind))
        {
            Apply(operators.Pop());
        }

        operators.Push(kind);
        operand = false;
    }

    private static int Binds(QueryTokenKind kind) => kind == QueryTokenKind.Or ? 1 : 2;

    private void TakeNot(QueryToken token)
    {
        if (operators.TryPeek(out var top) && !operand && top == QueryTokenKind.And)
        {
            operators.Pop();
            operand = true;
        }

        if (!operand)
        {
            throw Mistake("excludes words before it asks for any", token.Column, "put what you look for in front of what you leave out");
        }

        Push(QueryTokenKind.Not);
    }

    private void Close(QueryToken token)
    {
        while (operand && operators.TryPop(out var open))
        {
            if (open == QueryTokenKind.Open)
            {
                return;
            }

            Apply(open);
        }

        throw Mistake(operand ? "has a ) without (" : "has nothing in front of )", token.Column, "open it, or quote it");
    }

    private void Apply(QueryTokenKind kind) => output.Add(new QueryNode(kind switch
    {
        QueryTokenKind.Or => QueryStep.Or,
        QueryTokenKind.Not => QueryStep.AndNot,
        _ => QueryStep.And,
    }));

    private void TakeWords(QueryToken token)
    {
        var columns = token.Prefix.Length == 0 ? [] : QueryPrefixes.Find(token.Prefix)
            ?? throw Mistake($"has the prefix '{token.Prefix}:', which the archive does not know", token.Column, $"the prefixes are {string.Join(": ", QueryPrefixes.Names)}:; quote the word to look for it as it stands");
        var terms = TermsOf(token, columns, out var isPrefix);
        if (terms.Count == 0)
        {
            return;
        }

        Join();
        output.Add(new QueryNode(QueryStep.Words) { Terms = terms, Columns = columns, IsPrefix = isPrefix });
        operand = true;
    }

    private static List<string> TermsOf(QueryToken token, IReadOnlyList<WordColumn> columns, out bool isPrefix)
    {
        isPrefix = token.Text.EndsWith('*') || QueryPrefixes.IsOfIds(columns);
        var text = token.Text.AsSpan().TrimEnd('*');
        var sink = new TermList();
        if (QueryPrefixes.HoldsWholes(columns) && !text.ContainsAny(" \t"))
        {
            sink.AddWhole(WordColumn.File, text);
        }
        else
        {
            sink.AddText(WordColumn.Own, text);
        }

        return sink.Terms;
    }

    /// <summary><c>d:</c> and <c>m:</c> hold for the whole query.</summary>
    private void TakeLimit(QueryToken token)
    {
        if (operators.Any(open => open is QueryTokenKind.Open or QueryTokenKind.Or) || (operators.TryPeek(out var top) && top == QueryTokenKind.Not && !operand))
        {
            throw Mistake($"has {token.Prefix}: inside parentheses, OR or NOT", token.Column, $"put {token.Prefix}: beside the other words; it holds for all of them");
        }

        if (token.Prefix == QueryPrefixes.MessageId)
        {
            limits.MessageId = token.Text.Trim('<', '>');
            return;
        }

        var (from, until) = DateRange.Parse(token.Text, now) ?? throw Mistake($"has a date that cannot be read: {token.Text}", token.Column, "give d:20240101..20240331, d:2024-01.., d:..2023, or d:2.weeks.ago..");
        limits.From = from is { } a ? Math.Max(a, limits.From ?? a) : limits.From;
        limits.Until = until is { } b ? Math.Min(b, limits.Until ?? b) : limits.Until;
    }

    private static InputException Mistake(string what, int column, string help) => new($"the query {what} (column {column})", help);

    /// <summary>The words of a part of the query, in the form of the index.</summary>
    private sealed class TermList : IWordSink
    {
        public List<string> Terms { get; } = [];

        public void AddText(WordColumn column, ReadOnlySpan<char> text)
        {
            var words = new WordScanner(text);
            while (words.Next(out var word))
            {
                Terms.Add(string.Create(word.Length, word, static (lower, word) => Lower(word, lower)));
            }
        }

        public void AddWhole(WordColumn column, ReadOnlySpan<char> word)
        {
            var joined = new char[word.Length];
            for (var i = 0; i < word.Length; i++)
            {
                joined[i] = WordScanner.IsWordCharacter(word[i]) ? WordScanner.ToLower(word[i]) : WordScanner.Joint;
            }

            if (joined.Length > 0)
            {
                Terms.Add(new string(joined));
            }
        }

        private static void Lower(ReadOnlySpan<char> word, Span<char> lower)
        {
            for (var i = 0; i < word.Length; i++)
            {
                lower[i] = WordScanner.ToLower(word[i]);
            }
        }
    }
}
