using System.Diagnostics;

namespace PatchScribe.Behaviour.Recording;

/// <summary>
/// What keeps a recorded program away from the machine: namespaces of its own for network, files (everything outside the throw-away
/// directory read-only) and processes, by unshare(1) of util-linux. Where the kernel or a container forbids them, fewer are used,
/// and <see cref="Missing"/> says which are not there.
/// </summary>
public sealed record Isolation
{
    private const int TrialMilliseconds = 10_000;

    // $1 is the throw-away directory, the rest the command. Only it stays writable; the shell's own words go nowhere. A mount that
    // cannot be made read-only ends it, unless nobody could write there anyway.
    private const string ReadOnlyRun = """
        dir=$1; shift
        exec 3>&2 2>/dev/null
        mount --make-rprivate / || exit 125
        cat /proc/self/mounts > "$dir/mounts"
        while read -r _ point _ options _; do
            flags=remount,bind,ro
            for flag in nosuid nodev noexec noatime nodiratime relatime; do
                case ",$options," in *",$flag,"*) flags=$flags,$flag;; esac
            done
            mount -o "$flags" "$point" || { [ -w "$point" ] && exit 125; }
        done < "$dir/mounts"
        mount --bind "$dir" "$dir" && mount -o remount,bind,rw "$dir" || exit 125
        rm -f "$dir/mounts"; cd "$dir/work" || exit 125
        """ + "\n";

    // In a subshell, or the shell would say "Segmentation fault" where the program writes.
    private const string Ordinary = ReadOnlyRun + "( exec \"$@\" 2>&3 3>&- )\nexit $?";

    // A user namespace gives capabilities that the program would not have; they are dropped again.
    private const string AsUser = ReadOnlyRun + "( exec setpriv --inh-caps=-all --ambient-caps=-all --bounding-set=-all -- \"$@\" 2>&3 3>&- )\nexit $?";

    private const string Plain = """
        dir=$1; shift
        cd "$dir/work"
        exec "$@"
        """;

    private static readonly Isolation[] Candidates =
    [
        new() { Wrapper = ["unshare", "--net", "--mount", "--pid", "--fork", "--kill-child"], Script = Ordinary },
        new() { Wrapper = ["unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--mount", "--pid", "--fork", "--kill-child"], Script = AsUser },
        new() { Wrapper = ["unshare", "--net"], Script = Plain, Missing = ["the file system is not read-only"] },
        new() { Wrapper = [], Script = Plain, Missing = ["the network is not cut off", "the file system is not read-only"] },
    ];

    private static readonly Lazy<Isolation> Found = new(() => Candidates.First(c => c.Wrapper.Count == 0 || Works(c)));

    /// <summary>The strongest isolation that this machine permits.</summary>
    public static Isolation Available => Found.Value;

    /// <summary>In plain words, what the program is not kept from.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    private IReadOnlyList<string> Wrapper { get; init; } = [];

    private string Script { get; init; } = Plain;

    /// <summary>The words that start a command inside the isolation, with that throw-away directory.</summary>
    internal IEnumerable<string> Command(string directory, IEnumerable<string> command) => [.. Wrapper, "sh", "-c", Script, "sh", directory, .. command];

    private static bool Works(Isolation candidate)
    {
        var directory = Directory.CreateTempSubdirectory("patchscribe-trial-").FullName;
        Directory.CreateDirectory(Path.Combine(directory, "work"));
        try
        {
            var words = candidate.Command(directory, ["true"]).ToList();
            using var process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1))
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            return process.WaitForExit(TrialMilliseconds) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
