using PatchScribe.Checks.FactRules;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Checks.ThreadRules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks;

/// <summary>
/// Holds a commit log against its change: every rule in order of its id, and the verdict whether the log documents what the
/// change does. In: one <see cref="CheckRequest"/>; out: findings, worst first.
/// </summary>
public static class CommitChecker
{
    /// <summary>Characters of a log that are checked; the longest logs of QEMU and Linux have some tens of thousands.</summary>
    private const int MaxLog = 200_000;

    private static readonly ICheckRule[] All =
    [
        new MessageChangedRule(),
        new MessageAddedRule(),
        new MessageConditionRule(),
        new InterfaceChangedRule(),
        new ConditionalChangedRule(),
        new OutcomeChangedRule(),
        new BeforeAndAfterRule(),
        new CommandShownRule(),
        new AlreadyPossibleRule(),
        new UnknownSymbolRule(),
        new UnknownNameRule(),
        new CommitReferenceRule(),
        new CountRule(),
        new NoFunctionalChangeRule(),
        new ModelContradictionRule(),
        new NearQuoteRule(),
        new FixesTargetRule(),
        new RunContradictionRule(),
        new OpenPointRule(),
        new ProposalUsedRule(),
        new TagRule(),
        new NackRule(),
    ];

    /// <summary>Id, name and usual severity of every rule, in order of id.</summary>
    public static IReadOnlyList<(string Id, string Name, Severity Severity)> Rules { get; } = [.. All.Select(rule => (rule.Id, rule.Name, rule.Severity))];

    /// <summary>The findings of one log.</summary>
    public static CommitFindings Check(CheckRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<Diagnostic> diagnostics = [];
        if (request.Message.Length > MaxLog)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.LogTooLong, Severity.Warning, $"the log has {request.Message.Length} characters, the first {MaxLog} were checked", request.Analysis.Commit));
            request = request with { Message = request.Message[..(request.Message.LastIndexOf('\n', MaxLog - 1) is > 0 and var end ? end : MaxLog)] };
        }

        var context = new CheckContext(request);
        var tuning = new FindingTuning(request);
        var findings = All.SelectMany(rule => rule.Check(context)).Select(tuning.Apply).OfType<Finding>().OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.Rule, StringComparer.Ordinal).ThenBy(finding => finding.MessageLine ?? 0);
        var found = new CommitFindings(request.Analysis.Commit, request.Analysis.Subject, Documented(context), [.. findings]) { Log = request.Message };
        if (context.Names.LeftOut > 0)
        {
            diagnostics.Add(new Diagnostic(DiagnosticIds.TooManyNames, Severity.Warning, $"{context.Names.LeftOut} names of the log were not looked up in the tree, after the first {KnownNames.MaxLookups}", request.Analysis.Commit));
        }

        return found with { Diagnostics = diagnostics };
    }

    /// <summary>
    /// yes when the log speaks of every fact of the change, no when of none, partly in between; not-applicable when the change has
    /// no fact that a user could see. Speaking of messages in general counts as partly.
    /// </summary>
    private static string Documented(CheckContext context)
    {
        LogMention?[] mentions =
        [
            .. context.Facts.Messages.Select(context.Mentions.Of),
            .. context.Facts.Interfaces.Select(context.Mentions.Of),
            .. context.Facts.Conditionals.Select(context.Mentions.Of),
            .. context.Request.Analysis.Behaviour.GroupBy(change => change.Model, StringComparer.Ordinal).Select(changes => changes.Select(context.Mentions.Of).FirstOrDefault(mention => mention is not null)),
        ];
        return mentions.Length == 0 ? "not-applicable"
            : Array.TrueForAll(mentions, mention => mention is { Kind: not MentionKind.General }) ? "yes"
            : Array.TrueForAll(mentions, mention => mention is null) ? "no" : "partly";
    }
}
