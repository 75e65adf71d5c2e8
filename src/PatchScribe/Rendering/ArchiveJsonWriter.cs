using System.Text.Json.Nodes;
using PatchScribe.Archive;
using PatchScribe.Archive.Discussions;
using PatchScribe.Archive.Queries;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>What an archive answers as JSON documents: search, threads, archive-stats and archive-check (docs/json.md).</summary>
public static class ArchiveJsonWriter
{
    /// <summary>The document <c>patchscribe/search/1</c>.</summary>
    public static string Write(string query, SearchResult result) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/search/1",
        ["query"] = query,
        ["messages"] = result.Mails.ToJson(mail => new JsonObject
        {
            ["messageId"] = mail.MessageId,
            ["author"] = MessagesJsonWriter.Address(mail.Author),
            ["subject"] = mail.Subject,
            ["date"] = JsonText.Time(mail.Date),
        }),
        ["counts"] = JsonText.Counts(result.Mails.Count, result.Diagnostics.Count(one => one.Id == DiagnosticIds.ArchiveMailGone)),
        ["diagnostics"] = JsonText.Diagnostics(result.Diagnostics),
    });

    /// <summary>The document <c>patchscribe/threads/1</c>.</summary>
    public static string Write(IReadOnlyList<ThreadLine> lines) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/threads/1",
        ["discussions"] = lines.ToJson(line => new JsonObject
        {
            ["rootMessageId"] = line.RootMessageId,
            ["subject"] = line.Subject,
            ["author"] = line.Author is null ? null : MessagesJsonWriter.Address(line.Author),
            ["version"] = line.Version,
            ["patches"] = line.Patches,
            ["expected"] = line.Expected,
            ["messages"] = line.Messages,
            ["firstDate"] = JsonText.Time(line.First),
            ["lastDate"] = JsonText.Time(line.Last),
            ["daysQuiet"] = line.DaysQuiet,
            ["trailers"] = line.Trailers.ToJson(tag => new JsonObject { ["token"] = tag.Token, ["patches"] = tag.Patches, ["people"] = tag.People }),
            ["openPoints"] = line.OpenPoints,
            ["awaiting"] = line.Awaiting,
        }),
        ["counts"] = JsonText.Counts(lines.Count, 0),
        ["diagnostics"] = new JsonArray(),
    });

    /// <summary>The document <c>patchscribe/archive-stats/1</c>.</summary>
    public static string Write(ArchiveStats stats) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/archive-stats/1",
        ["sources"] = stats.Sources.ToJson(source => new JsonObject { ["kind"] = source.Kind, ["location"] = source.Location, ["mails"] = source.Mails }),
        ["mails"] = stats.Mails,
        ["discussions"] = stats.Discussions,
        ["series"] = stats.Series,
        ["mailBytes"] = stats.MailBytes,
        ["fileBytes"] = stats.FileBytes,
        ["firstDate"] = JsonText.Time(stats.First),
        ["lastDate"] = JsonText.Time(stats.Last),
        ["counts"] = JsonText.Counts(stats.Mails, 0),
        ["diagnostics"] = new JsonArray(),
    });

    /// <summary>The document <c>patchscribe/archive-check/1</c>.</summary>
    public static string WriteCheck(ArchiveStats stats, IReadOnlyList<Diagnostic> found) => JsonText.Write(new JsonObject
    {
        ["schema"] = "patchscribe/archive-check/1",
        ["sound"] = found.All(one => one.Severity != Severity.Error),
        ["counts"] = JsonText.Counts(stats.Mails, 0),
        ["diagnostics"] = JsonText.Diagnostics(found),
    });
}
