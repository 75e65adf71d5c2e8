using System.Diagnostics;
using System.Text;
using PatchScribe.Diagnostics;

namespace PatchScribe.Behaviour.Recording;

/// <summary>
/// Runs a program once in a throw-away directory: its own session, a clean environment in the C locale, a time limit, an output limit,
/// and the isolation that the machine permits. Whatever it started is killed with it.
/// </summary>
public sealed class ProgramRecorder(Isolation isolation, TimeSpan timeLimit) : IDisposable
{
    private const int MostOutputBytes = 1024 * 1024;

    // Every run has a fresh directory of the same name, so that a path in its output is no difference between two runs.
    private readonly string _parent = Directory.CreateTempSubdirectory("patchscribe-record-").FullName;

    /// <summary>
    /// Runs the binary, called by its base name, with the arguments; <paramref name="input"/> is its standard input. An
    /// <see cref="InputException"/> when the binary cannot be started.
    /// </summary>
    public ProgramResult Run(string binary, IReadOnlyList<string> arguments, string input = "")
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var program = Path.GetFullPath(binary);
        if (!File.Exists(program) || !IsExecutable(program))
        {
            throw new InputException($"{binary} is no program that can be run", "give the path of an executable file");
        }

        var directory = Path.Combine(_parent, "run");
        try
        {
            foreach (var name in new[] { "work", "home", "tmp", "bin" })
            {
                Directory.CreateDirectory(Path.Combine(directory, name));
            }

            var called = Path.GetFileName(program);
            File.CreateSymbolicLink(Path.Combine(directory, "bin", called), program);
            return Execute(StartInfo(directory, called, arguments), input);
        }
        finally
        {
            Remove(directory);
        }
    }

    /// <summary>Removes what the runs left.</summary>
    public void Dispose() => Remove(_parent);

    private static bool IsExecutable(string path) => OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;

    private ProcessStartInfo StartInfo(string directory, string called, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("setsid", isolation.Command(directory, arguments.Prepend(called)))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Path.Combine(directory, "bin") + ":/usr/sbin:/usr/bin:/sbin:/bin";
        start.Environment["HOME"] = Path.Combine(directory, "home");
        start.Environment["TMPDIR"] = Path.Combine(directory, "tmp");
        start.Environment["LC_ALL"] = "C";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    private ProgramResult Execute(ProcessStartInfo start, string input)
    {
        using var process = Start(start);
        var output = LimitedOutput.ReadAsync(process.StandardOutput.BaseStream, MostOutputBytes);
        var errors = LimitedOutput.ReadAsync(process.StandardError.BaseStream, MostOutputBytes);
        Feed(process, input);
        var ended = process.WaitForExit(timeLimit);

        // Also after an ordinary end: a child left behind would keep the outputs open.
        NativeCalls.KillGroup(process.Id);
        if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            process.Kill(entireProcessTree: true);
        }

        var (text, isCut) = output.GetAwaiter().GetResult();
        var (errorText, areErrorsCut) = errors.GetAwaiter().GetResult();
        return new ProgramResult(text, errorText, process.ExitCode, !ended, isCut || areErrorsCut);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InputException("setsid cannot be started", "recording needs util-linux on a Linux machine", e);
        }
    }

    private static void Feed(Process process, string input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(input));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has ended, or does not read.
        }
    }

    private static void Remove(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The program took the rights away from what it wrote; it stays in the temporary directory.
        }
    }
}
