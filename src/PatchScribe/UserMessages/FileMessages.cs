using PatchScribe.Conditionals.Code;

namespace PatchScribe.UserMessages;

/// <summary>The messages of both versions of one file.</summary>
internal sealed record FileMessages(CodeChange Change, IReadOnlyList<UserMessage> Before, IReadOnlyList<UserMessage> After)
{
    /// <summary>Finds them; <paramref name="include"/> gives the text of a directly included file of a version (before, include name), or null.</summary>
    public static FileMessages Find(CodeChange change, MessageCalls known, Func<CodeVersion, string, string?>? include)
    {
        var headersBefore = include is null ? null : new IncludedHeaders(change.Before, include);
        var headersAfter = include is null ? null : new IncludedHeaders(change.After, include);
        var calls = WrapperFinder.Extend(WrapperFinder.Extend(known, change.Before), change.After);
        if (headersAfter is not null && headersBefore is not null && HasUnknownReport(change, calls))
        {
            calls = headersBefore.Direct.Value.Concat(headersAfter.Direct.Value).Aggregate(calls, WrapperFinder.Extend);
        }

        var (before, after) = StringMacros.Of(change, headersBefore, headersAfter);
        return new FileMessages(change, UserMessageFinder.Find(change.Before, calls, before), UserMessageFinder.Find(change.After, calls, after));
    }

    /// <summary>The messages of a version that stands alone.</summary>
    public static IReadOnlyList<UserMessage> Of(CodeVersion version, MessageCalls known, Func<CodeVersion, string, string?> include)
    {
        var headers = new IncludedHeaders(version, include);
        var calls = headers.Direct.Value.Aggregate(WrapperFinder.Extend(known, version), WrapperFinder.Extend);
        return UserMessageFinder.Find(version, calls, StringMacros.Of(version, headers));
    }

    /// <summary>True when a changed line calls something that is not known, with a literal, under a name that says it reports.</summary>
    private static bool HasUnknownReport(CodeChange change, MessageCalls calls) =>
        HasUnknownReport(change.Before, change.Map.Removed, calls) || HasUnknownReport(change.After, change.Map.Added, calls);

    private static bool HasUnknownReport(CodeVersion version, IReadOnlySet<int> lines, MessageCalls calls)
    {
        foreach (var segment in version.Segments)
        {
            foreach (var call in segment.Scan.Calls)
            {
                if (lines.Contains(segment.LineOf(call.Line)) && calls.Find(segment.Scan.NameOf(call)) is null && WrapperFinder.SoundsLikeReport(segment.Scan.NameOf(call)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
