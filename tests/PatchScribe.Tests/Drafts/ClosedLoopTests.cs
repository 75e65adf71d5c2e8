using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Checks;
using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Drafts;

/// <summary>Checking what was drafted finds no error beyond what the draft itself leaves open; what stands in the code no log can mend.</summary>
public sealed class ClosedLoopTests
{
    public static TheoryData<string> Files() => DraftedDiscussion.Files();

    [Theory]
    [MemberData(nameof(Files))]
    public void Check_finds_in_a_draft_nothing_beyond_its_open_points_and_contradictions(string file)
    {
        var symbols = BehaviourModels.List().SelectMany(model => model.Symbols, (model, symbol) => (model.Name, symbol)).DistinctBy(pair => pair.symbol).ToDictionary(pair => pair.symbol, pair => pair.Name);
        foreach (var (draft, patch, analysis, discussion, review) in DraftedDiscussion.Read(file))
        {
            var findings = CommitChecker.Check(new CheckRequest
            {
                Message = draft.Text,
                Analysis = analysis ?? new ChangeAnalysis { Subject = draft.Subject, Files = [], Conditionals = [], Messages = [], Interfaces = [], Behaviour = [] },
                Discussion = discussion,
                Review = review,
                Patch = patch,
                ModelSymbols = symbols,
            }).Findings;
            var left = findings.Where(finding => finding.Severity == Severity.Error && draft.Contradictions.Count == 0
                || finding is { Rule: "PS0301", File: null } && !finding.Evidence.Any(evidence => draft.OpenPoints.Any(open => open.MessageId == evidence.MessageId) || draft.Changes.Any(change => change.Evidence.Quote == evidence.Quote)));
            Assert.Empty(left.Select(finding => $"{draft.Subject}: {finding.Rule} {finding.Message}"));
        }
    }
}
