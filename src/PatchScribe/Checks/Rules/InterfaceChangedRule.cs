using PatchScribe.Checks.Log;
using PatchScribe.Conditionals;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Rules;

/// <summary>A property, option, command or type vanishes or changes its condition (a warning), or appears (a note), without a word in the log; a note as well where it is a symbol of Kconfig (those who build choose it), is experimental, the log has a part of it, the code that set it goes as well, or a document of the change has it.</summary>
internal sealed class InterfaceChangedRule : ICheckRule
{
    public string Id => "PS0104";

    public string Name => "interface-changed";

    public Severity Severity => Severity.Warning;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        var silent = context.Facts.Interfaces.Where(one => context.Mentions.Of(one) is null).ToList();
        foreach (var group in silent.GroupBy(one => (one.File, one.Kind, What(one))))
        {
            var first = group.First();
            var names = string.Join(", ", group.Select(one => $"\"{one.Name}\"").Distinct(StringComparer.Ordinal).Take(5));
            var finding = this.OfChange($"{first.Kind} {names} {What(first)}, the log does not name {(group.Count() == 1 ? "it" : "them")}", $"say what becomes of {names} for the user",
                first.File, first.LineAfter ?? first.LineBefore,
                [.. group.Select(one => new Evidence("code", one.Name, File: one.File, Line: one.LineAfter ?? one.LineBefore))]);
            finding = group.All(one => one.Change == UserMessageChangeKind.Added || IsSymbol(one) || IsSaidOtherwise(context, one) || IsNotPromised(context.Request.Analysis.Files, one, silent)) ? finding with { Severity = Severity.Note } : finding;
            finding = Documents(context.Request.Analysis.Files, [.. group.Select(one => one.Name)]) is { } page ? finding with { Severity = Severity.Note, Message = $"{finding.Message}; {page} does" } : finding;
            yield return CheckContext.InSeries(finding, context.Request.Series.SaysAll(group, (log, one) => log.Of(one)));
        }
    }

    /// <summary>The log takes a commit back, names what it belongs to, takes its kind away, or has a part of its name.</summary>
    private static bool IsSaidOtherwise(CheckContext context, InterfaceChange change) => context.Log.IsRevert || GoesWithNamed(context, change)
        || (change.Change == UserMessageChangeKind.Removed && context.Log.TakesAway(change.Kind)) || GoesWithFunction(context, change) || IsPartSaid(context, change);

    /// <summary>No name that is promised to users, or one that is still read or was only connected by the code.</summary>
    private static bool IsNotPromised(IReadOnlyList<FileChange> files, InterfaceChange change, IReadOnlyList<InterfaceChange> all) =>
        IsExperimental(change) || IsInternal(change, all) || IsStillSpelt(files, change) || IsWiring(files, change) || IsVisited(files, change) || IsFromElsewhere(files, change);

    /// <summary>The document of the change, such as that of removed features, whose changed lines have all of the names; null when there is none.</summary>
    private static string? Documents(IReadOnlyList<FileChange> files, IReadOnlyList<string> names) =>
        files.FirstOrDefault(file => IsDocument(file.Path) && names.All(name => file.Lines.Any(line => WholeWord.IndexOf(line.Text, name) >= 0)))?.Path;

    private static bool IsDocument(string path) => path.StartsWith("docs/", StringComparison.Ordinal) || path.StartsWith("Documentation/", StringComparison.Ordinal) || Path.GetExtension(path) is ".rst" or ".texi" or ".md" or ".hx";

    /// <summary>The subject takes something away, and the log names another name that goes from the file: what belongs to it goes with it.</summary>
    private static bool GoesWithNamed(CheckContext context, InterfaceChange change) => change.Change == UserMessageChangeKind.Removed && context.Log.IsRemoval
        && context.Facts.Interfaces.Any(one => one.Change == UserMessageChangeKind.Removed && one.File == change.File && context.Mentions.Of(one) is not null);

    /// <summary>The function that reads the name goes as a whole, and the log has a telling part of its name: that of the command of an option.</summary>
    private static bool GoesWithFunction(CheckContext context, InterfaceChange change) => change is { Change: UserMessageChangeKind.Removed, LineBefore: { } line }
        && context.Facts.Places.FunctionThatGoes(change.File, line) is { } function && context.Log.Words.SpeaksOf(function.Replace('_', ' ')) is not null;

    private static bool IsSymbol(InterfaceChange change) => SourceLanguage.Of(change.File) == SourceLanguage.Kconfig;

    /// <summary>By QEMU's habit a name that begins with x- is not promised to stay.</summary>
    private static bool IsExperimental(InterfaceChange change) => change.Name[(change.Name.LastIndexOf('.') + 1)..].TrimStart('-').StartsWith("x-", StringComparison.Ordinal);

    /// <summary>No name that users type: a type of the schema, a member that goes with its type, or a type whose name is, or is now, a macro that the change does not show.</summary>
    private static bool IsInternal(InterfaceChange change, IReadOnlyList<InterfaceChange> all) => change.Change == UserMessageChangeKind.Removed
        && (IsSchemaType(change) || (change.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && all.Any(one => IsSchemaType(one) && one.Name == change.Name[..dot]))
            || (change.Kind == "object-type" && (IsMacro(change.Name) || all.Any(one => one.Change == UserMessageChangeKind.Added && one.File == change.File && one.Kind == change.Kind && IsMacro(one.Name)))));

    private static bool IsMacro(string name) => name.Contains('_', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');

    /// <summary>A type of QAPI is written in capitals and small letters, and what it holds behind a dot (docs/devel/qapi-code-gen.rst, "Naming rules").</summary>
    private static bool IsSchemaType(InterfaceChange change) => change is { Kind: "qapi", Change: UserMessageChangeKind.Removed } && char.IsAsciiLetterUpper(change.Name[0]) && change.Name.Any(char.IsAsciiLetterLower) && !change.Name.Contains('.', StringComparison.Ordinal);

    /// <summary>The name, in one spelling or the other, is still a word of a changed file: what reads it has moved, and does not show that the user loses it.</summary>
    private static bool IsStillSpelt(IReadOnlyList<FileChange> files, InterfaceChange change)
    {
        var name = change.Name[(change.Name.LastIndexOf('.') + 1)..];
        return change.Change == UserMessageChangeKind.Removed && files.Any(file => file.NewText is { } text && (WholeWord.IndexOf(text, name) >= 0 || WholeWord.IndexOf(text, name.Replace('-', '_')) >= 0));
    }

    /// <summary>The log has a telling part of a name that goes, a short one as well where it takes something away, or of a symbol in which the conditions differ.</summary>
    private static bool IsPartSaid(CheckContext context, InterfaceChange change) =>
        (change.Change == UserMessageChangeKind.Removed ? [change.Name] : context.Facts.DifferingSymbols(change)).Select(name => ChosenSymbols.Bare(name).Split('-', '_', '.'))
            .Any(parts => context.Log.Words.SpeaksOf(string.Join(' ', parts)) is not null
                || (change.Change == UserMessageChangeKind.Removed && context.Log.IsRemoval && parts.Any(part => part.Length > 2 && context.Log.Names(part, StringComparison.OrdinalIgnoreCase) is not null)));

    /// <summary>The code that set a property goes with it: it connected devices of a board, and is not what users set.</summary>
    private static bool IsWiring(IReadOnlyList<FileChange> files, InterfaceChange change) => change is { Kind: "property", Change: UserMessageChangeKind.Removed }
        && files.SelectMany(file => file.Lines).Any(line => line.Kind == DiffLineKind.Removed && line.Text.Contains("_set_", StringComparison.Ordinal) && line.Text.Contains($"\"{change.Name}\"", StringComparison.Ordinal));

    /// <summary>An option that the schema describes now: a visitor reads it (QEMU's include/qapi/opts-visitor.h).</summary>
    private static bool IsVisited(IReadOnlyList<FileChange> files, InterfaceChange change) => change is { Kind: "option", Change: UserMessageChangeKind.Removed }
        && files.SelectMany(file => file.Lines).Any(line => line.Kind == DiffLineKind.Added && (line.Text.Contains("opts_visitor_new(", StringComparison.Ordinal) || line.Text.Contains("OptsVisitor", StringComparison.Ordinal)));

    /// <summary>One that came from another file: what the build asks for that is no part of the conditions.</summary>
    private static bool IsFromElsewhere(IReadOnlyList<FileChange> files, InterfaceChange change) => change.Change == UserMessageChangeKind.ConditionChanged
        && files.FirstOrDefault(file => file.Path == change.File)?.OldText is { } old && WholeWord.IndexOf(old, change.Name) < 0;

    private static string What(InterfaceChange change) => change.Change switch
    {
        UserMessageChangeKind.Added => "appears",
        UserMessageChangeKind.Removed => "vanishes",
        _ => $"is there when {Words(change.ConditionAfter)} instead of {Words(change.ConditionBefore)}",
    };

    private static string Words(string? condition) => condition is null or "true" ? "always" : condition;
}
