using PatchScribe.Behaviour.Claims;
using PatchScribe.Checks.Log;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Rules;

/// <summary>
/// One rule: its id (PS and four digits, never reused; docs/checks/ID.md is its page), its name, how much a finding of it matters
/// unless configured otherwise, and what it finds.
/// </summary>
internal interface ICheckRule
{
    string Id { get; }

    string Name { get; }

    Severity Severity { get; }

    IEnumerable<Finding> Check(CheckContext context);
}

/// <summary>What every rule is given: the request, the log read, the facts of the change and where the log mentions them.</summary>
internal sealed class CheckContext
{
    private readonly Lazy<IReadOnlyList<ClaimResult>> claims;
    private readonly Lazy<KnownNames> names;
    private readonly Lazy<HashSet<string>> later;

    public CheckContext(CheckRequest request)
    {
        Request = request;
        Log = new CheckedLog(request.Message);
        Facts = new ChangeFacts(request.Analysis);
        Mentions = new FactMentions(Log);
        later = new Lazy<HashSet<string>>(() => Later(request));
        names = new Lazy<KnownNames>(() => new KnownNames(request));
        claims = new Lazy<IReadOnlyList<ClaimResult>>(() => [.. request.Analysis.Models.SelectMany(choice => ClaimChecker.Check(choice, request.Message))]);
    }

    public CheckRequest Request { get; }

    public CheckedLog Log { get; }

    public ChangeFacts Facts { get; }

    public FactMentions Mentions { get; }

    /// <summary>What the models say of the log's claims, judged once.</summary>
    public IReadOnlyList<ClaimResult> Claims => claims.Value;

    /// <summary>Names that the change, the models, the series or the tree know.</summary>
    public KnownNames Names => names.Value;

    /// <summary>True for a mail of the thread that the author could have read: it is older than the one that brought the change, or that is none of the thread.</summary>
    public bool IsEarlier(string messageId) => !later.Value.Contains(messageId);

    private static HashSet<string> Later(CheckRequest request)
    {
        var mails = request.Discussion?.Messages ?? [];
        return mails.FirstOrDefault(mail => mail.MessageId == request.MessageId)?.Date is { } sent ? mails.Where(mail => !(mail.Date < sent)).Select(mail => mail.MessageId).ToHashSet(StringComparer.Ordinal) : [];
    }

    /// <summary>A finding that another log of the series, or its cover letter, documents is a note.</summary>
    public static Finding InSeries(Finding finding, string? who) =>
        who is null ? finding : finding with { Severity = Severity.Note, Message = $"{finding.Message}; {who} does" };
}

/// <summary>Makes findings of a rule.</summary>
internal static class RuleFindings
{
    /// <summary>A finding about the change; the log has no line for it.</summary>
    public static Finding OfChange(this ICheckRule rule, string message, string help, string? file, int? line, params Evidence[] evidence) =>
        new(rule.Id, rule.Name, rule.Severity, message, help, file, line, MessageLine: null, evidence);

    /// <summary>A finding about words of the log.</summary>
    public static Finding OfLog(this ICheckRule rule, string message, string help, int line, string words, params Evidence[] evidence) =>
        new(rule.Id, rule.Name, rule.Severity, message, help, File: null, Line: null, line, evidence) { Words = words };
}
