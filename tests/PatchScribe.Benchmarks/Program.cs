using BenchmarkDotNet.Running;
using PatchScribe.Benchmarks;

// Whole archives are timed once against a peer in the same run; the rest are BenchmarkDotNet's.
switch (args)
{
    case ["mail-archive", var repository]:
        MailBenchmarks.Archive(repository);
        break;
    case ["archive", var repository]:
        ArchiveBenchmarks.Run(repository);
        break;
    case ["archive-growth", var repository]:
        ArchiveBenchmarks.Growth(repository);
        break;
    case ["mail-mbox", var file]:
        MailBenchmarks.Mbox(file, mimeKit: null);
        break;
    case ["mail-mbox", var file, var mimeKit]:
        MailBenchmarks.Mbox(file, mimeKit);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(MailBenchmarks).Assembly).Run(args);
        break;
}
