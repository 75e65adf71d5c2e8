using System.Runtime.InteropServices;

namespace PatchScribe.Behaviour.Recording;

/// <summary>The few calls of the C library that .NET has no word for (Linux).</summary>
internal static class NativeCalls
{
    private const int Sigkill = 9;
    private const int ReadWrite = 2;
    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    private const int WorkingDirectory = -100;
    private const uint TypeWanted = 1;
    private const int ModeOffset = 28;

    private static readonly (int Number, string Name)[] Errors =
    [
        (1, "EPERM"), (2, "ENOENT"), (6, "ENXIO"), (13, "EACCES"), (16, "EBUSY"), (19, "ENODEV"), (20, "ENOTDIR"), (21, "EISDIR"),
        (30, "EROFS"), (40, "ELOOP"),
    ];

    /// <summary>Kills the process group of that leader; nothing happens when it is gone.</summary>
    public static void KillGroup(int leader)
    {
        if (OperatingSystem.IsLinux() && leader > 1)
        {
            _ = kill(-leader, Sigkill);
        }
    }

    /// <summary>Opens the path for reading and writing and closes it again: ok, or the name of the error (open(2)).</summary>
    public static string TryOpen(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "unknown";
        }

        var descriptor = open(path, ReadWrite | NonBlocking | CloseOnExec);
        if (descriptor >= 0)
        {
            _ = close(descriptor);
            return "ok";
        }

        return NameOf(Marshal.GetLastPInvokeError());
    }

    /// <summary>What the path is, links followed: absent, file, directory, character, other, or the name of the error (statx(2)).</summary>
    public static string TypeOf(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "unknown";
        }

        // struct statx is 256 bytes on every architecture; its mode is 16 bits at offset 28.
        var buffer = new byte[256];
        if (statx(WorkingDirectory, path, 0, TypeWanted, buffer) != 0)
        {
            var name = NameOf(Marshal.GetLastPInvokeError());
            return name is "ENOENT" or "ENOTDIR" ? "absent" : name;
        }

        return (BitConverter.ToUInt16(buffer, ModeOffset) & 0xF000) switch
        {
            0x8000 => "file",
            0x4000 => "directory",
            0x2000 => "character",
            _ => "other",
        };
    }

    /// <summary>The effective number of the user, or null where there is none.</summary>
    public static string? UserNumber() => OperatingSystem.IsLinux() ? geteuid().ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    private static string NameOf(int error) => Array.Find(Errors, e => e.Number == error).Name ?? $"errno {error}";

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int descriptor);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint geteuid();
}
