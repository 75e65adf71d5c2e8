using System.Text.RegularExpressions;
using PatchScribe.Behaviour.Wording;
using PatchScribe.Diagnostics;

namespace PatchScribe.Checks.Log;

/// <summary>
/// The words of a log, as its sentences and blocks say them. In: a text of the change, or what comes and goes of one; out: the sentence that has its words, or whether
/// the log has enough of them. Words are known again in small letters, without the s of many, by their beginning and in parts of names.
/// </summary>
internal sealed partial class LogWords
{
    private const double MinShare = 0.6;

    /// <summary>Fewest letters of a word that is known again as the beginning of another, and as its end.</summary>
    private const int MinStem = 4;
    private const int MinPart = 5;

    private const string Library = "lib";

    private readonly LogPassages passages;
    private readonly Lazy<List<(LogSentence Sentence, HashSet<string> Words)>> said;

    public LogWords(LogPassages passages)
    {
        this.passages = passages;
        said = new(() => [.. passages.Sentences.Select((sentence, i) => (sentence, SaidWords(i == 0 ? Place().Replace(sentence.Text, "") : sentence.Text))),
            .. passages.Blocks.Select(block => new LogSentence(Quotation.OneLine(string.Join(' ', block.Lines)), block.FirstLine, block.LastLine)).Select(block => (block, SaidWords(block.Text)))]);
    }

    /// <summary>
    /// The sentence that has most of the words, at least two and six in ten of them, and one of those that <paramref name="other"/>, the text on the other side
    /// of the change, has not or has alone: what both sides say tells nothing of the change.
    /// </summary>
    public LogMention? Describes(string text, string? other = null)
    {
        var wanted = ContentWords(text);
        var news = other is null ? [] : ContentWords(other);
        if (other is not null)
        {
            news.SymmetricExceptWith(wanted);
        }

        var best = passages.Sentences.Select(sentence => (sentence, words: ContentWords(sentence.Text))).Where(pair => news.Count == 0 || pair.words.Overlaps(news))
            .Select(pair => (pair.sentence, shared: pair.words.Count(wanted.Contains))).OrderByDescending(pair => pair.shared).FirstOrDefault();
        return best.shared >= 2 && best.shared >= MinShare * wanted.Count ? new LogMention(MentionKind.Described, best.sentence.FirstLine, best.sentence.Text) : null;
    }

    /// <summary>
    /// The sentence that has a telling word of the text, four letters or more and not one of every message, or two shorter ones that begin
    /// its words: what a message that goes with its feature is about.
    /// </summary>
    public LogMention? SpeaksOf(string text)
    {
        var wanted = ContentWords(text).Where(IsRare).ToHashSet(StringComparer.Ordinal);
        var brief = ContentWords(text).Where(word => word.Length < 4).ToList();
        return Described(words => wanted.Any(word => IsSaid(word, words)) || (brief.Count > 1 && brief.TrueForAll(word => words.Any(one => one.StartsWith(word, StringComparison.Ordinal)))));
    }

    /// <summary>
    /// The sentence that has a part of a symbol's name, when the log has all parts but the general ones (TARGET, CMD). Where the change is made counts for
    /// a part of them.
    /// </summary>
    public LogMention? SpeaksOfSymbol(string symbol)
    {
        var parts = Split(symbol.Replace('_', ' ')).Where(word => IsContent(word) && !SymbolParts.Contains(word)).ToList();
        var place = SaidWords(Place().Match(passages.Sentences.Count > 0 ? passages.Sentences[0].Text : "").Value);
        return parts.TrueForAll(part => HasForm(part, place) || said.Value.Exists(one => HasForm(part, one.Words))) ? Described(words => parts.Exists(part => HasForm(part, words))) : null;
    }

    /// <summary>
    /// The sentence that has a telling word or number that a message gains, or only loses, when the log has all of them: the message follows what the
    /// log is about.
    /// </summary>
    public LogMention? SpeaksOfNews(string before, string after)
    {
        var news = Except(after, before);
        news = news.Count > 0 ? news : Except(before, after);
        return news.Count > 0 && news.TrueForAll(IsSaid) ? Described(words => news.Exists(word => IsSaid(word, words))) : null;
    }

    /// <summary>True when the log has half of the telling words of a text: it is about the same matter.</summary>
    public bool IsAbout(string text) => HasHalf(ContentWords(text).Where(IsTelling));

    /// <summary>
    /// True when the log says why a message reads otherwise: it has half of the telling words and numbers that come, or of the words that come and go; or its subject
    /// has a telling word that stays, and so is about what the message is about.
    /// </summary>
    public bool Explains(MessageWording wording) =>
        (said.Value is [var subject, ..] && wording.Kept.Select(Singular).Any(word => IsTelling(word) && HasForm(word, subject.Words)))
        || HasHalf(wording.Come.Select(Singular).Where(IsTelling).Concat(wording.Numbers)) || HasHalf(wording.Come.Concat(wording.Gone).Select(Singular).Where(IsContent));

