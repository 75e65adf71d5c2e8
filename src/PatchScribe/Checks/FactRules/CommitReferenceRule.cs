using System.Text.RegularExpressions;
using PatchScribe.Checks.Log;
using PatchScribe.Checks.Rules;
using PatchScribe.Diagnostics;
using PatchScribe.Git;

namespace PatchScribe.Checks.FactRules;

/// <summary>A commit that the log or a Fixes line names does not exist, has another title, or is written too short (a note).</summary>
internal sealed partial class CommitReferenceRule : ICheckRule
{
    /// <summary>The mode of a submodule's commit in a tree (git-fast-import(1), "filemodify").</summary>
    private const string Submodule = "160000";

    /// <summary>So many letters may differ in a title that is still the same.</summary>
    private const int MaxMisspelt = 2;

    public string Id => "PS0203";

    public string Name => "commit-reference";

    public Severity Severity => Severity.Error;

    public IEnumerable<Finding> Check(CheckContext context)
    {
        if (context.Request.Repository is not { } repository)
        {
            yield break;
        }

        Commit? WithTitle(string? title) => title is null || title == context.Log.Lines[0] ? null : repository.FindTitle(Quotation.OneLine(title));
        foreach (var (hash, title, line) in References(context.Log))
        {
            var found = repository.FindCommit(hash);
            if (found is null && IsOfOtherRepository(context, repository, hash, title, line))
            {
                continue;
            }

            if (found is null)
            {
                var meant = WithTitle(title) ?? WithTitle(TitleBeside(context.Log, hash, line));
                yield return repository.IsAmbiguous(hash)
                    ? this.OfLog($"the id {hash} is ambiguous in the repository", "write more characters of it", line, hash)
                    : this.OfLog($"the repository has no commit {hash}", meant is not null ? $"write: {meant.ShortId} (\"{meant.Subject}\")" : "give the id that the commit has in this tree, or say which tree it is from", line, hash) with
                    { Severity = meant is null && SpeaksOfOthers(context.Log) ? Severity.Note : Severity };
            }
            else if (title is not null && !SameTitle(title, found.Subject))
            {
                var isCut = Plain(found.Subject).Contains(Plain(title), StringComparison.OrdinalIgnoreCase);
                var other = isCut ? null : WithTitle(title);
                var isNear = !isCut && other is null && Spelling.Distance(Plain(title), Plain(found.Subject)) <= MaxMisspelt;
                var right = other ?? found;
                yield return this.OfLog(isCut ? $"the title of commit {hash} is cut" : isNear ? $"the title of commit {hash} is spelt otherwise" : $"commit {hash} has another title", $"write: {right.ShortId} (\"{right.Subject}\")", line, hash,
                    new Evidence("code", $"{found.Id} {found.Subject}")) with
                { Severity = isCut || isNear ? Severity.Note : Severity };
            }
            else if (hash.Length < context.Request.MinHashLength)
            {
                yield return this.OfLog($"commit id {hash} is shorter than {context.Request.MinHashLength} characters", $"write: {found.ShortId} (\"{found.Subject}\")", line, hash, new Evidence("code", found.Id)) with { Severity = Severity.Note };
            }
        }
    }

    /// <summary>The log speaks of another project or tree somewhere: an id whose title this tree does not have may be one of that.</summary>
    private static bool SpeaksOfOthers(CheckedLog log) => log.Lines.Any(text => OtherProject().IsMatch(text) || OtherTree().IsMatch(text)) || log.Sentences.Any(sentence => Origin().IsMatch(sentence.Text));

    /// <summary>What may be the title: in brackets behind the id, or below a line that ends with it, as git-log(1) shows one; null where nothing is.</summary>
    private static string? TitleBeside(CheckedLog log, string hash, int line) => !log.Lines[line - 1].TrimEnd().EndsWith(hash, StringComparison.Ordinal)
        ? log.MatchesAcross(InBrackets()).FirstOrDefault(pair => pair.Match.Groups["hash"].Value == hash).Match?.Groups["title"].Value
        : log.Lines.Skip(line).FirstOrDefault(text => text.Trim().Length > 0 && !LogHeader().IsMatch(text))?.Trim();

    /// <summary>
    /// The commit is most likely one of another repository: of the submodule that the change updates, of the project that a copy is brought up to or that code is taken from,
    /// of that which a link names; without a title also one that a program printed, or beside another program's release or name.
    /// </summary>
    private static bool IsOfOtherRepository(CheckContext context, GitRepository repository, string hash, string? title, int line) =>
        (context.Request.Analysis.Files.Any(file => file.NewMode == Submodule || file.OldMode == Submodule) && !repository.IsAmbiguous(hash))
        || CopyUpdated().IsMatch(context.Log.Lines[0]) || context.Log.SentencesAt(line).Any(sentence => Origin().IsMatch(sentence.Text))
        || IsShownOf(context.Log, line) || context.Log.Lines.Any(text => text.Contains("://", StringComparison.Ordinal) && text.Contains(hash, StringComparison.Ordinal))
        || (title is null && (context.Log.IsShown(line) || context.Log.ParagraphHas(line, Release()) || context.Log.ParagraphHas(line, ProductName())));

    /// <summary>An entry of git-log(1) under a paragraph that names another project.</summary>
    private static bool IsShownOf(CheckedLog log, int line) => line < log.Lines.Count && LogHeader().IsMatch(log.Lines[line])
        && Enumerable.Range(1, line - 1).Reverse().FirstOrDefault(above => log.Lines[above - 1].Length > 0) is > 0 and var above && (log.ParagraphHas(above, OtherProject()) || log.ParagraphHas(above, Origin()));

