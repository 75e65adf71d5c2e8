using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace PatchScribe.Diagnostics;

/// <summary>Lists and dictionaries as JSON, without reflection.</summary>
internal static class JsonValues
{
    /// <summary>The items as an array, or null where there is none.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static JsonArray? ToJson<T>(this IEnumerable<T>? items, Func<T, JsonNode?> form) => items is null ? null : [.. items.Select(form)];

    /// <summary>The texts as an array, or null where there is none.</summary>
    [return: NotNullIfNotNull(nameof(texts))]
    public static JsonArray? ToJson(this IEnumerable<string>? texts) => texts.ToJson(text => (JsonNode)text);

    /// <summary>The values by name as an object, or null where there is none.</summary>
    [return: NotNullIfNotNull(nameof(values))]
    public static JsonObject? ToJson(this IEnumerable<KeyValuePair<string, string>>? values) =>
        values is null ? null : new(values.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
}
