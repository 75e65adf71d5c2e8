using PatchScribe.Diagnostics;

namespace PatchScribe.Threads.Tags;

/// <summary>
/// Carries the tags of a version to the next: a patch with an equal patch-id keeps them; one that changed drops them unless its
/// author wrote them into the new log. Tags under a condition wait for the author in either case.
/// </summary>
internal static class TagCarrier
{
    /// <summary>Tags for the patches of later versions: given with a note where they come from, or dropped with the reason.</summary>
    public static IReadOnlyList<TrailerGiven> Carry(IReadOnlyList<PatchSeries> series, IReadOnlyList<TrailerGiven> given, List<Diagnostic> diagnostics)
    {
        var byId = series.GroupBy(one => one.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var all = given.GroupBy(tag => tag.PatchMessageId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var carried = new List<TrailerGiven>();
        foreach (var next in series)
        {
            if ((next.PreviousId ?? next.ResendOf) is not { } id || !byId.TryGetValue(id, out var old) || !old.Patches.Any(patch => patch.MessageId is not null && all.ContainsKey(patch.MessageId)))
            {
                continue;
            }

            foreach (var pair in PatchPairing.Pair(old, next, diagnostics).Where(pair => pair is { Old: not null, New: not null } && pair.Old.MessageId != pair.New.MessageId))
            {
                var tags = Carried(pair, old, all).ToList();
                carried.AddRange(tags);
                all[pair.New!.MessageId!] = [.. all.GetValueOrDefault(pair.New.MessageId!) ?? [], .. tags];
            }
        }

        return carried;
    }

    private static IEnumerable<TrailerGiven> Carried(PatchPair pair, PatchSeries old, Dictionary<string, List<TrailerGiven>> all)
    {
        var written = TrailerReader.Read(pair.New!.Log);
        var anew = all.GetValueOrDefault(pair.New.MessageId!) ?? [];
        foreach (var tag in all.GetValueOrDefault(pair.Old!.MessageId!) ?? [])
        {
            if (tag.State is not ("given" or "conditional") || !TagReader.IsPersonal(tag.Token)
                || written.Any(trailer => Same(trailer.Token, trailer.Value, tag)) || anew.Any(other => other.State != "retracted" && Same(other.Token, other.Value, tag)))
            {
                continue;
            }

            var version = FormattableString.Invariant($"v{old.Version}");
            yield return (pair.Unchanged, tag.State) switch
            {
                (true, "given") => tag with { PatchMessageId = pair.New.MessageId!, Note = $"carried from {version}: the patch is unchanged" },
                (_, "conditional") => tag with { PatchMessageId = pair.New.MessageId!, State = "dropped", Note = $"given to {version} under a condition: {tag.Note}" },
                _ => tag with { PatchMessageId = pair.New.MessageId!, State = "dropped", Note = $"the patch changed since {version}" },
            };
        }
    }

    private static bool Same(string token, string value, TrailerGiven tag) =>
        token == tag.Token && Address(value).Equals(Address(tag.Value), StringComparison.OrdinalIgnoreCase);

    /// <summary>The address in a value, else the value.</summary>
    public static string Address(string value) =>
        value.IndexOf('<', StringComparison.Ordinal) is var open and >= 0 ? value[(open + 1)..].Split('>')[0] : value;
}
