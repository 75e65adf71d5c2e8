using PatchScribe.Mail;

namespace PatchScribe.Threads.Tags;

/// <summary>Says whether the person in a trailer is who sent a mail.</summary>
internal static class PersonMatcher
{
    /// <summary>Equal address (letter case, plus-tag and one label of the host aside), or equal name, also "Last, First".</summary>
    public static bool IsSender(MailMessage mail, string value)
    {
        var open = value.IndexOf('<', StringComparison.Ordinal);
        var address = open < 0 ? value : value[(open + 1)..].TrimEnd('>', ' ');
        var name = Name(open < 0 ? address.Contains('@', StringComparison.Ordinal) ? "" : value : value[..open]);
        return Is(mail.From, address, name) || Is(mail.Author, address, name);
    }

    private static bool Is(MailAddress person, string address, string name) =>
        SameAddress(person.Email, address)
        || (name.Length > 0 && (Name(person.Name) == name || (Words(name) is { Length: > 1 } words && (words.SequenceEqual(Words(Name(person.Name))) || words.SequenceEqual(Words(person.Email.Split('@')[0]))))));

    /// <summary>The words of a name or mailbox in one order: "Shijie Huang" is "Huang Shijie" and shijie.huang@.</summary>
    private static string[] Words(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '.', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static bool SameAddress(string a, string b)
    {
        var (left, right) = (a.ToLowerInvariant().Split('@'), b.Trim().ToLowerInvariant().Split('@'));
        return left.Length == 2 && right.Length == 2 && left[0].Split('+')[0] == right[0].Split('+')[0]
            && (left[1] == right[1] || IsLabelOf(left[1], right[1]) || IsLabelOf(right[1], left[1]));
    }

    private static bool IsLabelOf(string longer, string shorter) =>
        longer.EndsWith("." + shorter, StringComparison.Ordinal) && !longer.AsSpan(0, longer.Length - shorter.Length - 1).Contains('.');

    /// <summary>Lower case, first name first, quotes and "(Company)" gone.</summary>
    private static string Name(string name)
    {
        var bare = name.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 ? name[..bracket] : name;
        var parts = bare.Trim(' ', '"', '\'').Split(',');
        return string.Join(' ', (parts.Length == 2 ? $"{parts[1]} {parts[0]}" : bare).Trim(' ', '"', '\'').ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
