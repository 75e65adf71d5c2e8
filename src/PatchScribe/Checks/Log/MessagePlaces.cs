using System.Text.RegularExpressions;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diffs;
using PatchScribe.UserMessages;

namespace PatchScribe.Checks.Log;

/// <summary>What else a change does where a message changes: why the text is another one is mostly seen there.</summary>
internal sealed partial class MessagePlaces(IReadOnlyDictionary<string, FileChange> files, IReadOnlyList<UserMessageChange> changes)
{
    private const string EmptyLiteral = "\"\"";

    private readonly Dictionary<string, Place?> places = new(StringComparer.Ordinal);

    private sealed record Place(CodeChange Code, Lazy<HashSet<string>> Gaining, Lazy<IReadOnlyList<UserMessage>> Before, Lazy<IReadOnlyList<UserMessage>> After, Lazy<CodeLines> LinesBefore, Lazy<CodeLines> LinesAfter);

    /// <summary>True when only calls of messages stand on the changed lines around the message: no code beside it changes.</summary>
    public bool IsAlone(UserMessageChange message) => Of(message.File) is { } place && Pieces(message.File).Where(piece => piece.Any(line => Holds(place, line, message))).ToList() is { Count: > 0 } own
        && own.TrueForAll(piece => IsOnlyMessages(place, piece));

    /// <summary>
    /// True when the words that a text loses stand in literals of the file that come, so that they are put into it or printed beside it; or those that it gains in literals that
    /// go, so that it had been filled with them; or where a value had been an empty literal.
    /// </summary>
    public bool IsFilledIn(UserMessageChange message) =>
        StandIn(Literals(message, DiffLineKind.Added), Words(message.Before).Except(Words(message.After), StringComparer.Ordinal))
        || StandIn(Literals(message, DiffLineKind.Removed), Words(message.After).Except(Words(message.Before), StringComparer.Ordinal))
        || (Words(message.Before).SequenceEqual(Words(message.After), StringComparer.Ordinal) && OwnLines(message)[DiffLineKind.Removed].Any(line => line.Text.Contains(EmptyLiteral, StringComparison.Ordinal)));

    /// <summary>The message that comes among the same changed lines as one that goes, or null.</summary>
    public UserMessageChange? ReplacementOf(UserMessageChange message)
    {
        var piece = PieceOf(message);
        return changes.FirstOrDefault(one => one.Change == UserMessageChangeKind.Added && one.File == message.File && piece.Exists(line => line.Kind == DiffLineKind.Added && line.NewLine == one.LineAfter));
    }

    /// <summary>True when the program asks the same before it prints the text that goes and the one that comes, or gets to where the message had been.</summary>
    public bool HasSameTest(UserMessageChange message) => message.LineBefore is { } before && Of(message.File) is { } place
        && MessageTest.Of(place.LinesBefore.Value, before) == MessageTest.Of(place.LinesAfter.Value, message.LineAfter ?? Behind(place.Code.Map, before));

    /// <summary>The new line behind what is left in front of an old one.</summary>
    private static int Behind(LineMap map, int line)
    {
        int? left = null;
        while (left is null && --line > 0)
        {
            left = map.ToNew(line);
        }

        return (left ?? 0) + 1;
    }

    private static bool StandIn(HashSet<string> literals, IEnumerable<string> words) => words.Any() && literals.IsSupersetOf(words);

    /// <summary>Words of the literals on the added or removed lines of the message's file, but for its own text.</summary>
    private HashSet<string> Literals(UserMessageChange message, DiffLineKind kind)
    {
        var own = Words(kind == DiffLineKind.Added ? message.After : message.Before).ToHashSet(StringComparer.Ordinal);
        return files.TryGetValue(message.File, out var file) ? [.. file.Lines.Where(line => line.Kind == kind).SelectMany(line => Literal().Matches(line.Text)).SelectMany(match => Words(match.Value)).Where(word => !own.Contains(word))] : [];
    }

    /// <summary>True when the function around the message is new and the one that had it is still there: its code was taken out of that one.</summary>
    public bool IsTakenOut(UserMessageChange message) => message is { Function: { } function, LineBefore: { } line } && Of(message.File) is { Code: { } code } && code.Before.FunctionAt(line) is { } former && former != function
        && WholeWord.IndexOf(code.File.OldText ?? function, function) < 0 && WholeWord.IndexOf(code.File.NewText ?? "", former) >= 0;

    /// <summary>The function around an old line, where the file has no function of that name any more; else null.</summary>
    public string? FunctionThatGoes(string path, int line) => Of(path)?.Code is { } code && code.Before.FunctionAt(line) is { } function && WholeWord.IndexOf(code.File.NewText ?? function, function) < 0 ? function : null;

