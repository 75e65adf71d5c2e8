using PatchScribe.Behaviour.Commands;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.FactRules;

/// <summary>
/// With recorded runs: the log shows a command with an output that it printed on neither build. Commands are the same when their arguments
/// are; the program's name and directory may differ, and <c>...</c> stands for anything.
/// </summary>
internal sealed class RunContradictionRule : ICheckRule
{
    public string Id => "PS0209";

    public string Name => "run-contradiction";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var shown in context.Request.Runs.Count == 0 ? [] : ShownCommands.Read(context.Log))
        {
            if (context.Request.Runs.FirstOrDefault(pair => CommandLineReader.Split(pair.Command).Skip(1).SequenceEqual(shown.Words.Skip(1), StringComparer.Ordinal)) is not { } run)
            {
                continue;
            }

            foreach (var (text, line) in shown.Output.Where(output => !IsPrinted(run, output.Text)))
            {
                yield return this.OfLog("the command printed this neither before nor after the change", $"before: {Words(run.Before, run.BeforeExit)}; after: {Words(run.After, run.AfterExit)}", line, text,
                    new Evidence("run", $"$ {run.Command}\n{run.Before}"), new Evidence("run", $"$ {run.Command}\n{run.After}"));
            }
        }
    }

    private static bool IsPrinted(RunPair run, string shown) =>
        shown.StartsWith('(') || (run.Before + "\n" + run.After + "\n" + string.Join('\n', run.Output)).Split('\n').Any(line => PrintedLine.Fits(line, shown));

    private static string Words(string printed, int exit) => printed.Trim('\n').Length > 0 ? Quotation.Short(printed.Trim('\n').Split('\n')[0], 160) : $"nothing, exit status {exit}";
}
