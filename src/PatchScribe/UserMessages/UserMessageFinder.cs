using PatchScribe.Conditionals;
using PatchScribe.Diffs;

namespace PatchScribe.UserMessages;

/// <summary>Finds the user-visible messages of a C file, whole or as far as hunks show it.</summary>
public static class UserMessageFinder
{
    /// <summary>Every message of a whole file, by line.</summary>
    public static IReadOnlyList<UserMessage> Find(string path, string text) => Find(path, new FileSide([new TextSegment(1, text)], Complete: true), []);

    internal static List<UserMessage> Find(string path, FileSide side, IReadOnlyList<Hunk> hunks)
    {
        var found = new List<UserMessage>();
        for (var i = 0; i < side.Segments.Count; i++)
        {
            var segment = side.Segments[i];
            var function = new FunctionNames(segment.Text, side.Complete || i >= hunks.Count ? "" : hunks[i].Section);
            var presence = new Lazy<PresenceConditions>(() => PresenceConditions.Read(segment.Text));
            var macros = new Lazy<Dictionary<string, string>>(() => FormatReader.Macros(segment.Text));
            foreach (var call in CallScanner.Scan(segment.Text, name => MessageCallTable.Find(name) is not null))
            {
                if (Format(call, MessageCallTable.Find(call.Name)!, macros) is { } format)
                {
                    var condition = presence.Value.At(call.Line);
                    found.Add(new UserMessage(path, segment.FirstLine + call.Line - 1, function.At(call.Line), call.Name, format,
                        MessageCallTable.Find(call.Name)!.Severity, side.Complete || !condition.IsTrue ? condition : null));
                }
            }
        }

        return found;
    }

    private static string? Format(ScannedCall call, MessageCall known, Lazy<Dictionary<string, string>> macros)
    {
        if (known.FirstArgument is { } first && (call.Arguments.Count == 0 || call.Arguments[0].Trim() != first))
        {
            return null;
        }

        if (known.Format == 0)
        {
            return call.Arguments.Where(argument => argument.Contains('"', StringComparison.Ordinal))
                .Select(argument => FormatReader.Read(argument, macros.Value)).FirstOrDefault(format => format is not null);
        }

        return call.Arguments.Count >= known.Format ? FormatReader.Read(call.Arguments[known.Format - 1], macros.Value)
            : call.Name == "error_set" && call.Arguments.Count == 2 ? FormatReader.Read(call.Arguments[1], macros.Value) : null;
    }
}
