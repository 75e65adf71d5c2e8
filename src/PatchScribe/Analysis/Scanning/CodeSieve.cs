using PatchScribe.Conditionals.Code;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis.Scanning;

/// <summary>
/// Says by the hunks of a C file alone whether its whole versions have to be looked at: a changed line is a conditional
/// directive, belongs to a call that shows a message or registers a name, or to a call that begins above the hunk.
/// </summary>
internal static class CodeSieve
{
    public static bool Matters(CodeChange change, MessageCalls calls) => change.TouchesDirectives
        || Matters(change.Before, change.Map.Removed, calls) || Matters(change.After, change.Map.Added, calls);

    private static bool Matters(CodeVersion version, IReadOnlySet<int> changed, MessageCalls calls)
    {
        if (changed.Count == 0)
        {
            return false;
        }

        var isTable = version.Path.EndsWith(".hx", StringComparison.Ordinal);
        foreach (var segment in version.Segments)
        {
            foreach (var call in segment.Scan.Calls)
            {
                if (segment.Touches(call, changed) && Shows(segment.Scan, call, calls, isTable))
                {
                    return true;
                }
            }

            if (MattersByLine(segment, changed))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Shows(CodeScan scan, CodeCall call, MessageCalls calls, bool isTable)
    {
        var name = scan.NameOf(call);
        return calls.Find(name) is not null || InterfaceCalls.Find(name, isTable) is not null || name is "strcmp" || WrapperFinder.SoundsLikeReport(name);
    }

    /// <summary>
    /// Lines with what no call says: initializers that name something, string macros, IS_ENABLED and the include of a
    /// configuration; and a changed literal in a statement of which the hunk does not show the beginning or the end.
    /// </summary>
    private static bool MattersByLine(CodeSegment segment, IReadOnlySet<int> changed)
    {
        var (number, open, literal) = (segment.FirstLine, 0, false);
        foreach (var range in segment.Text.AsSpan().Split('\n'))
        {
            var line = segment.Text.AsSpan()[range];
            if (changed.Contains(number++))
            {
                if (line.Contains("CONFIG_", StringComparison.Ordinal) || line.Contains(".name", StringComparison.Ordinal) || line.Contains("_argument", StringComparison.Ordinal)
                    || (line.TrimStart().StartsWith("#define") && line.Contains('"')))
                {
                    return true;
                }

                literal |= line.Contains('"');
            }

            open += line.Count('(') - line.Count(')');
            if (open < 0)
            {
                if (literal)
                {
                    return true;
                }

                open = 0;
            }

            literal &= open > 0 || line.IndexOfAny(';', '{', '}') < 0;
        }

        return literal;
    }
}
