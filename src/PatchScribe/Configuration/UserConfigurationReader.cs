using PatchScribe.Diagnostics;
using PatchScribe.Yaml;

namespace PatchScribe.Configuration;

/// <summary>Reads a user's <c>config.yml</c>; an unknown key or a missing one is an <see cref="InputException"/> with line and column.</summary>
public static class UserConfigurationReader
{
    /// <summary>The settings of a file; empty ones when it is not there.</summary>
    public static UserConfiguration Read(string file) => File.Exists(file) ? Parse(File.ReadAllText(file), file) : UserConfiguration.Empty;

    /// <summary>The settings of a text.</summary>
    internal static UserConfiguration Parse(string text, string source)
    {
        var problems = new YamlProblems(source);
        var configuration = string.IsNullOrWhiteSpace(text) || YamlText.Read(text, problems) is not { } root ? UserConfiguration.Empty : Build(root);
        return problems.Found.Count == 0 ? configuration : throw new InputException($"{source}: {problems.Diagnostics[0].Message}", "docs/configuration.md has every key");
    }

    private static UserConfiguration Build(PlacedNode root)
    {
        root.Allow("imap");
        return new UserConfiguration([.. (root.Find("imap")?.Items ?? []).Select(Account)]);
    }

    private static ImapSettings Account(PlacedNode item)
    {
        item.Allow("user", "host", "method", "secret-command", "secret-file", "ca-file");
        var (command, file) = (item.Texts("secret-command"), item.TextOf("secret-file"));
        if ((command.Count == 0) == (file is null))
        {
            item.Report("one of 'secret-command' and 'secret-file' is needed");
        }

        return new ImapSettings(item.Require("user"), item.Require("host"), item.OneOf("method", "plain", "login", "xoauth2"), command, file, item.TextOf("ca-file"));
    }
}
