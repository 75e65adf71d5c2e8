using PatchScribe.Benchmarks;

switch (args)
{
    case ["mail-archive", var repository]:
        MailBenchmarks.Archive(repository);
        return 0;
    case ["mail-mbox", var file]:
        MailBenchmarks.Mbox(file, mimeKit: null);
        return 0;
    case ["mail-mbox", var file, var mimeKit]:
        MailBenchmarks.Mbox(file, mimeKit);
        return 0;
    default:
        Console.Error.WriteLine("usage: mail-archive REPOSITORY | mail-mbox FILE [MimeKitLite.dll]");
        return 2;
}
