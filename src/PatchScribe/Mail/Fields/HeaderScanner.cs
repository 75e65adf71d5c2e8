using System.Buffers;

namespace PatchScribe.Mail.Fields;

/// <summary>
/// Walks over the header fields of an entity (RFC 5322 section 2.2) as spans, without decoding anything. A line that is
/// no field is passed over when the fields go on behind it; else the body starts there, so that no line is lost when the
/// empty line is missing.
/// </summary>
internal ref struct HeaderScanner(ReadOnlySpan<byte> entity, bool isMessage = true)
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create([.. Enumerable.Range(33, 94).Where(b => b != ':').Select(b => (byte)b)]);
    private readonly ReadOnlySpan<byte> entity = entity;
    private bool started = !isMessage;
    private bool junkSeen;

    /// <summary>Name of the current field as written.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Value of the current field, folded as written, without the line end behind it.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    /// <summary>Offset of the body once <see cref="MoveNext"/> has said false; until then of the next line.</summary>
    public int Position { get; private set; }

    /// <summary>How many fields have been seen.</summary>
    public int Count { get; private set; }

    /// <summary>True when the limit of fields was hit.</summary>
    public bool TooMany { get; private set; }

    /// <summary>True when the field was longer than the limit and was cut.</summary>
    public bool Cut { get; private set; }

    /// <summary>Goes to the next field; false at the end of the header.</summary>
    public bool MoveNext()
    {
        SkipEnvelope();
        while (Position < entity.Length)
        {
            var rest = entity[Position..];
            if (rest[0] == '\n' || rest.StartsWith("\r\n"u8))
            {
                Position += rest[0] == '\n' ? 1 : 2;
                return false;
            }

            var length = FieldLength(rest);
            var name = NameLength(rest[..length]);
            if (name == 0 && !SkipsJunk(rest, length))
            {
                return false;
            }

            Position += length;
            if (name > 0 && Take(rest[..length], name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of the field name at the start of a line; 0 when the line is no field.</summary>
    internal static int NameLength(ReadOnlySpan<byte> line)
    {
        var end = line.IndexOfAnyExcept(NameBytes);
        if (end <= 0)
        {
            return 0;
        }

        var colon = end;
        while (colon < line.Length && line[colon] is (byte)' ' or (byte)'\t')
        {
            colon++;
        }

        return colon < line.Length && line[colon] == ':' ? end : 0;
    }

    private bool Take(ReadOnlySpan<byte> field, int name)
    {
        if (Count == MailLimits.HeaderFields)
        {
            TooMany = true;
            return false;
        }

        Count++;
        Name = field[..name];
        var value = field[(name + field[name..].IndexOf((byte)':') + 1)..];
        Cut |= value.Length > MailLimits.HeaderFieldBytes;
        Value = value[..Math.Min(value.Length, MailLimits.HeaderFieldBytes)].Trim(" \t\r\n"u8);
        return true;
    }

    /// <summary>A <c>From </c> or <c>>From </c> line of an mbox, and empty lines before the first field.</summary>
    private void SkipEnvelope()
    {
        if (started)
        {
            return;
        }

        started = true;
        Position = entity.Length - entity.TrimStart("\r\n"u8).Length;
        while (entity[Position..].StartsWith("From "u8) || entity[Position..].StartsWith(">From "u8))
        {
            Position += LineLength(entity[Position..]);
        }
    }

    /// <summary>True when only this line is broken: what follows it up to the empty line are fields.</summary>
    private bool SkipsJunk(ReadOnlySpan<byte> rest, int length)
    {
        if (junkSeen)
        {
            return true;
        }

        junkSeen = true;
        var fields = 0;
        for (var at = length; at < rest.Length;)
        {
            var line = rest[at..];
            if (line[0] == '\n' || line.StartsWith("\r\n"u8))
            {
                return fields > 0;
            }

            var field = FieldLength(line);
            if (NameLength(line[..field]) == 0)
            {
                return false;
            }

            fields++;
            at += field;
        }

        return false;
    }

    private static int LineLength(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end < 0 ? text.Length : end + 1;
    }

    private static int FieldLength(ReadOnlySpan<byte> text)
    {
        var length = LineLength(text);
        while (length < text.Length && text[length] is (byte)' ' or (byte)'\t')
        {
            length += LineLength(text[length..]);
        }

        return length;
    }
}
