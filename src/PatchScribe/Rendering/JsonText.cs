using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>How JSON is written: indented or one object a line, names as given, non-ASCII readable, control characters escaped.</summary>
internal static class JsonText
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = Encoder };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = Encoder };

    public static string Write(JsonNode document) => document.ToJsonString(Indented) + "\n";

    public static JsonWriterOptions WriterOptions { get; } = new() { Indented = true, Encoder = Encoder };

    public static string WriteLine(JsonNode document) => document.ToJsonString(OneLine) + "\n";

    /// <summary>How many inputs were read and skipped, as every document says it.</summary>
    public static JsonObject Counts(long read, int skipped) => new() { ["read"] = read, ["skipped"] = skipped };

    /// <summary>RFC 3339 in UTC, or null.</summary>
    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A value of an enumeration as the contract spells it: lower case, words joined by hyphens.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static JsonArray Diagnostics(IEnumerable<Diagnostic> diagnostics) => diagnostics.ToJson(one => new JsonObject
    {
        ["id"] = one.Id,
        ["severity"] = Name(one.Severity),
        ["message"] = one.Message,
        ["source"] = one.Source,
        ["line"] = one.Line,
    });

    public static JsonArray Evidence(IEnumerable<Evidence> evidence) => evidence.ToJson(one => new JsonObject
    {
        ["kind"] = one.Kind,
        ["messageId"] = one.MessageId,
        ["file"] = one.File,
        ["line"] = one.Line,
        ["rule"] = one.Rule,
        ["quote"] = one.Quote,
    });
}
