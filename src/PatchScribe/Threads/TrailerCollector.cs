using System.Text.RegularExpressions;
using PatchScribe.Mail;

namespace PatchScribe.Threads;

/// <summary>
/// Collects the tags that replies give: to the patch that the reply climbs to, or to every patch when it climbs to the
/// cover letter. Quoted lines give nothing. A tag under a condition is conditional, one whose address and name are not
/// the sender's a mismatch, one taken back retracted; a NACK blocks.
/// </summary>
internal static partial class TrailerCollector
{
    private static readonly string[] Given = ["Reviewed-by", "Acked-by", "Tested-by", "Nacked-by", "Suggested-by", "Reported-by", "Co-developed-by", "Signed-off-by", "Fixes", "Link", "Closes", "Reviewed-and-tested-by", "Tested-and-reviewed-by", "Acked-and-tested-by"];

    public static IReadOnlyList<TrailerGiven> Collect(IReadOnlyList<MailThread> threads, IReadOnlyList<PatchSeries> series)
    {
        var patches = series.SelectMany(one => one.Patches).Where(patch => patch.Message is not null)
            .Select(patch => patch.Message!.MessageId).ToHashSet(StringComparer.Ordinal);
        var covers = series.Where(one => one.Cover is not null).DistinctBy(one => one.Cover!.MessageId, StringComparer.Ordinal)
            .ToDictionary(one => one.Cover!.MessageId, StringComparer.Ordinal);
        var found = new List<TrailerGiven>();
        foreach (var thread in threads)
        {
            var target = new string?[thread.Nodes.Count];
            for (var i = 0; i < thread.Nodes.Count; i++)
            {
                var node = thread.Nodes[i];
                var own = patches.Contains(node.MessageId) || covers.ContainsKey(node.MessageId);
                target[i] = own ? node.MessageId : node.Parent < 0 ? null : target[node.Parent];
                if (!own && node.Message is { } reply && target[i] is { } answered)
                {
                    string[] to = covers.TryGetValue(answered, out var whole) ? Chosen(reply, whole) : [answered];
                    Read(reply, to, found);
                }
            }
        }

        // A tag that its giver gave and somebody else repeats is no mismatch.
        var given = found.Where(trailer => trailer.State != "mismatch").Select(trailer => (trailer.PatchMessageId, trailer.Token, trailer.Value)).ToHashSet();
        return [.. found.Where(trailer => trailer.State != "mismatch" || !given.Contains((trailer.PatchMessageId, trailer.Token, trailer.Value)))];
    }

    /// <summary>All patches of a cover's series, or those that "for patches 1-3" names.</summary>
    private static string[] Chosen(MailMessage reply, PatchSeries series)
    {
        var range = ForPatches().Match(string.Join('\n', OwnLines(reply.Body)));
        var (first, last) = range.Success ? (int.Parse(range.Groups["first"].Value), int.Parse(range.Groups[range.Groups["last"].Success ? "last" : "first"].Value)) : (0, int.MaxValue);
        return [.. series.Patches.Where(patch => patch.Message is not null && (patch.Index ?? 1) >= first && (patch.Index ?? 1) <= last).Select(patch => patch.Message!.MessageId)];
    }

    private static void Read(MailMessage reply, string[] patches, List<TrailerGiven> found)
    {
        var lines = OwnLines(reply.Body);
        foreach (var trailer in TrailerReader.Read(lines).Where(trailer => Given.Contains(trailer.Token, StringComparer.Ordinal) && !IsOfOwnPatch(reply, trailer)))
        {
            var condition = ConditionBefore(lines, trailer.Line - 1);
            var state = trailer.Token == "Nacked-by" ? "nack" : condition is not null ? "conditional"
                : trailer.Token.EndsWith("-by", StringComparison.Ordinal) && IsPersonal(trailer.Token) && !IsSender(reply, trailer.Value) ? "mismatch" : "given";
            found.AddRange(patches.Select(patch => new TrailerGiven(patch, reply.MessageId, trailer.Token, trailer.Value, state, condition ?? trailer.Qualifier)));
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (InSentence().Match(lines[i]) is { Success: true } tag)
            {
                found.AddRange(patches.Select(patch => new TrailerGiven(patch, reply.MessageId, Spelling(tag.Groups["token"].Value), tag.Groups["value"].Value.Trim(), "conditional", lines[i].Trim())));
            }
            else if (Nack().IsMatch(lines[i]))
            {
                found.AddRange(patches.Select(patch => new TrailerGiven(patch, reply.MessageId, "Nacked-by", reply.Author.ToString(), "nack", lines[i].Trim())));
            }
            else if (Retraction().Match(lines[i]) is { Success: true } retracted)
            {
                Retract(found, reply, Long(retracted.Groups["token"].Value), lines[i].Trim());
            }
        }
    }

