using System.Globalization;

namespace PatchScribe.Tests;

/// <summary>Processor time of this thread: what a bound is held to, so that a busy machine makes nothing slow.</summary>
internal static class ThreadTime
{
    /// <summary>Nanoseconds on a processor, first field of the file (proc(5)).</summary>
    public static TimeSpan Spent() =>
        TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0);
}
