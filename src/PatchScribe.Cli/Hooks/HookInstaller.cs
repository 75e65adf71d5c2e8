using PatchScribe.Diagnostics;
using PatchScribe.Git;

namespace PatchScribe.Cli.Hooks;

/// <summary>Writes the two hook scripts (githooks(5)) into the repository's hooks folder. A hook of the user's own is left alone and named.</summary>
internal static class HookInstaller
{
    private const string Mark = "# installed by patchscribe hook install";

    private static readonly string[] Names = ["commit-msg", "prepare-commit-msg"];

    public static int Install(string directory)
    {
        var folder = HooksFolder.Find(directory) ?? throw new InputException($"{directory} is not a git repository", "give the directory of a clone with --repo");
        Directory.CreateDirectory(folder);
        var kept = 0;
        foreach (var name in Names)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path) && !File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal))
            {
                Console.Error.WriteLine($"patchscribe: {name} is there already and stays; call this from it: patchscribe hook {name} \"$@\"");
                kept++;
                continue;
            }

            File.WriteAllText(path, $"#!/bin/sh\n{Mark}\ncommand -v patchscribe >/dev/null 2>&1 || exit 0\nexec patchscribe hook {name} \"$@\"\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            }

            Console.Out.WriteLine($"installed {name}");
        }

        return kept > 0 ? 1 : 0;
    }
}
