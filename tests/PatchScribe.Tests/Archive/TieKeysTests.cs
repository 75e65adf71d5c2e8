using PatchScribe.Archive.Discussions;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Archive;

public class TieKeysTests
{
    [Theory]
    [InlineData("Log.\nChange-Id: I0123456789\n", "Other.\n\nchange-id: I0123456789\n", true)]
    [InlineData("Log.\nChange-Id: I0123456789\n", "Other.\n\nChange-Id: I9876543210\n", false)]
    [InlineData("Log.\nChange-Id: I0123456789\n", "Other.\nChange-Id: I9876543210\nChange-Id: I0123456789\n", false)]
    [InlineData("Log.\nSee Change-Id: I0123456789\n", "Other.\nChange-Id: I0123456789\n", false)]
    [InlineData("Log.\nSupersedes: <b@example.org>\nObsoletes: <c@example.org>", "Other.\n", true)]
    [InlineData("Log.\nObsoletes: <b@example.org>\nSupersedes: <c@example.org>", "Other.\n", true)]
    [InlineData("Log.\nSupersedes: <d@example.org>\n", "Other.\n", false)]
    public void Lines_of_a_patch_tie_it_to_others(string one, string other, bool tied)
    {
        Assert.Equal(tied, TieKeys.Of(Patch("a@example.org", "one", one), null).Intersect(TieKeys.Of(Patch("b@example.org", "other", other), null)).Any());
    }

    private static MailMessage Patch(string id, string title, string body) => new()
    {
        MessageId = id,
        Subject = $"[PATCH] {title}",
        From = new MailAddress(title, $"{title}@example.org"),
        Author = new MailAddress(title, $"{title}@example.org"),
        Body = body,
    };
}
