using System.Security.Cryptography;
using PatchScribe.Archive.Intake;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Remote;

/// <summary>One thread of a public-inbox on the web. State: what the server said of its version.</summary>
internal sealed class WebIntake(string url, WebLimits limits) : IMailIntake
{
    private readonly Uri page = WebThread.Page(url);

    public string Kind => "web";

    public string Location => page.AbsoluteUri;

    public bool KeepsRaw => true;

    public IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known)
    {
        var answer = WebThread.Fetch(page, state, limits);
        if (answer.Mailbox is null)
        {
            yield break;
        }

        foreach (var mail in StreamSource.Read(answer.Mailbox, Location, takesPages: false))
        {
            yield return new Incoming(SHA256.HashData(mail.Bytes.Span)[..16], mail.Bytes) { Skipped = mail.Skipped };
        }

        yield return Incoming.Reached(answer.State);
    }
}
