using System.Text;
using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Wording;
using PatchScribe.Diagnostics;
using PatchScribe.Threads;

namespace PatchScribe.Checks.Log;

/// <summary>
/// A commit log as the rules ask it: its lines (subject is line 1), sentences, trailers, and where it quotes, names or describes
/// something. Trailers are no place where a change is described, except that they may name things.
/// </summary>
internal sealed partial class CheckedLog
{
    /// <summary>What all words of the matter have in common.</summary>
    public const string Deprecation = "deprecat";

    private readonly string line;
    private readonly List<(int Offset, int Line)> starts = [];
    private readonly LogPassages passages;
    private readonly Lazy<bool[]> notesOnPatch;
    private readonly Lazy<List<string>> titles;
    private readonly Dictionary<(int First, Regex Expression), bool> paragraphs = [];

    public CheckedLog(string message)
    {
        Text = message.TrimEnd('\n');
        Lines = Text.Split('\n');
        Trailers = [.. TrailerReader.Read(Text).Where(trailer => trailer.Line > 1)];
        passages = LogPassageReader.Read(WithoutTrailers());
        Words = new LogWords(passages);
        notesOnPatch = new(NotesOnPatch);
        titles = new(() => [.. MatchesAcross(Title()).Select(pair => pair.Match.Value)]);
        var text = new StringBuilder();
        for (var i = 0; i < Lines.Count; i++)
        {
            var words = Quotation.OneLine(Lines[i]);
            if (words.Length > 0)
            {
                starts.Add((text.Length, i + 1));
                text.Append(words).Append(' ');
            }
        }

        line = text.ToString();
    }

    /// <summary>True for a log whose subject takes something away: what goes with it needs no word of its own.</summary>
    public bool IsRemoval => Removal().IsMatch(Lines[0]);

    /// <summary>True for the log of a commit that takes another one back.</summary>
    public bool IsRevert => Revert().IsMatch(Text);

    /// <summary>True for a log that says that something is deprecated.</summary>
    public bool Deprecates => Sentences.Any(sentence => sentence.Text.Contains(Deprecation, StringComparison.OrdinalIgnoreCase));

    /// <summary>Lines of the log, the subject first.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Trailer lines.</summary>
    public IReadOnlyList<Trailer> Trailers { get; }

    /// <summary>Commits that Fixes lines name, with the title if one stands there.</summary>
    public IEnumerable<(string Hash, string? Title, int Line)> Fixes =>
        Trailers.Where(trailer => trailer.Token == "Fixes").Select(trailer => (match: FixedCommit().Match(trailer.Value), trailer.Line)).Where(pair => pair.match.Success)
            .Select(pair => (pair.match.Groups["hash"].Value, pair.match.Groups["title"] is { Success: true } title ? title.Value : null, pair.Line));

    /// <summary>Sentences of prose, the subject first.</summary>
    public IReadOnlyList<LogSentence> Sentences => passages.Sentences;

    /// <summary>Indented or fenced blocks.</summary>
    public IReadOnlyList<LogVerbatim> Blocks => passages.Blocks;

    /// <summary>Its words, as its sentences say them.</summary>
    public LogWords Words { get; }

    /// <summary>The whole text with its line ends.</summary>
    public string Text { get; }

    /// <summary>Where a message stands, with values in place of its specifiers.</summary>
    public LogMention? Quotes(string? format)
    {
        var pieces = format is null ? null : new FormatPieces(format);
        var at = pieces?.IndexIn(line) ?? -1;
        return at < 0 ? null : new LogMention(MentionKind.Quoted, LineOf(at), pieces!.Text);
    }

    /// <summary>Where a rendered text stands, blanks and line ends aside.</summary>
    public LogMention? Holds(string text)
    {
        var at = line.IndexOf(Quotation.OneLine(text), StringComparison.Ordinal);
        return at < 0 ? null : new LogMention(MentionKind.Quoted, LineOf(at), text);
    }

    /// <summary>Where a name stands as a word of its own.</summary>
    public LogMention? Names(string name, StringComparison comparison = StringComparison.Ordinal)
    {
        var at = WholeWord.IndexOf(line, name, comparison);
        return at < 0 ? null : new LogMention(MentionKind.Named, LineOf(at), name);
    }

