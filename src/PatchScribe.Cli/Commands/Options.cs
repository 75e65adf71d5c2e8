using System.CommandLine;

namespace PatchScribe.Cli.Commands;

/// <summary>Options that several commands have, spelt and described once.</summary>
internal static class Options
{
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = "output format", DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<string?> Repo() => new("--repo") { Description = "git repository that the change belongs to", HelpName = "DIR" };

    public static Option<string?> Profile()
    {
        var option = new Option<string?>("--profile") { Description = "form of the log" };
        option.AcceptOnlyFromAmong([.. Drafts.LogText.LogProfile.Names]);
        return option;
    }

    public static Option<string[]> Model() => new("--model") { Description = "a behaviour model beside the embedded ones, by name or file", HelpName = "NAME|FILE" };
}
