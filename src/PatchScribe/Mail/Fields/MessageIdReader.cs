namespace PatchScribe.Mail.Fields;

/// <summary>
/// Reads Message-IDs (RFC 5322 section 3.6.4) out of Message-ID, References and In-Reply-To, without angle brackets.
/// Prose and comments around them are ignored; a missing bracket is accepted where nothing else is.
/// </summary>
internal static class MessageIdReader
{
    /// <summary>Every id of a value in order, without repeats.</summary>
    public static IReadOnlyList<string> Read(string value)
    {
        if (value.Length == 0)
        {
            return [];
        }

        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var open = value.IndexOf('<'); open >= 0;)
        {
            var rest = value.AsSpan(open + 1);
            var end = rest.IndexOfAny('<', '>');
            var id = WithoutSpace(end < 0 ? rest : rest[..end]);
            if (IsAddressList(id))
            {
                return [];
            }

            if (id.Length > 0 && (end >= 0 || id.Contains('@', StringComparison.Ordinal)) && (end < 0 || rest[end] == '>') && seen.Add(id))
            {
                ids.Add(id);
            }

            open = end < 0 ? -1 : value.IndexOf('<', open + 1 + end);
        }

        if (ids.Count == 0)
        {
            ids.AddRange(Bare(value).Distinct(StringComparer.Ordinal));
        }

        return ids;
    }

    /// <summary>The id of a message itself, for which one word without an @ will do; null when there is none.</summary>
    public static string? ReadOwn(string value)
    {
        var word = value.Trim();
        return Read(value) is [var id, ..] ? id
            : word.Length > 0 && !word.AsSpan().ContainsAny(" \t<>\"") ? word
            : null;
    }

    /// <summary>Words with one @ between other characters, as written by programs that leave the brackets out.</summary>
    private static IEnumerable<string> Bare(string value)
    {
        foreach (var word in value.Split([' ', '\t', ',', ';', '"'], StringSplitOptions.RemoveEmptyEntries))
        {
            var id = word.Trim('<', '>');
            var at = id.IndexOf('@', StringComparison.Ordinal);
            if (at > 0 && at == id.LastIndexOf('@') && at < id.Length - 1)
            {
                yield return id;
            }
        }
    }

    /// <summary>People paste the recipients where git-send-email asks for the id to answer to; as ids they would tie strangers together.</summary>
    private static bool IsAddressList(string id) =>
        id.Contains(',', StringComparison.Ordinal) && id.IndexOf('@', StringComparison.Ordinal) != id.LastIndexOf('@');

    private static string WithoutSpace(ReadOnlySpan<char> id)
    {
        id = id.Trim();
        return id.ContainsAny(' ', '\t') ? string.Concat(id.ToString().Split([' ', '\t'])) : id.ToString();
    }
}