    private static void Retract(List<TrailerGiven> found, MailMessage reply, string token, string words)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Token == token && IsSender(reply, found[i].Value))
            {
                found[i] = found[i] with { State = "retracted", Note = words };
            }
        }
    }

    /// <summary>The words just before a tag when they set a condition.</summary>
    private static string? ConditionBefore(List<string> lines, int at)
    {
        var i = at - 1;
        while (i >= 0 && (string.IsNullOrWhiteSpace(lines[i]) || TrailerReader.Read([lines[i]]).Count > 0))
        {
            i--;
        }

        var last = i;
        while (i > 0 && !string.IsNullOrWhiteSpace(lines[i - 1]))
        {
            i--;
        }

        var paragraph = last < 0 ? "" : string.Join(' ', lines[i..(last + 1)].Select(line => line.Trim()));
        var sentences = paragraph.Split(". ");
        return Condition().IsMatch(sentences[^1]) ? sentences[^1].Trim() : null;
    }

    /// <summary>Lines without quotation, attribution and signature.</summary>
    private static List<string> OwnLines(string body)
    {
        var own = new List<string>();
        foreach (var line in body.Split('\n'))
        {
            if (line is "-- " or "--" || line.StartsWith("-----Original Message", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            own.Add(line.TrimStart().StartsWith('>') || line.TrimStart().StartsWith('|') ? "" : line);
        }

        return own;
    }

    /// <summary>A Signed-off-by beside a diff, or not of the sender, belongs to a log that the reply proposes or carries.</summary>
    private static bool IsOfOwnPatch(MailMessage reply, Trailer trailer) => trailer.Token == "Signed-off-by" && (MailedPatchReader.HasDiff(reply) || !IsSender(reply, trailer.Value));

    private static bool IsPersonal(string token) => token is "Reviewed-by" or "Acked-by" or "Tested-by" or "Nacked-by" or "Reviewed-and-tested-by" or "Tested-and-reviewed-by" or "Acked-and-tested-by";

    /// <summary>Equal address (letter case, plus-tag and one label of the host aside), or equal name, also "Last, First".</summary>
    private static bool IsSender(MailMessage mail, string value)
    {
        var open = value.IndexOf('<', StringComparison.Ordinal);
        var address = open < 0 ? value : value[(open + 1)..].TrimEnd('>', ' ');
        var name = Name(open < 0 ? "" : value[..open]);
        return new[] { mail.From, mail.Author }.Any(person => SameAddress(person.Email, address) || (name.Length > 0 && Name(person.Name) == name));
    }

    private static bool SameAddress(string a, string b)
    {
        var (left, right) = (a.ToLowerInvariant().Split('@'), b.ToLowerInvariant().Split('@'));
        return left.Length == 2 && right.Length == 2 && left[0].Split('+')[0] == right[0].Split('+')[0]
            && (left[1] == right[1] || left[1].EndsWith("." + right[1], StringComparison.Ordinal) || right[1].EndsWith("." + left[1], StringComparison.Ordinal));
    }

    private static string Name(string name)
    {
        var parts = name.Trim(' ', '"', '\'').Split(',');
        return string.Join(' ', (parts.Length == 2 ? $"{parts[1]} {parts[0]}" : name).Trim(' ', '"', '\'').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Spelling(string token) => TrailerReader.Read(token + ": x") is [var trailer, ..] ? trailer.Token : token;

    private static string Long(string token) => token.ToLowerInvariant() switch
    {
        "r-b" or "rb" => "Reviewed-by",
        "a-b" or "ack" => "Acked-by",
        "t-b" => "Tested-by",
        _ => Spelling(token),
    };

    [GeneratedRegex(@"\b(with (that|this|these|those|the above|it)\b.*\b(fixed|changed|addressed|done|resolved|removed|added|sorted|corrected)|once|if (you|that|this|it)\b|after (that|this|the|these|fixing)|assuming|provided|modulo|otherwise|with (that|this)|with .*\bfixed)\b[^.]*[,:]?\s*(feel free to add|you can have( my)?|please add|add|here'?s( my)?)?\s*[:,]?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\b(with|once|if|after|assuming|modulo|provided|when)\b.{0,200}[\s,:](?<token>(Reviewed|Acked|Tested)-by):?\s*(?<value>[^<>:]{0,80}<[^<>\s]+@[^<>\s]+>)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InSentence();

    [GeneratedRegex(@"^\s*NACK\b|^\s*NAK\b", RegexOptions.NonBacktracking)]
    private static partial Regex Nack();

    [GeneratedRegex(@"\b(drop|remove|retract|withdraw|take back)\b( \w+){0,2} my (?<token>(Reviewed|Acked|Tested)-by|[rat]-b|ack)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Retraction();

    [GeneratedRegex(@"\bfor patch(es)? #?(?<first>[0-9]{1,4})(\s*(-|to|\.\.)\s*#?(?<last>[0-9]{1,4}))?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ForPatches();
}
