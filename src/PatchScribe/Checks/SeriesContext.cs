using PatchScribe.Analysis;
using PatchScribe.Checks.Log;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks;

/// <summary>
/// What the other patches of a series say and do: their logs and the cover letter, in which a change may be documented as well, and
/// their analyses, in which it may be taken back. One patch alone has none.
/// </summary>
public sealed class SeriesContext
{
    private readonly Lazy<List<FactMentions>> logs;
    private readonly IReadOnlyList<ChangeAnalysis> others;

    /// <summary>The logs (cover letter included) and the analyses of the other patches of the series.</summary>
    public SeriesContext(IEnumerable<string> otherLogs, IReadOnlyList<ChangeAnalysis> otherAnalyses)
    {
        logs = new Lazy<List<FactMentions>>(() => [.. otherLogs.Select(log => new FactMentions(new CheckedLog(log)))]);
        others = otherAnalyses;
    }

    /// <summary>A patch by itself.</summary>
    public static SeriesContext None { get; } = new([], []);

    /// <summary>True when another log of the series quotes, names or describes what <paramref name="of"/> looks for.</summary>
    internal bool Says(Func<FactMentions, LogMention?> of) => logs.Value.Exists(log => of(log) is { Kind: not MentionKind.General });

    /// <summary>True when another patch of the series changes the message back, so that users never see the difference.</summary>
    internal bool TakesBack(UserMessageChange change) => others.SelectMany(other => other.Messages).Any(other =>
        other.File == change.File && other.Before == change.After && other.After == change.Before && other.Function == change.Function);
}
