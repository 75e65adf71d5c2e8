using System.Text.Json.Nodes;
using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Diagnostics;

namespace PatchScribe.Rendering;

/// <summary>Analyses as documents <c>patchscribe/analyze/1</c> (docs/json.md).</summary>
public static class AnalysisJsonWriter
{
    /// <summary>One document for one change.</summary>
    public static string Write(ChangeAnalysis analysis, ReadingCounts counts)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(counts);
        var document = Fields(analysis);
        document["counts"] = counts.Counts;
        document["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics.Concat(analysis.Diagnostics));
        return JsonText.Write(document);
    }

    /// <summary>One line for one change of several.</summary>
    public static string WriteLine(ChangeAnalysis analysis) => JsonText.WriteLine(Fields(analysis));

    /// <summary>The last line behind those of several changes: counts and diagnostics.</summary>
    public static string WriteEnd(ReadingCounts counts) => End("patchscribe/analyze/1", counts);

    /// <summary>One line of a scan, patchscribe/scan/1: conditionals, messages and interfaces of a commit.</summary>
    public static string WriteScanLine(ChangeAnalysis analysis)
    {
        var fields = Fields(analysis);
        fields["schema"] = "patchscribe/scan/1";
        fields.Remove("messageId");
        fields.Remove("behaviour");
        return JsonText.WriteLine(fields);
    }

    /// <summary>The last line of a scan.</summary>
    public static string WriteScanEnd(ReadingCounts counts) => End("patchscribe/scan/1", counts);

    private static string End(string schema, ReadingCounts counts) =>
        JsonText.WriteLine(new JsonObject { ["schema"] = schema, ["counts"] = counts.Counts, ["diagnostics"] = JsonText.Diagnostics(counts.Diagnostics) });

    private static JsonObject Fields(ChangeAnalysis analysis) => new()
    {
        ["schema"] = "patchscribe/analyze/1",
        ["commit"] = analysis.Commit,
        ["messageId"] = analysis.MessageId,
        ["subject"] = analysis.Subject,
        ["conditionals"] = analysis.Conditionals.ToJson(one => new JsonObject
        {
            ["symbol"] = one.Symbol,
            ["file"] = one.File,
            ["change"] = JsonText.Name(one.Change),
            ["before"] = one.Before,
            ["after"] = one.After,
            ["class"] = JsonText.Name(one.Class),
            ["lineBefore"] = one.LineBefore,
            ["lineAfter"] = one.LineAfter,
            ["construct"] = JsonText.Name(one.Construct),
            ["statement"] = one.Statement,
        }),
        ["messages"] = analysis.Messages.ToJson(one => new JsonObject
        {
            ["change"] = JsonText.Name(one.Change),
            ["file"] = one.File,
            ["function"] = one.Function,
            ["call"] = one.Call,
            ["callBefore"] = one.CallBefore,
            ["errorClassBefore"] = one.ErrorClassBefore,
            ["errorClassAfter"] = one.ErrorClassAfter,
            ["attachedTo"] = one.AttachedTo,
            ["prefixOf"] = one.PrefixOf.ToJson(),
            ["prefixOfCall"] = one.PrefixOfCall,
            ["prefixes"] = one.Prefixes.ToJson(),
            ["class"] = JsonText.Name(one.Class),
            ["before"] = one.Before,
            ["after"] = one.After,
            ["conditionBefore"] = one.ConditionBefore,
            ["conditionAfter"] = one.ConditionAfter,
            ["fileCondition"] = one.FileCondition,
            ["severityBefore"] = one.SeverityBefore,
            ["severityAfter"] = one.SeverityAfter,
            ["lineBefore"] = one.LineBefore,
            ["lineAfter"] = one.LineAfter,
        }),
        ["interfaces"] = analysis.Interfaces.ToJson(one => new JsonObject
        {
            ["kind"] = one.Kind,
            ["name"] = one.Name,
            ["file"] = one.File,
            ["change"] = JsonText.Name(one.Change),
            ["conditionBefore"] = one.ConditionBefore,
            ["conditionAfter"] = one.ConditionAfter,
            ["lineBefore"] = one.LineBefore,
            ["lineAfter"] = one.LineAfter,
        }),
        ["behaviour"] = analysis.Behaviour.ToJson(Behaviour),
    };

    /// <summary>One outcome that differs, as the contract writes it in every document.</summary>
    internal static JsonObject Behaviour(BehaviourChange one) => new JsonObject
    {
        ["model"] = one.Model,
        ["action"] = one.Action,
        ["command"] = one.Command,
        ["when"] = one.When,
        ["before"] = Outcome(one.Before),
        ["after"] = Outcome(one.After),
        ["alreadyPossibleWhen"] = one.AlreadyPossibleWhen,
        ["rules"] = one.Rules.ToJson(),
    };

    private static JsonObject Outcome(Outcome outcome) => new JsonObject { ["outcome"] = outcome.Result, ["message"] = outcome.Message };
}
