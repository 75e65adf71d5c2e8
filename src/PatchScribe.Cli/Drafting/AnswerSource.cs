using System.CommandLine;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Drafts.Delivery;

namespace PatchScribe.Cli.Drafting;

/// <summary>
/// Answers to open points: those kept in <c>.patchscribe/answers.yml</c> of the repository (--repo, else the working
/// directory when it is one), then those of the command line, which are kept there.
/// </summary>
internal sealed class AnswerSource
{
    private readonly string? file;
    private readonly IReadOnlyList<DraftAnswer> kept;
    private readonly IReadOnlyList<DraftAnswer> given;

    private AnswerSource(string? file, IReadOnlyList<DraftAnswer> given)
    {
        this.file = file;
        this.given = given;
        kept = file is null ? [] : AnswerFile.Read(file);
    }

    public IReadOnlyList<DraftAnswer> All => [.. kept, .. given];

    public static AnswerSource Read(ParseResult parse, DraftOptions options)
    {
        var directory = parse.GetValue(options.Repo) ?? (Directory.Exists(".git") || File.Exists(".git") || Directory.Exists(".patchscribe") ? "." : null);
        return new AnswerSource(directory is null ? null : Path.Combine(directory, ".patchscribe", "answers.yml"),
            [.. Given(parse.GetValue(options.Answer), dismissed: false), .. Given(parse.GetValue(options.Dismiss), dismissed: true)]);
    }

    /// <summary>Writes what was given for a point that is there; an id that nothing asks for is the user's mistake.</summary>
    public void Keep(IReadOnlyList<string> asked)
    {
        if (given.Count == 0)
        {
            return;
        }

        if (given.FirstOrDefault(answer => !asked.Contains(answer.Id, StringComparer.Ordinal)) is { } unknown)
        {
            throw new InputException($"no open point has the id '{unknown.Id}'{Spelling.Suggest(unknown.Id, asked)}", "the ids stand in the list of what is not settled");
        }

        if (file is null)
        {
            Console.Error.WriteLine("patchscribe: the answers are not kept: no --repo, and the working directory is no repository");
            return;
        }

        AnswerFile.Write(file, All);
    }

    private static IEnumerable<DraftAnswer> Given(string[]? given, bool dismissed)
    {
        foreach (var text in given ?? [])
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            yield return sign > 0 && sign < text.Length - 1
                ? new DraftAnswer(text[..sign], text[(sign + 1)..], dismissed)
                : throw new InputException($"'{text}' answers nothing", "write ID=TEXT; the ids stand in the list of what is not settled");
        }
    }
}
