namespace PatchScribe.EndToEnd.Tests;

/// <summary>What a repository's .patchscribe/config.yml does to commands.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("patchscribe-").FullName;

    public ConfigurationTests()
    {
        Tool.Start("git", folder, ["init", "-q", "-b", "main"]);
        Commit("board_error(b, \"size of the board is bad\");", "first");
        Commit("board_error(b, \"size of the board is zero\");", "board: rework");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_call_of_the_project_counts_once_it_is_named()
    {
        const string Call = "messages:\n  - call: board_error\n    format: 2\n";
        Assert.DoesNotContain("PS0101", Check("profile: qemu\n").Output, StringComparison.Ordinal);
        Assert.Contains("PS0101", Check(Call).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PS0101", Check(Call + "checks:\n  PS0101: off\n").Output, StringComparison.Ordinal);
        Assert.Equal(1, Check(Call + "checks:\n  PS0101: error\n").Exit);
    }

    [Fact]
    public void An_unknown_key_is_the_users_mistake()
    {
        var run = Check("frobnicate: 1\n");
        Assert.Equal(2, run.Exit);
        Assert.Contains("config.yml: line 1, column", run.Errors, StringComparison.Ordinal);
    }

    private ToolRun Check(string configuration)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".patchscribe"));
        File.WriteAllText(Path.Combine(folder, ".patchscribe", "config.yml"), configuration);
        return Tool.Run(folder, ["check"]);
    }

    private void Commit(string statement, string subject)
    {
        File.WriteAllText(Path.Combine(folder, "board.c"), $"void board_realize(Board *b)\n{{\n    {statement}\n}}\n");
        Tool.Start("git", folder, ["add", "-A"]);
        Tool.Start("git", folder, ["-c", "user.name=Ines Marlow", "-c", "user.email=ines@example.org", "commit", "-q", "-m", subject]);
    }
}
