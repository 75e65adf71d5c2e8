using PatchScribe.Archive.Storage;
using PatchScribe.Diagnostics;
using PatchScribe.Mail;

namespace PatchScribe.Archive.Queries;

/// <summary>Answers a query, newest mails first. Phrases are proved on the mails themselves, as many as the answer needs.</summary>
internal sealed class SearchRunner(ArchiveFile file)
{
    /// <summary>Candidates for a phrase that are looked at; older ones are left out, and said.</summary>
    private const int MaxLookedAt = 20_000;

    private const int LookedAtOnce = 64;

    /// <summary>At most <paramref name="limit"/> mails.</summary>
    public SearchResult Run(SearchQuery query, int limit)
    {
        if (!query.NeedsProof)
        {
            return new SearchResult(Candidates(query, limit), []);
        }

        var candidates = Candidates(query, MaxLookedAt + 1);
        var (found, diagnostics) = (new List<FoundMail>(), new List<Diagnostic>());
        var proof = new QueryProof(query);
        var loader = new MailLoader(file);
        for (var at = 0; at < candidates.Count && found.Count < limit; at += LookedAtOnce)
        {
            if (at >= MaxLookedAt)
            {
                diagnostics.Add(new Diagnostic(DiagnosticIds.ArchiveQueryCut, Severity.Warning, $"the newest {MaxLookedAt} mails with these words were looked at for the phrase; give d: to look further back"));
                break;
            }

            var batch = candidates.GetRange(at, Math.Min(LookedAtOnce, candidates.Count - at));
            var mails = loader.Load([.. batch.Select(one => one.Id)]).ToDictionary(mail => mail.MessageId, StringComparer.Ordinal);
            var holds = OrderedParallel.Select(batch, one => mails.TryGetValue(one.MessageId, out var mail) && proof.Holds(mail), _ => 1L << 14).ToList();
            found.AddRange(batch.Where((_, i) => holds[i]).Take(limit - found.Count));
        }

        return new SearchResult(found, [.. diagnostics, .. loader.Diagnostics]);
    }

    private List<FoundMail> Candidates(SearchQuery query, int limit)
    {
        var match = MatchExpression.Of(query);
        var conditions = new List<string>();
        if (match is not null)
        {
            conditions.Add("words MATCH $match");
        }

        if (query.From is not null)
        {
            conditions.Add("date >= $from");
        }

        if (query.Until is not null)
        {
            conditions.Add("date < $until");
        }

        if (query.MessageId is not null)
        {
            conditions.Add("mid = $mid");
        }

        var table = match is null ? "message" : "words CROSS JOIN message ON message.id = words.rowid";
        var where = conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}";
        using var command = file.Command($"SELECT id, mid, date, name, email, message.subject FROM {table}{where} ORDER BY date DESC, mid LIMIT $limit",
            [("$limit", limit), .. Values(query, match)]);
        using var rows = command.ExecuteReader();
        var found = new List<FoundMail>();
        while (rows.Read())
        {
            var mail = new FoundMail(rows.GetString(1), new MailAddress(rows.GetString(3), rows.GetString(4)), rows.GetString(5),
                rows.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeSeconds(rows.GetInt64(2)));
            found.Add(mail with { Id = rows.GetInt64(0) });
        }

        return found;
    }

    private static IEnumerable<(string Name, object? Value)> Values(SearchQuery query, string? match) =>
        new (string Name, object? Value)[] { ("$match", match), ("$from", query.From), ("$until", query.Until), ("$mid", query.MessageId) }.Where(pair => pair.Value is not null);
}
