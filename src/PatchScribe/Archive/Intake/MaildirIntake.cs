using System.Text;
using PatchScribe.Mail.Sources;

namespace PatchScribe.Archive.Intake;

/// <summary>A Maildir (maildir(5)). The place of a mail is its file name without flags, so that reading and moving it changes nothing.</summary>
internal sealed class MaildirIntake(string path) : IMailIntake
{
    public string Kind => "maildir";

    public string Location { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    public bool KeepsRaw => true;

    public double Share { get; private set; }

    public IEnumerable<Incoming> Read(string state, Func<IReadOnlySet<byte[]>> known)
    {
        var seen = known();
        var (count, mails) = Maildir.ReadExcept(Location, name => seen.Contains(Place(name)));
        var done = 0;
        foreach (var (name, mail) in mails)
        {
            Share = ++done / (double)count;
            yield return new Incoming(Place(name), mail.Bytes) { Skipped = mail.Skipped };
        }
    }

    /// <summary>The unique part of a file name.</summary>
    private static byte[] Place(string name)
    {
        var flags = name.LastIndexOf(":2,", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(flags < 0 ? name : name[..flags]);
    }
}
