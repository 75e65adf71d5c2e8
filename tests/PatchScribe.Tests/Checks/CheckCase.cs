using PatchScribe.Analysis;
using PatchScribe.Behaviour;
using PatchScribe.Behaviour.Runs;
using PatchScribe.Checks;
using PatchScribe.Configuration;
using PatchScribe.Diffs;
using PatchScribe.Git;
using PatchScribe.Git.Words;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Checks;

/// <summary>A log and a change written by hand, checked with the models that come with the tool.</summary>
internal sealed class CheckCase(string log)
{
    private readonly List<FileChange> files = [];
    private Discussion? discussion;

    public RepositoryConfiguration Configuration { get; init; } = RepositoryConfiguration.Empty;

    public GitRepository? Repository { get; init; }

    public TreeWords? Words { get; init; }

    public IReadOnlyList<RunPair> Runs { get; init; } = [];

    public string Notes { get; init; } = "";

    /// <summary>Number of the mail of the thread that brought the change itself.</summary>
    public int? Sent { get; init; }

    /// <summary>A C function before and after, in a file that exists on both sides.</summary>
    public CheckCase Function(string before, string after, string path = "hw/foo/foo.c") =>
        File(path, $"static void foo_realize(Error **errp)\n{{\n{before}\n}}\n", $"static void foo_realize(Error **errp)\n{{\n{after}\n}}\n");

    public CheckCase File(string path, string before, string after)
    {
        files.Add(TextDiff.Of(path, before, after));
        return this;
    }

    public CheckCase Changes(IReadOnlyList<FileChange> changes)
    {
        files.AddRange(changes);
        return this;
    }

    public CheckCase NewFile(string path, string text)
    {
        files.Add(TextDiff.Of(path, "", text) with { Kind = FileChangeKind.Added, OldPath = null, OldText = null });
        return this;
    }

    /// <summary>The change under review of the sample: the iommufd property of vfio-pci loses its condition.</summary>
    public CheckCase IommufdProperty()
    {
        const string Property = "    DEFINE_PROP_LINK(\"iommufd\", VFIOPCIDevice, vdev.iommufd,\n                     TYPE_IOMMUFD_BACKEND, IOMMUFDBackend *),\n";
        return File("hw/vfio/pci.c",
            $"static const Property vfio_pci_properties[] = {{\n#ifdef CONFIG_IOMMUFD\n{Property}#endif\n}};\n",
            $"static const Property vfio_pci_properties[] = {{\n{Property}}};\n");
    }

    /// <summary>A mailbox of the discussion that the log is the next version for.</summary>
    public CheckCase Thread(params string[] mails)
    {
        using var mbox = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(mails.Select(mail => $"From mboxrd@z Thu Jan  1 00:00:00 1970\n{mail}\n"))));
        discussion = DiscussionBuilder.Build(MailReader.ReadAll(mbox, "thread").Messages)[0];
        return this;
    }

    public static string Mail(int n, string from, string subject, string body, int? parent = null) =>
        $"From: {from} <{from.Split(' ')[0].ToLowerInvariant()}@example.org>\nSubject: {subject}\nMessage-ID: <{n}@example.org>\nDate: Mon, 11 May 2026 0{n}:00:00 +0000\n"
        + (parent is null ? "" : $"In-Reply-To: <{parent}@example.org>\nReferences: <{parent}@example.org>\n") + $"\n{body}\n";

    public CommitFindings Check()
    {
        var subject = log.Split('\n')[0];
        return CommitChecker.Check(new CheckRequest
        {
            Message = log,
            Analysis = new ChangeAnalyzer(BehaviourModels.List()).Analyze(subject, files),
            Configuration = Configuration,
            Repository = Repository,
            Words = Words,
            Runs = Runs,
            Notes = Notes,
            MessageId = Sent is { } n ? $"{n}@example.org" : null,
            Discussion = discussion,
            Review = discussion is null ? null : ReviewReader.Read(discussion),
            Patch = discussion?.Series is [.., var newest] ? newest.Patches[0] : null,
            ModelSymbols = BehaviourModels.List().SelectMany(model => model.Symbols, (model, symbol) => (model, symbol)).ToDictionary(pair => pair.symbol, pair => pair.model.Name),
        });
    }

    /// <summary>The findings of one rule.</summary>
    public IReadOnlyList<Finding> Check(string rule) => [.. Check().Findings.Where(finding => finding.Rule == rule)];
}
