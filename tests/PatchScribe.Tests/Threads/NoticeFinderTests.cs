using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

public sealed class NoticeFinderTests
{
    [Theory]
    [InlineData("[tip: irq/core] x: do it", "tip-bot2 for Ines Marlow <tip-bot2@example.org>", "Text.\n", "commit-notice")]
    [InlineData("Patch \"x: do it\" has been added to the 5.18-stable tree", "Ruth Okafor <ruth@example.org>", "Text.\n", "backport")]
    [InlineData("FAILED: patch \"[PATCH] x\" failed to apply to 5.4-stable tree", "Ruth Okafor <ruth@example.org>", "Text.\n", "backport")]
    [InlineData("Re: [PATCH] x", "kernel test robot <lkp@example.org>", "Text.\n", "test-report")]
    [InlineData("[syzbot] KASAN in x", "syzbot <syzbot+abc@example.org>", "Text.\n", "test-report")]
    [InlineData("Re: [PATCH] x", "patchwork-bot+x@example.org <patchwork-bot+x@example.org>", "Text.\n", "robot")]
    [InlineData("Re: [PATCH] x", "Checker <no-reply@example.org>", "Text.\n", "robot")]
    [InlineData("Re: [PATCH] x", "Patchew <trees@example.org>", "Text.\n", "robot")]
    [InlineData("Re: [PATCH] x", "patchwork@example.org <patchwork@example.org>", "Text.\n", "robot")]
    [InlineData("Re: [PATCH] x", "Board CI bot <boards@example.org>", "Text.\n", "robot")]
    [InlineData("Re: [PATCH 0/2] x", "Ruth Okafor <ruth@example.org>", "> Words.\n\nApplied to x/next, thanks!\n\n[1/2] x: do it\n      commit: 0123456789ab\n[2/2] y\n      commit: 0123456789ac\n", "applied")]
    [InlineData("Re: [PATCH] x", "Julie Abbot <abbot@example.org>", "Applied, thanks. But see commit: 12.\n", null)]
    [InlineData("Re: [PATCH] x", "Ruth Okafor <ruth@example.org>", "On Monday Ines Marlow wrote:\n> Words.\n\nApplied to x (for-next), thanks!\n\n[1/2] x: do it\n      https://example.org/c/0123456789ab\n", "applied")]
    [InlineData("Re: [PATCH] x", "Ruth Okafor <ruth@example.org>", "Applied here, it fails:\n\nsee\n      https://example.org/log\n", null)]
    [InlineData("Re: [PATCH] x", "Li Ci <ci.li@example.org>", "Text.\n", null)]
    public void Kinds(string subject, string from, string body, string? expected) =>
        Assert.Equal(expected, NoticeFinder.Kind(new Mailbox().Add("m", subject, body, "p", from).Messages[0]));
}
