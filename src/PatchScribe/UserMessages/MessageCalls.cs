namespace PatchScribe.UserMessages;

/// <summary>The calls that count as messages: those of <see cref="MessageCallTable"/>, what a project adds in its configuration, and wrappers that were found.</summary>
public sealed class MessageCalls
{
    private readonly Dictionary<string, MessageCall> added;
    private readonly Dictionary<string, MessageCall>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private MessageCalls(Dictionary<string, MessageCall> added)
    {
        this.added = added;
        lookup = added.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The table alone.</summary>
    public static MessageCalls Known { get; } = new(new Dictionary<string, MessageCall>(StringComparer.Ordinal));

    /// <summary>These calls and more; a name that is given again counts as given last.</summary>
    public MessageCalls With(IEnumerable<MessageCall> more)
    {
        Dictionary<string, MessageCall>? all = null;
        foreach (var call in more)
        {
            (all ??= new Dictionary<string, MessageCall>(added, StringComparer.Ordinal))[call.Name] = call;
        }

        return all is null || all.Count == added.Count ? this : new MessageCalls(all);
    }

    /// <summary>The call of that name, or null.</summary>
    public MessageCall? Find(ReadOnlySpan<char> name) =>
        added.Count > 0 && lookup.TryGetValue(name, out var call) ? call : MessageCallTable.Find(name);
}