    private static IEnumerable<(string Hash, string? Title, int Line)> References(CheckedLog log) =>
        log.MatchesAcross(Reference()).Where(pair => pair.Match.Groups["hash"].Value.Any(char.IsAsciiDigit) && !IsReleased(log, pair.Match.Groups["owner"].Value) && !OtherTree().IsMatch(log.Lines[pair.Line - 1]) && !OfProject().IsMatch(log.Lines[pair.Line - 1]) && !log.ParagraphHas(pair.Line, OtherProject()))
            .Select(pair => (Hash: pair.Match.Groups["hash"].Value, Title: pair.Match.Groups["title"] is { Success: true } title ? title.Value : null, pair.Line))
            .Concat(log.Fixes)
            .GroupBy(reference => reference.Hash, StringComparer.Ordinal).Select(group => group.FirstOrDefault(reference => reference.Title is not null, group.First()));

    /// <summary>The word in front of "commit" is a program's name: the log has a release of it.</summary>
    private static bool IsReleased(CheckedLog log, string owner) => owner.Length > 0 && !Preposition().IsMatch(owner)
        && Regex.IsMatch(log.Text, $@"\b{Regex.Escape(owner)}( version)? ?([<>]=? ?)?v?[0-9]{{1,4}}\.[0-9x]", RegexOptions.IgnoreCase);

    /// <summary>Equal, letter case, blanks, quote marks and a cut end ("...") aside.</summary>
    private static bool SameTitle(string written, string subject)
    {
        var (a, b) = (Plain(written).TrimEnd('.', '…'), Plain(subject).TrimEnd('.'));
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase) || (Plain(written).EndsWith("..", StringComparison.Ordinal) && b.StartsWith(a.TrimEnd(), StringComparison.OrdinalIgnoreCase));
    }

    private static string Plain(string title) => Quotation.OneLine(title.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal));

    [GeneratedRegex("""((?<=\b(?<owner>[a-z][a-z0-9-]{1,40})( v?[0-9][0-9.]{0,10})? ))?\b(commit:?|changeset|revert(s|ed)?) (?<hash>[0-9a-f]{7,40})\b( \("(?<title>[^"]{3,200})"(, [0-9-]{8,10})?\))?""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    /// <summary>What git-log(1) shows between the id and the title.</summary>
    [GeneratedRegex("^(Author|AuthorDate|Commit|CommitDate|Date|Merge): ", RegexOptions.ExplicitCapture)]
    private static partial Regex LogHeader();

    [GeneratedRegex(@"\b(?<hash>[0-9a-f]{7,40}) \((?<title>[^()]{3,200})\)", RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();

    /// <summary>A word before "commit" or a release that is no name.</summary>
    [GeneratedRegex("^(in|of|on|at|by|to|from|for|with|until|till|before|after|since|than|as|and|or|see|the)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Preposition();

    /// <summary>A project whose commits a paragraph may speak of.</summary>
    [GeneratedRegex(@"\b(linux|kernels?|libvirt|edk2|seabios|u-boot|opensbi|glib|gcc|llvm|binutils|xen|gnutls|spice|virglrenderer)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherProject();

    /// <summary>A subject that brings a copy of another project, or of its headers, up to date.</summary>
    [GeneratedRegex(@"^(?=.*\b(update|sync|synchroni[sz]e|import|re-?import|pull|refresh|bump)(s|d|ed|ing)?\b).*\b(linux(?!-(user|aio))|kernel|libvirt|edk2|seabios|u-boot|opensbi|glib|slirp|submodules?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CopyUpdated();

    /// <summary>A sentence about code that comes from elsewhere, or about a release of another program.</summary>
    [GeneratedRegex(@"\b((re-?)?import(s|ed|ing)?|sync(s|ed|hroni[sz](e|es|ed|ing))?|catch(es)? up|ported|vendored|copied|taken from|derived from|(content|changes) from|counterpart)\b|\bport(s|ed|ing)? ((\S+ )?from\b|(the )?\S+'s\b)|\b(included|released|shipped|appeared) in (release|version) v?[0-9]|\bthe (?-i:[A-Z])\S{1,40} (repo|repository|tree)\b|(?-i:\b[A-Z][A-Za-z]{2,40} v?[0-9]{1,4}\.[0-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Origin();

    /// <summary>A project's name in capitals in front of the word (the NBD commit).</summary>
    [GeneratedRegex(@"\b[A-Z][A-Z0-9]+ commit [0-9a-f]{7,40}\b")]
    private static partial Regex OfProject();

    /// <summary>A release as archives are named.</summary>
    [GeneratedRegex(@"\b[a-z][a-z0-9]{1,30}-[0-9]{1,4}\.[0-9]{1,4}")]
    private static partial Regex Release();

    /// <summary>A product's name that ends in capitals, as types of C are not spelt.</summary>
    [GeneratedRegex("\\b[A-Za-z]*[a-z][A-Z]{2,}\\b")]
    private static partial Regex ProductName();

    /// <summary>Ids of other trees: backports, other projects' repositories.</summary>
    [GeneratedRegex("cherry[- ]picked|upstream|backport|://|(linux|kernel|libvirt|qemu|edk2|seabios|git|its|their) commit|commit [0-9a-f]+ (in|of|from) ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherTree();
}
