using System.Collections.Frozen;
using PatchScribe.Conditionals;
using PatchScribe.Conditionals.Code;
using PatchScribe.Diagnostics;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Interfaces;
using PatchScribe.UserMessages;

namespace PatchScribe.Analysis.Scanning;

/// <summary>What a batch of commits gave: the analyses with some change in order, and what was left out.</summary>
internal sealed record BatchResult(IReadOnlyList<ChangeAnalysis> Analyses, int Skipped, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Looks at batches of commits. A git of its own prints their diffs; file versions come from the cache or from a git that other workers ask too.</summary>
internal sealed class BatchScanner(string directory, ScanOptions options, SegmentCache cache, ObjectReader objects) : IDisposable
{
    // Git tries every pattern on every entry of a changed directory: few and wide ones are quicker, and the sieve goes by language anyway.
    private static readonly FrozenDictionary<string, string[]> Pathspecs = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [SourceLanguage.C] = ["*.[ch]*", "*.inc", "*.[mS]"],
        [SourceLanguage.Kconfig] = ["*Kconfig*"],
        [SourceLanguage.Meson] = ["*meson.build"],
        [SourceLanguage.Makefile] = ["*Makefile*", "*Kbuild", "*.mak", "*.mk"],
        [SourceLanguage.Qapi] = ["*qapi*.json", "*qga/*.json"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly DiffStream diffs = new(directory, Of(options), context: 0);

    /// <summary>Has git begin with a batch, while the one before is looked at.</summary>
    public void Ask(IReadOnlyList<string> ids) => diffs.Ask(ids);

    /// <summary>Looks at the next batch that was asked for.</summary>
    public BatchResult Scan()
    {
        var found = new List<ChangeAnalysis>();
        var diagnostics = new List<Diagnostic>();
        var skipped = 0;
        diffs.Read(commit =>
        {
            if (commit.Cut)
            {
                skipped++;
                diagnostics.Add(new Diagnostic(DiagnosticIds.DiffTooLarge, Severity.Warning, $"the diff is larger than {DiffStream.MaxDiffBytes >> 20} MiB; the commit was left out", commit.Id));
                return;
            }

            var text = DiffSieve.Sift(commit.Diff, IsWanted);
            if (text.Length > 0 && Analyze(commit.Id, commit.Subject, text) is { } analysis)
            {
                found.Add(analysis);
            }
        });
        return new BatchResult(found, skipped, diagnostics);
    }

    public void Dispose() => diffs.Dispose();

    private static string[] Of(ScanOptions options) =>
        [.. (options.Languages.Count == 0 ? Pathspecs.Keys : options.Languages).SelectMany(language => Pathspecs.GetValueOrDefault(language, []))];

    private bool IsWanted(string language) => options.Languages.Count == 0 || options.Languages.Contains(language, StringComparer.Ordinal);

    private ChangeAnalysis? Analyze(string id, string subject, string diff)
    {
        var files = new List<FileChange>();
        foreach (var file in DiffReader.Read(diff).Files)
        {
            var isCode = SourceLanguage.Of(file.Path) == SourceLanguage.C;
            if (!isCode || CodeSieve.Matters(CodeChange.Of([file])[0], options.Calls))
            {
                files.Add(Complete(file));
            }
        }

        if (files.Count == 0)
        {
            return null;
        }

        var code = CodeChange.Of(files, cache);
        var conditionals = ConditionalComparer.Compare(files, code).Where(one => SymbolFilter.Names(options.Symbols, one)).ToList();
        var messages = UserMessageComparer.Compare(code, null, options.Calls, include: null, buildCondition: null).Where(one => SymbolFilter.Names(options.Symbols, one)).ToList();
        var interfaces = InterfaceComparer.Compare(files, code).Where(one => SymbolFilter.Names(options.Symbols, one)).ToList();
        return conditionals.Count + messages.Count + interfaces.Count == 0 ? null : new ChangeAnalysis
        {
            Commit = id,
            Subject = subject,
            Files = [],
            Conditionals = conditionals,
            Messages = messages,
            Interfaces = interfaces,
            Behaviour = [],
        };
    }

    /// <summary>The whole versions: one is read, the other follows from the hunks.</summary>
    private FileChange Complete(FileChange file)
    {
        if (file.Binary)
        {
            return file;
        }

        var before = file.OldPath is null ? "" : Read(file.OldBlob);
        var after = before is null ? null : HunkSplicer.Splice(before, file.Hunks);
        return after is null ? file : file with { OldText = file.OldPath is null ? null : before, NewText = file.NewPath is null ? null : after };
    }

    private string? Read(string? blob)
    {
        if (blob is null)
        {
            return null;
        }

        if (cache.TryGet(blob, out var known))
        {
            return known.Text;
        }

        lock (objects)
        {
            return objects.ReadText(blob, GitRepository.MaxFileBytes);
        }
    }
}