    /// <summary>Where the log has the replacement that makes one text of the other, as sed(1) writes it: <c>s/old/new/</c>.</summary>
    public LogMention? Replaces(string before, string after) =>
        Matches(Substitution()).FirstOrDefault(pair => before.Replace(pair.Match.Groups["old"].Value, pair.Match.Groups["new"].Value, StringComparison.Ordinal) == after) is { Match: { } match, Line: var at }
            ? new LogMention(MentionKind.Quoted, at, match.Value) : null;

    /// <summary>Sentences of which a part stands in the line.</summary>
    public IEnumerable<LogSentence> SentencesAt(int line) => Sentences.Where(sentence => sentence.FirstLine <= line && line <= sentence.LastLine);

    /// <summary>True for a name that stands in the title of a commit that the log refers to: it was right in its time.</summary>
    public bool IsInTitle(string name) => titles.Value.Exists(title => title.Contains(name, StringComparison.Ordinal));

    /// <summary>True for a line of a block, such as what a program printed.</summary>
    public bool IsShown(int line) => Blocks.Any(block => block.FirstLine <= line && line <= block.LastLine);

    /// <summary>
    /// True for a line of what someone on the patch's way says in brackets of the versions of the patch (<c>[name: renamed A to B]</c>): what it names may be of an earlier one.
    /// </summary>
    public bool IsNoteOnPatch(int line) => notesOnPatch.Value[line - 1];

    /// <summary>For each line whether it is one; a note goes from its bracket to the line that ends with one, or to an empty one.</summary>
    private bool[] NotesOnPatch()
    {
        var notes = new bool[Lines.Count];
        for (var i = 0; i < notes.Length; i++)
        {
            var begins = i == 0 || Lines[i].StartsWith('[') || Lines[i - 1].EndsWith(']') || Lines[i].Length == 0;
            notes[i] = begins ? NoteOnPatch().IsMatch(Lines[i]) : notes[i - 1];
        }

        return notes;
    }

    /// <summary>True when the paragraph around a line has a match.</summary>
    public bool ParagraphHas(int line, Regex expression)
    {
        var (first, last) = (line - 1, line - 1);
        while (first > 0 && Lines[first - 1].Length > 0)
        {
            first--;
        }

        if (!paragraphs.TryGetValue((first, expression), out var has))
        {
            while (last + 1 < Lines.Count && Lines[last + 1].Length > 0)
            {
                last++;
            }

            paragraphs[(first, expression)] = has = Enumerable.Range(first, last - first + 1).Any(i => expression.IsMatch(Lines[i]));
        }

        return has;
    }

    /// <summary>True when a sentence takes names of the kind away ("Drop the old properties"), the list that they stand in, or the command of an option, or says that they cannot be set.</summary>
    public bool TakesAway(string kind) => Sentences.Any(sentence => NotSet().IsMatch(sentence.Text) || (TakenAway().Match(sentence.Text) is { Success: true } match && match.Groups["kind"].Value is var taken
        && (taken.Equals("list", StringComparison.OrdinalIgnoreCase) || kind.Contains(taken, StringComparison.OrdinalIgnoreCase) || (kind == "option" && taken.Equals("command", StringComparison.OrdinalIgnoreCase)))));

    /// <summary>The sentence that speaks of messages, errors or warnings in general.</summary>
    public LogMention? SpeaksOfMessages() =>
        Sentences.FirstOrDefault(sentence => Messages().IsMatch(sentence.Text)) is { } found ? new LogMention(MentionKind.General, found.FirstLine, found.Text) : null;

    /// <summary>The sentence that says that a check or a limit goes or is not needed.</summary>
    public LogMention? SpeaksOfCheckThatGoes() =>
        Sentences.FirstOrDefault(sentence => CheckThatGoes().IsMatch(sentence.Text)) is { } found ? new LogMention(MentionKind.General, found.FirstLine, found.Text) : null;

    /// <summary>The subject that says that something is done or taken now.</summary>
    public LogMention? SaysOfSupport() => Support().IsMatch(Lines[0]) ? new LogMention(MentionKind.General, 1, Lines[0]) : null;

    /// <summary>The sentence that speaks of conditions in general.</summary>
    public LogMention? SpeaksOfConditions() =>
        Sentences.FirstOrDefault(sentence => Conditions().IsMatch(sentence.Text)) is { } found ? new LogMention(MentionKind.General, found.FirstLine, found.Text) : null;

