using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace PatchScribe.Plumbing;

/// <summary>
/// Gives the output of a child process a pipe of 1 MB instead of 64 kB (F_SETPIPE_SZ in fcntl(2), Linux), so that the two
/// seldom wait for each other. Where the system refuses, the pipe stays as it is.
/// </summary>
internal static class WidePipe
{
    private const int SetPipeSize = 1031;
    private const int Bytes = 1 << 20;

    public static void Widen(Process process)
    {
        if (OperatingSystem.IsLinux() && process.StandardOutput.BaseStream is AnonymousPipeClientStream pipe)
        {
            _ = Control(pipe.SafePipeHandle, SetPipeSize, Bytes);
        }
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeHandle file, int command, int argument);
}
