using System.Buffers.Text;
using System.Text;
using PatchScribe.Mail.Fields;

namespace PatchScribe.Mail.Sources;

/// <summary>
/// The Content-Length of mboxcl and mboxcl2. It is believed only while every message from the first one on has one that
/// leads exactly to a From_ line or the end, so that no mail can swallow its neighbours.
/// </summary>
internal sealed class ContentLengths
{
    private const int MaxHeaderBytes = 1 << 20;
    private bool off;

    /// <summary>Length of the message at the start of the window, header included; -1 when lengths mean nothing here.</summary>
    public int Find(ByteWindow window)
    {
        if (off)
        {
            return -1;
        }

        var length = Read(window);
        off = length < 0 || length > MailLimits.MessageBytes || !Leads(window, (int)length);
        return off ? -1 : (int)length;
    }

    /// <summary>True when the message shows that its "From " lines are not quoted (mboxcl2).</summary>
    public static bool IsVerbatim(ReadOnlySpan<byte> message) => message.IndexOf("\nFrom "u8) >= 0;

    private static long Read(ByteWindow window)
    {
        while (window.Span.IndexOf("\n\n"u8) < 0 && window.Span.IndexOf("\n\r\n"u8) < 0 && window.Span.Length < MaxHeaderBytes && window.Grow())
        {
        }

        var fields = new HeaderScanner(window.Span);
        long length = -1;
        while (fields.MoveNext())
        {
            if (Ascii.EqualsIgnoreCase(fields.Name, "Content-Length"u8))
            {
                length = Utf8Parser.TryParse(fields.Value, out uint value, out var used) && used == fields.Value.Length ? value : -1;
            }
        }

        return length < 0 ? -1 : fields.Position + length;
    }

    private static bool Leads(ByteWindow window, int length)
    {
        const int Ahead = 1024;
        window.Fill(length + Ahead);
        if (window.Span.Length < length)
        {
            return false;
        }

        var rest = window.Span[length..].TrimStart("\r\n"u8);
        var end = rest.IndexOf((byte)'\n');
        return rest.IsEmpty || FromLine.Is(end < 0 ? rest : rest[..end]);
    }
}