    /// <summary>Matches of an expression with their lines, trailers left out.</summary>
    public IEnumerable<(Match Match, int Line)> Matches(Regex expression)
    {
        var trailers = Trailers.Select(trailer => trailer.Line).ToHashSet();
        return Lines.Select((text, i) => (text, Line: i + 1)).Where(pair => !trailers.Contains(pair.Line)).SelectMany(pair => expression.Matches(pair.text), (pair, match) => (match, pair.Line));
    }

    /// <summary>As <see cref="Matches"/>, over line ends.</summary>
    public IEnumerable<(Match Match, int Line)> MatchesAcross(Regex expression)
    {
        var trailers = Trailers.Select(trailer => trailer.Line).ToHashSet();
        return expression.Matches(line).Select(match => (match, Line: LineOf(match.Index))).Where(pair => !trailers.Contains(pair.Line));
    }

    /// <summary>The text with empty lines for the trailers, which are no prose (a Message-ID speaks of no message).</summary>
    private string WithoutTrailers()
    {
        var lines = Lines.ToArray();
        foreach (var trailer in Trailers)
        {
            lines[trailer.Line - 1] = "";
        }

        return string.Join('\n', lines);
    }

    private int LineOf(int offset)
    {
        var i = starts.FindLastIndex(start => start.Offset <= offset);
        return i < 0 ? 1 : starts[i].Line;
    }

    [GeneratedRegex(@"\b((un)?conditional(s|ly)?|#?ifdefs?|compile[- ]time|configured (in|out)|CONFIG_?\*?[ -](switch|symbol|option|setting)(es|s)?|build (setting|option|configuration)s?|dependenc(y|ies)|depends? on)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Conditions();

    [GeneratedRegex("""^(commit )?(?<hash>[0-9a-f]{7,40})\b( ?\(["'](?<title>.{3,200})["']\)| ["'](?<title>.{3,200})["'])?""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex FixedCommit();

    [GeneratedRegex(@"\b(remov|drop|delet|eliminat|skip|avoid|lift|relax|no longer|needless|redundant|useless|superfluous|unneeded|unnecessary|unreachable)(e|es|ed|ing|s|ping|ped)?\b[^.]{0,60}\b(check|test|guard|restriction|limit|limitation|validation)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CheckThatGoes();

    [GeneratedRegex(@"\b(support|implement|allow|handle|enable|permit|accept)(s|ed|ing)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Support();

    [GeneratedRegex(@"^(\w[\w/ :-]{0,60}: )?(revert|reapply|restore (the )?(patch(es)?|commits?|(patch )?series))\b|\bthis (partially )?reverts commit\b|\ba revert of commit\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Revert();

    [GeneratedRegex(@"\b(remov|drop|delet|eliminat|eradicat)(e|es|ed|ing|s|ping|ped)?\b|\bget rid\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Removal();

    [GeneratedRegex(@"\b(remov|drop|delet|eliminat|get(ting|s)? rid of)(e|es|ed|ing|s|ping|ped)?\b[^.]{0,60}\b(?<kind>propert|option|command|type|list)(y|ies|s)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TakenAway();

    [GeneratedRegex(@"\b(no longer|not) (be )?(possible|able|allowed) to (set|give|specify|configure|pass)\b|\b(can(not| no longer| not)|can't) be (set|given|specified|configured|passed)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex NotSet();

    [GeneratedRegex("""(?<=\b[0-9a-f]{7,40} ?\()"[^"]{3,200}"(?=\))""")]
    private static partial Regex Title();

    [GeneratedRegex(@"^\[ ?[\w.+@' -]{2,60}:( |$)")]
    private static partial Regex NoteOnPatch();

    [GeneratedRegex(@"(?<!\w)s/(?<old>[^/\s]{1,60})/(?<new>[^/\s]{1,60})(/|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\b(error|warning|log|debug|info|failure|diagnostic)?\s?(?<!\bcommit )(messages?|strings?|output|wording)\b|\b(errors?|warnings?|warn(s|ed|ing)?|error_[a-z_]+|warn_[a-z_]+|reports?|reported|reporting|prints?|printed|printing|printf|complain(s|ed)?|dev_(err|warn)|pr_(err|warn)|diagnostics?|typos?|spelling)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Messages();
}