    private bool HasHalf(IEnumerable<string> words) => words.ToList() is { Count: > 0 } all && all.Count(IsSaid) * 2 >= all.Count;

    private bool IsSaid(string word) => said.Value.Exists(one => IsSaid(word, one.Words));

    /// <summary>The first sentence whose words are so.</summary>
    private LogMention? Described(Func<HashSet<string>, bool> isSo) =>
        said.Value.Find(one => isSo(one.Words)).Sentence is { } found ? new LogMention(MentionKind.Described, found.FirstLine, found.Text) : null;

    private static List<string> Except(string text, string other) =>
        [.. ContentWords(text).Where(IsTelling).Except(ContentWords(other), StringComparer.Ordinal)];

    /// <summary>The word itself, or one that begins or ends the other (sound and soundcards, ordering and order).</summary>
    private static bool IsSaid(string word, HashSet<string> words) => HasForm(word, words) || words.Any(one => IsEnd(word, one) || IsEnd(one, word));

    /// <summary>The word itself, or one that begins the other.</summary>
    private static bool HasForm(string word, HashSet<string> words) => words.Contains(word) || words.Any(one => IsStem(word, one) || IsStem(one, word));

    private static bool IsStem(string stem, string whole) => stem.Length >= (CommonWords.Contains(stem) ? MinPart : MinStem) && whole.StartsWith(stem, StringComparison.Ordinal);

    private static bool IsEnd(string end, string whole) => end.Length >= MinPart && whole.EndsWith(end, StringComparison.Ordinal);

    private static HashSet<string> ContentWords(string text) => [.. Split(text).Where(IsContent)];

    /// <summary>As <see cref="ContentWords"/>, with the parts of names and those without their joints, two words in a row as one (a sys call is a syscall), and libraries by their name alone.</summary>
    private static HashSet<string> SaidWords(string text)
    {
        var words = Split(text).ToList();
        var parts = words.Where(word => word.Contains('_', StringComparison.Ordinal)).SelectMany(word => word.Split('_').Select(Singular).Append(word.Replace("_", "", StringComparison.Ordinal)));
        var pairs = words.Zip(words.Skip(1), string.Concat);
        var libraries = words.Where(word => word.StartsWith(Library, StringComparison.Ordinal)).Select(word => word[Library.Length..]);
        return [.. words.Concat(parts).Concat(pairs).Concat(libraries).Where(IsContent)];
    }

    /// <summary>Words in small letters and without the s of many; a version (v3, rev2) is its number.</summary>
    private static IEnumerable<string> Split(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => Version().Match(match.Value) is { Success: true } version ? version.Groups["number"].Value : Singular(match.Value));

    private static string Singular(string word) => word.Length > 4 ? word.TrimEnd('s') : word;

    /// <summary>A word that few messages have, or a number.</summary>
    private static bool IsTelling(string word) => IsContent(word) && (IsRare(word) || word.All(char.IsAsciiDigit));

    private static bool IsRare(string word) => word.Length >= 4 && !CommonWords.Contains(word);

    private static bool IsContent(string word) => (word.Length > 2 || (word.Length > 0 && word.All(char.IsAsciiDigit))) && !StopWords.Contains(word);

    private static readonly HashSet<string> StopWords = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "not", "with", "that", "thi", "from", "are", "wa", "will", "can", "cannot", "could", "should", "must", "may", "but", "when", "while", "then", "than",
        "into", "onto", "its", "it", "has", "have", "had", "been", "being", "use", "used", "error", "failed", "fail", "unable", "invalid", "message",
        "need", "needed", "please", "without", "both", "either", "neither", "nor", "you", "your", "were",
    };

    /// <summary>Parts of symbols that say of what kind they are.</summary>
    private static readonly string[] SymbolParts = ["config", "target", "arch", "mach", "soc", "board", "cmd", "driver", "support", "enable", "sy", "sys", "spl", "tpl", "vpl"];

    private static readonly HashSet<string> CommonWords = new(StringComparer.Ordinal)
    {
        "find", "open", "load", "read", "write", "size", "file", "byte", "value", "number", "name", "memory", "address", "device", "supported", "support", "found", "missing", "require",
        "required", "allocate", "create", "initialize", "property", "parameter", "option", "argument", "already", "more", "less", "only", "there", "which", "function", "call", "code", "return",
        "same", "type", "state", "register", "data", "guest", "host", "qemu", "kernel", "driver",
    };

    /// <summary>Where a change is made, in front of its subject: that speaks of nothing yet.</summary>
    [GeneratedRegex(@"^(\[[^\]]{0,60}\] ?)?[\w/.,+* -]{1,60}: ", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex("[a-z0-9_]+")]
    private static partial Regex Word();

    [GeneratedRegex("^(v|r|rev|ver)(?<number>[0-9]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
