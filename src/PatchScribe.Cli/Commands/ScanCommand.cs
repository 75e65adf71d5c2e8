using System.CommandLine;
using System.Text;
using PatchScribe.Analysis.Scanning;
using PatchScribe.Rendering;
using Spectre.Console;

namespace PatchScribe.Cli.Commands;

/// <summary><c>patchscribe scan</c>: a whole history, commit by commit, as it is read.</summary>
internal static class ScanCommand
{
    private static readonly Argument<string?> Range = new("RANGE") { Description = "range A..B, or a revision and all that it reaches (default: HEAD)", Arity = ArgumentArity.ZeroOrOne, HelpName = "A..B" };
    private static readonly Option<string?> Repo = Options.Repo();
    private static readonly Option<string[]> Symbol = new("--symbol") { Description = "only what is about this symbol; may be given more than once", HelpName = "CONFIG_X" };
    private static readonly Option<string[]> Language = new("--language") { Description = "only files of this language: c, kconfig, meson, makefile, qapi (default: all)" };
    private static readonly Option<string> Format = Options.Format("text", "jsonl");

    public static Command Create()
    {
        if (Language.Validators.Count == 0)
        {
            Language.AcceptOnlyFromAmong("c", "kconfig", "meson", "makefile", "qapi");
        }

        var command = new Command("scan", "List the commits of a history that change conditions, messages or names, oldest first.") { Range, Repo, Symbol, Language, Format };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        using var scanner = HistoryScanner.Open(parse.GetValue(Repo) ?? ".", new ScanOptions
        {
            Range = parse.GetValue(Range) ?? "HEAD",
            Symbols = parse.GetValue(Symbol) ?? [],
            Languages = parse.GetValue(Language) ?? [],
        });
        var isJson = parse.GetValue(Format) == "jsonl";
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        if (Console.IsErrorRedirected)
        {
            Write(scanner, output, isJson, null);
        }
        else
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            console.Progress().AutoClear(true).Start(context =>
            {
                var task = context.AddTask("commits", maxValue: scanner.Count);
                Write(scanner, output, isJson, done => task.Value = done);
            });
        }

        foreach (var one in scanner.Diagnostics)
        {
            MailSource.Report(one);
        }

        return 0;
    }

    private static void Write(HistoryScanner scanner, StreamWriter output, bool isJson, Action<int>? progress)
    {
        var found = 0;
        foreach (var analysis in scanner.Scan(done =>
        {
            output.Flush();
            progress?.Invoke(done);
        }))
        {
            found++;
            output.Write(isJson ? AnalysisJsonWriter.WriteScanLine(analysis) : ScanTextRenderer.Render(analysis));
        }

        output.Write(isJson
            ? AnalysisJsonWriter.WriteScanEnd(new ReadingCounts(scanner.Count, scanner.Skipped, scanner.Diagnostics))
            : $"{scanner.Count} commits read, {found} with a change, {scanner.Skipped} skipped\n");
        output.Flush();
    }
}
