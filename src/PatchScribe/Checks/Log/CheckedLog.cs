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
    private const double MinShare = 0.6;

    private readonly string line;
    private readonly List<(int Offset, int Line)> starts = [];
    private readonly LogPassages passages;

    public CheckedLog(string message)
    {
        Lines = message.TrimEnd('\n').Split('\n');
        Trailers = [.. TrailerReader.Read(message.TrimEnd('\n')).Where(trailer => trailer.Line > 1)];
        passages = LogPassageReader.Read(message);
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

    /// <summary>Lines of the log, the subject first.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Trailer lines.</summary>
    public IReadOnlyList<Trailer> Trailers { get; }

    /// <summary>Sentences of prose, the subject first.</summary>
    public IReadOnlyList<LogSentence> Sentences => passages.Sentences;

    /// <summary>Indented or fenced blocks.</summary>
    public IReadOnlyList<LogVerbatim> Blocks => passages.Blocks;

    /// <summary>The whole text with its line ends.</summary>
    public string Text => string.Join('\n', Lines);

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

    /// <summary>The sentence that has most of the words, at least two and six in ten of them.</summary>
    public LogMention? Describes(string text)
    {
        var wanted = ContentWords(text);
        var best = Sentences.Select(sentence => (sentence, shared: ContentWords(sentence.Text).Count(wanted.Contains))).OrderByDescending(pair => pair.shared).FirstOrDefault();
        return best.shared >= 2 && best.shared >= MinShare * wanted.Count ? new LogMention(MentionKind.Described, best.sentence.FirstLine, best.sentence.Text) : null;
    }

    /// <summary>
    /// The sentence that has a telling word of the text, four letters or more and not one of every message, or two shorter ones that begin
    /// its words: what a message that goes with its feature is about.
    /// </summary>
    public LogMention? SpeaksOf(string text)
    {
        var wanted = ContentWords(text).Where(word => word.Length >= 4 && !CommonWords.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var brief = ContentWords(text).Where(word => word.Length < 4).ToList();
        return Sentences.FirstOrDefault(sentence => ContentWords(sentence.Text) is var said && (said.Overlaps(wanted) || (brief.Count > 1 && brief.TrueForAll(word => said.Any(one => one.StartsWith(word, StringComparison.Ordinal)))))) is { } found
            ? new LogMention(MentionKind.Described, found.FirstLine, found.Text) : null;
    }

    /// <summary>The sentence that has a telling word that a message gains, when the log has all of them: the message follows what the log is about.</summary>
    public LogMention? SpeaksOfNews(string before, string after)
    {
        var news = ContentWords(after).Where(word => word.Length >= 4 && !CommonWords.Contains(word)).Except(ContentWords(before), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var said = Sentences.SelectMany(sentence => ContentWords(sentence.Text)).ToHashSet(StringComparer.Ordinal);
        return news.Count > 0 && news.IsSubsetOf(said) && Sentences.FirstOrDefault(sentence => ContentWords(sentence.Text).Overlaps(news)) is { } found ? new LogMention(MentionKind.Described, found.FirstLine, found.Text) : null;
    }

    /// <summary>True when the paragraph around a line has a match.</summary>
    public bool ParagraphHas(int line, Regex expression)
    {
        var (first, last) = (line - 1, line - 1);
        while (first > 0 && Lines[first - 1].Length > 0)
        {
            first--;
        }

        while (last + 1 < Lines.Count && Lines[last + 1].Length > 0)
        {
            last++;
        }

        return Enumerable.Range(first, last - first + 1).Any(i => expression.IsMatch(Lines[i]));
    }

    /// <summary>The sentence that speaks of messages, errors or warnings in general.</summary>
    public LogMention? SpeaksOfMessages() =>
        Sentences.FirstOrDefault(sentence => Messages().IsMatch(sentence.Text)) is { } found ? new LogMention(MentionKind.General, found.FirstLine, found.Text) : null;

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

    private static HashSet<string> ContentWords(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value.Length > 4 ? match.Value.TrimEnd('s') : match.Value).Where(word => word.Length > 2 && !StopWords.Contains(word))];

    private static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "not", "with", "that", "thi", "from", "are", "wa", "will", "can", "cannot", "could", "should", "must", "may", "but", "when", "while", "then", "than",
        "into", "onto", "its", "it", "has", "have", "had", "been", "being", "use", "used", "error", "failed", "fail", "unable", "invalid", "message",
        "need", "needed", "please", "without", "both", "either",
    };

    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "find", "open", "load", "read", "write", "size", "file", "byte", "value", "number", "name", "memory", "address", "device", "supported", "support", "found", "missing", "require",
        "required", "allocate", "create", "initialize", "property", "parameter", "option", "argument", "already", "more", "less", "only", "there", "which", "function", "call", "code", "return",
        "same", "type", "state", "register", "data", "guest", "host", "qemu", "kernel", "driver",
    };

    private int LineOf(int offset)
    {
        var i = starts.FindLastIndex(start => start.Offset <= offset);
        return i < 0 ? 1 : starts[i].Line;
    }

    [GeneratedRegex(@"\b((un)?conditional(s|ly)?|#?ifdefs?|compile[- ]time|configured (in|out))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Conditions();

    [GeneratedRegex("[a-z0-9_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(error|warning|log|debug|info|failure|diagnostic)?\s?(messages?|strings?|output|wording)\b|\b(errors?|warnings?|warn(s|ed|ing)?|error_[a-z_]+|warn_[a-z_]+|reports?|reported|reporting|prints?|printed|printing|printf|complain(s|ed)?|dev_(err|warn)|pr_(err|warn)|diagnostics?|typos?|spelling)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Messages();
}