    /// <summary>
    /// True for a message that goes from a function that gains other code: that code may say what the user sees instead, so that the message alone does
    /// not show that the user loses something.
    /// </summary>
    public bool IsReplaced(UserMessageChange message) =>
        message is { Change: UserMessageChangeKind.Removed, Function: { } function } && Of(message.File)?.Gaining.Value.Contains(function) == true;

    /// <summary>
    /// The names of functions and macros that go with the message: those on the removed lines in one piece with one that goes, those that only one side of the
    /// call has for one that changes.
    /// </summary>
    public IEnumerable<string> NamesAround(UserMessageChange message)
    {
        if (message.Change == UserMessageChangeKind.Removed)
        {
            return Names(PieceOf(message).Where(line => line.Kind == DiffLineKind.Removed));
        }

        var own = OwnLines(message);
        var (gone, come) = (Names(own[DiffLineKind.Removed]), Names(own[DiffLineKind.Added]));
        return gone.Except(come, StringComparer.Ordinal).Concat(come.Except(gone, StringComparer.Ordinal));
    }

    /// <summary>The changed lines of the call.</summary>
    private ILookup<DiffLineKind, DiffLine> OwnLines(UserMessageChange message) =>
        (Of(message.File) is { } place ? Pieces(message.File).SelectMany(piece => piece).Where(line => Holds(place, line, message)) : []).ToLookup(line => line.Kind);

    private static List<string> Names(IEnumerable<DiffLine> lines) => [.. lines.SelectMany(line => CodeName().Matches(line.Text)).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    private bool IsOnlyMessages(Place place, IEnumerable<DiffLine> changed) => changed.Where(line => line.Text.Any(char.IsLetterOrDigit)).All(line => Holds(place, line, null));

    /// <summary>The run of changed lines from which a message goes; empty when there is none.</summary>
    private List<DiffLine> PieceOf(UserMessageChange message) =>
        Pieces(message.File).FirstOrDefault(piece => piece.Exists(line => line.Kind == DiffLineKind.Removed && line.OldLine == message.LineBefore)) ?? [];

    /// <summary>Runs of changed lines.</summary>
    private IEnumerable<List<DiffLine>> Pieces(string path)
    {
        foreach (var hunk in files.TryGetValue(path, out var file) ? file.Hunks : [])
        {
            var piece = new List<DiffLine>();
            foreach (var line in hunk.Lines)
            {
                if (IsChanged(line))
                {
                    piece.Add(line);
                }
                else if (piece.Count > 0)
                {
                    yield return piece;
                    piece = [];
                }
            }

            if (piece.Count > 0)
            {
                yield return piece;
            }
        }
    }

    /// <summary>The line belongs to a call of the message, or of any where none is given. Of calls that a repository names itself the first line is known.</summary>
    private bool Holds(Place place, DiffLine line, UserMessageChange? change)
    {
        var isBefore = line.Kind == DiffLineKind.Removed;
        var number = isBefore ? line.OldLine : line.NewLine;
        int? Start(UserMessageChange one) => isBefore ? one.LineBefore : one.LineAfter;
        return (isBefore ? place.Before : place.After).Value.Any(message => message.Line <= number && number <= message.LastLine && (change is null || message.Line == Start(change)))
            || (change is null ? changes.Any(one => one.File == place.Code.File.Path && Start(one) == number) : Start(change) == number);
    }

    private Place? Of(string path)
    {
        if (!places.TryGetValue(path, out var place))
        {
            places[path] = place = files.TryGetValue(path, out var file) && CodeChange.Of([file]) is [var code]
                ? new Place(code, new(() => Gaining(code)), new(() => UserMessageFinder.Find(code.Before)), new(() => UserMessageFinder.Find(code.After)), new(() => new(code.Before)), new(() => new(code.After))) : null;
        }

        return place;
    }

    private static HashSet<string> Gaining(CodeChange code) =>
        code.File.Lines.Where(line => line is { Kind: DiffLineKind.Added, NewLine: not null } && line.Text.Any(char.IsLetterOrDigit)).Select(line => code.After.FunctionAt(line.NewLine!.Value)).OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static bool IsChanged(DiffLine line) => line.Kind != DiffLineKind.Context;

    private static IEnumerable<string> Words(string? text) => FormatPieces.Words(text ?? "");

    [GeneratedRegex(@"""[^""]*""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b\w+_\w+\b|\b\w{4,}(?=\()")]
    private static partial Regex CodeName();
}
