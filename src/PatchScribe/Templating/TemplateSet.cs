using PatchScribe.Diagnostics;

namespace PatchScribe.Templating;

/// <summary>
/// The templates of the house by file name, each with the placeholders it may use (docs/templates.md). A file of the
/// same name in an earlier directory wins over a later one.
/// </summary>
public sealed class TemplateSet
{
    /// <summary>File name of the whole log.</summary>
    public const string CommitLog = "commit-log.hbs";

    /// <summary>File name of the block with a command and what it prints before and after.</summary>
    public const string BeforeAfter = "before-after.hbs";

    /// <summary>File name of a conflict between a proposal and a model.</summary>
    public const string Conflict = "conflict.hbs";

    /// <summary>File name of one version's section of a changelog.</summary>
    public const string ChangeLog = "changelog.hbs";

    /// <summary>File name of the body of a reply.</summary>
    public const string Reply = "reply.hbs";

    private static readonly Dictionary<string, IReadOnlySet<string>> Placeholders = new(StringComparer.Ordinal)
    {
        [CommitLog] = Names("subject", "body", "trailers"),
        [BeforeAfter] = Names("when", "command", "before", "after", "failed", "already"),
        [Conflict] = Names("source", "unanswered", "people", "model", "name", "rules"),
        [ChangeLog] = Names("version", "changes"),
        [Reply] = Names("date", "name", "request", "log", "fence", "questions"),
    };

    private readonly Dictionary<string, TextTemplate> templates = new(StringComparer.Ordinal);

    private TemplateSet()
    {
    }

    /// <summary>The file names of all templates.</summary>
    public static IReadOnlyCollection<string> FileNames => Placeholders.Keys;

    /// <summary>The placeholders that a template may use; null for an unknown file name.</summary>
    public static IReadOnlySet<string>? PlaceholdersOf(string fileName) => Placeholders.GetValueOrDefault(fileName);

    /// <summary>
    /// Reads every template from the first directory that has it; <paramref name="commitLog"/> is a file that wins over
    /// all for the whole log. A missing, unreadable or misspelt template is an <see cref="InputException"/>.
    /// </summary>
    public static TemplateSet Load(IReadOnlyList<string> directories, string? commitLog = null)
    {
        var set = new TemplateSet();
        foreach (var (fileName, names) in Placeholders)
        {
            var path = fileName == CommitLog && commitLog is not null
                ? commitLog
                : directories.Select(directory => Path.Combine(directory, fileName)).FirstOrDefault(File.Exists);
            if (path is null || !File.Exists(path))
            {
                throw new InputException($"the template {path ?? fileName} is missing", $"looked in: {string.Join(", ", directories)}");
            }

            set.templates[fileName] = TextTemplate.Parse(path, File.ReadAllText(path), names);
        }

        return set;
    }

    /// <summary>Fills the template of that file name; the text ends without blank lines.</summary>
    public string Render(string fileName, IReadOnlyDictionary<string, object?> values) => templates[fileName].Render(values).TrimEnd('\n');

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
