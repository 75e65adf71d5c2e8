using PatchScribe.Drafts.LogText;

namespace PatchScribe.Tests.Drafts.Rules;

public sealed class LinkTests
{
    [Theory]
    [InlineData("linux", "Link: https://lore.kernel.org/r/0@example.org")]
    [InlineData("git", "Link: https://lore.kernel.org/git/0@example.org/")]
    [InlineData("qemu", "Message-ID: <0@example.org>")]
    [InlineData("plain", "Message-ID: <0@example.org>")]
    public void The_mail_is_named_in_the_profile_s_form_behind_all_other_trailers(string profile, string expected)
    {
        var draft = new DraftCase { Profile = profile, LinkAsked = true }.Build();
        Assert.Equal(["Signed-off-by: Ines Marlow <ines@example.org>", expected], draft.Trailers);
    }

    [Fact]
    public void It_is_named_only_when_asked_and_only_once()
    {
        Assert.Single(new DraftCase { Profile = "linux" }.Build().Trailers);
        var named = new DraftCase { LinkAsked = true, Log = "The log.\n\nLink: https://lists.example.org/0@example.org\nSigned-off-by: Ines Marlow <ines@example.org>" };
        Assert.Equal(2, named.Build().Trailers.Count);
    }

    [Fact]
    public void What_could_leave_the_address_is_escaped()
    {
        Assert.Equal("Link: https://lore.kernel.org/r/a%2Fb%3Fc%20d@example.org", LogProfile.Named("linux").Link("a/b?c d@example.org"));
    }
}
