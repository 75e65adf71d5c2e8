namespace PatchScribe.Mail.Fields;

/// <summary>Where in a message a field's value stands; of an absent field, nowhere.</summary>
internal readonly record struct FieldPlace(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> message) => message.Slice(Start, Length);
}

/// <summary>Where the fields stand by which programs mark their mail; length 0 where there is none.</summary>
internal readonly record struct MarkFields(FieldPlace Stable, FieldPlace AutoSubmitted, FieldPlace UserAgent)
{
    /// <summary>The place of one of them; null for another field.</summary>
    public FieldPlace? Find(string name) => name switch
    {
        "X-stable" => Stable,
        "Auto-Submitted" => AutoSubmitted,
        "User-Agent" => UserAgent,
        _ => null,
    };
}

/// <summary>Where the values of a field that may come several times stand.</summary>
internal sealed class FieldPlaces
{
    private readonly List<FieldPlace> places = [];

    public int Count => places.Count;

    public void Add(FieldPlace place) => places.Add(place);

    /// <summary>The unfolded values in order, encoded words kept.</summary>
    public List<string> Texts(ReadOnlySpan<byte> message, string? charset)
    {
        var texts = new List<string>(places.Count);
        foreach (var place in places)
        {
            texts.Add(FieldText.Read(place.Of(message), charset));
        }

        return texts;
    }
}
