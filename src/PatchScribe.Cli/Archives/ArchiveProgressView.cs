using System.Diagnostics;
using PatchScribe.Archive;
using Spectre.Console;

namespace PatchScribe.Cli.Archives;

/// <summary>Shows work on the archive: a bar with rate and time left on a terminal, a line every few seconds otherwise; all on standard error.</summary>
internal static class ArchiveProgressView
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    public static T Run<T>(Func<Action<ArchiveProgress>, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(Lines());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var result = default(T);
        console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new RateColumn(), new RemainingTimeColumn())
            .Start(context => result = work(Bars(context)));
        return result!;
    }

    private static Action<ArchiveProgress> Bars(ProgressContext context)
    {
        ProgressTask? bar = null;
        var phase = "";
        return step =>
        {
            if (bar is null || phase != step.Phase)
            {
                bar?.StopTask();
                bar = context.AddTask(Markup.Escape(step.Phase));
                phase = step.Phase;
            }

            bar.IsIndeterminate = step.Total == 0;
            bar.MaxValue = step.Total == 0 ? double.MaxValue : step.Total;
            bar.Value = step.Done;
        };
    }

    private static Action<ArchiveProgress> Lines()
    {
        var watch = Stopwatch.StartNew();
        var next = Between;
        return step =>
        {
            if (watch.Elapsed >= next)
            {
                next = watch.Elapsed + Between;
                Console.Error.WriteLine($"patchscribe: {step.Done}{(step.Total > 0 ? $" of {step.Total}" : "")} {step.Phase}, {step.Done / watch.Elapsed.TotalSeconds:F0} a second");
            }
        };
    }

    /// <summary>Steps a second.</summary>
    private sealed class RateColumn : ProgressColumn
    {
        public override Spectre.Console.Rendering.IRenderable Render(Spectre.Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text($"{task.Value:F0}, {task.Speed ?? 0:F0}/s");
    }
}
