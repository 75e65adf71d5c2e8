using System.CommandLine;
using PatchScribe.Cli.Commands;

namespace PatchScribe.Cli.Drafting;

/// <summary>The options that <c>draft</c> and <c>reply</c> share: what is drafted, from which repository, in which form.</summary>
internal sealed class DraftOptions
{
    public Option<string?> Repo { get; } = Options.Repo();

    public Option<string?> Revision { get; } = new("--commit") { Description = "commit to draft for (default: HEAD without SOURCE)", HelpName = "REV" };

    public Option<string?> MessageId { get; } = new("--message-id") { Description = "only this patch or this discussion", HelpName = "ID" };

    public Option<string?> Profile { get; } = Options.Profile();

    public Option<string?> Template { get; } = new("--template") { Description = "template of the whole log", HelpName = "FILE" };

    public Option<string?> Prefer { get; } = Chosen(new("--prefer") { Description = "side that is written where the model refutes a claim" }, "people", "model");

    public Option<string[]> Answer { get; } = new("--answer") { Description = "answer to an open point", HelpName = "ID=TEXT" };

    public Option<string[]> Dismiss { get; } = new("--dismiss") { Description = "close an open point", HelpName = "ID=REASON" };

    public Option<string?> Runs { get; } = new("--runs") { Description = "runs of the program before and after, as patchscribe record writes them: asks for the before/after block", HelpName = "RUNS.jsonl" };

    public Option<bool> Link { get; } = new("--link") { Description = "add the trailer that names the patch's mail: Link: or Message-ID: by profile" };

    private static Option<string?> Chosen(Option<string?> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
