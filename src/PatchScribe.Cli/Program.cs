using System.CommandLine;
using System.Text;
using PatchScribe.Cli.Commands;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli;

/// <summary>
/// The <c>patchscribe</c> tool. Results go to standard output, what there is to say about them to standard error; exit
/// status 0 done, 1 findings or something unsettled, 2 the result could not be given (docs/cli.md).
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        try
        {
            var parsed = Commands().Parse(args);
            if (CommandLineMistake.Of(parsed) is { } mistake)
            {
                Console.Error.WriteLine($"patchscribe: {Quotation.OneLine(mistake.Message)}\n  help: {mistake.Help}");
                return 2;
            }

            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (InputException e)
        {
            Console.Error.WriteLine(Rendering.TerminalText.Escape($"patchscribe: {e.Message}\n  help: {e.Help}"));
            return 2;
        }
        catch (UnauthorizedAccessException e)
        {
            Console.Error.WriteLine(Rendering.TerminalText.Escape($"patchscribe: {e.Message}\n  help: check the permissions"));
            return 2;
        }
        catch (IOException e) when (IsBrokenPipe(e))
        {
            return 0;
        }
    }

    /// <summary>All commands, also for docs/cli.md.</summary>
    internal static RootCommand Commands() => new("Drafts commit logs, summarises patch review threads, and checks that user-visible changes are documented.")
    {
        DraftCommand.Create(),
        SummaryCommand.Create(),
        ShowCommand.Create(),
        ReplyCommand.Create(),
        CheckCommand.Create(),
        AnalyzeCommand.Create(),
        ScanCommand.Create(),
        ModelCommand.Create(),
        RecordCommand.Create(),
        HookCommand.Create(),
        IngestCommand.Create(),
        SearchCommand.Create(),
        ThreadsCommand.Create(),
        ArchiveCommand.Create(),
    };

    /// <summary>EPIPE: the reader of our output has enough.</summary>
    private static bool IsBrokenPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 || e.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase);
}
