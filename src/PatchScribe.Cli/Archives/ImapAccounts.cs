using System.ComponentModel;
using System.Diagnostics;
using PatchScribe.Archive.Remote;
using PatchScribe.Configuration;
using PatchScribe.Diagnostics;

namespace PatchScribe.Cli.Archives;

/// <summary>The IMAP accounts of the user's configuration (XDG Base Directory Specification), each with the way to its secret.</summary>
internal static class ImapAccounts
{
    private static readonly TimeSpan CommandTime = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<ImapAccount> Read()
    {
        var settings = UserConfigurationReader.Read(Path.Combine(XdgFolder.Of("XDG_CONFIG_HOME", ".config"), "patchscribe", "config.yml"));
        return [.. settings.Imap.Select(one => new ImapAccount(one.User, one.Host, one.Method, one.CaFile, () => SecretOf(one)))];
    }

    /// <summary>The secret of an account; what is said when there is none does not show it.</summary>
    private static string SecretOf(ImapSettings account)
    {
        var name = $"{account.User} on {account.Host}";
        string? text;
        try
        {
            text = account.SecretFile is { } file ? FirstLine(File.OpenText(file)) : Output(account.SecretCommand, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new InputException($"the secret of {name} cannot be had: {e.Message}", "check secret-file or secret-command", e);
        }

        return text is { Length: > 0 } secret ? secret : throw new InputException($"the secret of {name} is empty", "check secret-file or secret-command");
    }

    /// <summary>The first line that a program prints; it may ask on the terminal.</summary>
    private static string? Output(IReadOnlyList<string> command, string name)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var line = Task.Run(() => FirstLine(process.StandardOutput));
        if (!process.WaitForExit(CommandTime))
        {
            process.Kill(entireProcessTree: true);
            throw new InputException($"the secret-command for {name} did not end within {CommandTime.TotalMinutes:F0} minutes", "try it in a terminal");
        }

        return process.ExitCode == 0 ? line.GetAwaiter().GetResult()
            : throw new InputException($"the secret-command for {name} ended with status {process.ExitCode}", "try it in a terminal");
    }

    /// <summary>The first line; the rest is read to its end, so that its writer ends well.</summary>
    private static string? FirstLine(StreamReader reader)
    {
        using (reader)
        {
            var line = reader.ReadLine();
            reader.BaseStream.CopyTo(Stream.Null);
            return line;
        }
    }
}
