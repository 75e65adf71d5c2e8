using System.Text.Json;

namespace PatchScribe.Tests.Review;

/// <summary>A review point as a person labelled it.</summary>
internal sealed record LabelledPoint(string MessageId, string Author, string Kind, string Quote, string Status);

/// <summary>A proposed text as a person labelled it.</summary>
internal sealed record LabelledProposal(string MessageId, string Kind, string Text);

/// <summary>One discussion of the labelled corpus, see its README.</summary>
internal sealed record LabelledThread(string Name, string MailPath, string? LaterPath, bool Negative, IReadOnlyList<LabelledPoint> Points, IReadOnlyList<LabelledProposal> Proposals)
{
    public static IReadOnlyList<LabelledThread> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static LabelledThread Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        var later = Path.ChangeExtension(path, ".next.mbox");
        return new LabelledThread(
            Path.GetFileNameWithoutExtension(path),
            Path.ChangeExtension(path, ".mbox"),
            File.Exists(later) ? later : null,
            root.GetProperty("negative").GetBoolean(),
            [.. root.GetProperty("review_points").EnumerateArray().Where(one => !one.TryGetProperty("duplicate_of", out _))
                .Select(one => new LabelledPoint(Text(one, "message_id"), Text(one, "author"), Text(one, "kind"), Text(one, "quote"), Text(one, "status")))],
            [.. root.GetProperty("proposals").EnumerateArray().Select(one => new LabelledProposal(Text(one, "message_id"), Text(one, "kind"), Text(one, "text")))]);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
