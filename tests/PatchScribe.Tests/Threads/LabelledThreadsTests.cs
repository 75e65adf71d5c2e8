using System.Text.Json;
using PatchScribe.Mail;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

/// <summary>Series and tags of labelled real threads; the labels were made by reading every mail.</summary>
public sealed class LabelledThreadsTests
{
    [LabelledFact]
    public void Series_are_those_of_the_labels() => Compare(
        (label, _) => label.GetProperty("series").EnumerateArray().Select(one => string.Join(" | ", one.GetProperty("message_id").GetString(),
            one.GetProperty("version").GetInt32(), one.GetProperty("patches").GetInt32(), one.GetProperty("cover").GetBoolean(), one.GetProperty("title").GetString(), one.GetProperty("author").GetString())),
        discussions => discussions.SelectMany(one => one.Series).Select(series => string.Join(" | ", series.Id, (int)series.Version, series.Seen, series.Cover is not null, series.Subject, series.Author.Name)));

    [LabelledFact]
    public void Tags_are_those_of_the_labels() => Compare(
        (label, _) => label.GetProperty("trailers").EnumerateArray().Select(one => string.Join(" | ", one.GetProperty("patch_message_id").GetString(),
            one.GetProperty("given_by_message_id").GetString(), one.GetProperty("trailer").GetString(), one.TryGetProperty("conditional", out JsonElement _) ? "conditional" : "given")),
        discussions => discussions.SelectMany(one => one.Trailers).Select(tag => string.Join(" | ", tag.PatchMessageId, tag.GivenByMessageId, $"{tag.Token}: {tag.Value}", tag.State)));

    [LabelledFact]
    public void Later_versions_are_linked_to_the_labelled_one() => Compare(
        (label, next) => next is null ? [] : label.GetProperty("next_versions").EnumerateArray().Select(one => one.GetProperty("message_id").GetString() + " is one of the versions"),
        discussions => discussions.Where(one => one.Series.Any(series => series.Supersedes is not null)).SelectMany(one => one.Series.Where(series => series.Supersedes is not null))
            .SelectMany(series => series.Patches).Where(patch => !patch.Missing).Select(patch => patch.MessageId + " is one of the versions"),
        withNext: true, more: true);

    private static void Compare(Func<JsonElement, string?, IEnumerable<string>> labelled, Func<IReadOnlyList<Discussion>, IEnumerable<string>> found, bool withNext = false, bool more = false)
    {
        var wrong = new List<string>();
        var labels = Directory.GetFiles(LabelledFactAttribute.Folder, "*.json").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(labels);
        foreach (var file in labels)
        {
            using var label = JsonDocument.Parse(File.ReadAllText(file));
            var mbox = Path.ChangeExtension(file, ".mbox");
            var next = Path.ChangeExtension(file, ".next.mbox");
            var messages = MailReader.ReadAll(mbox).Messages.ToList();
            if (withNext && File.Exists(next))
            {
                messages.AddRange(MailReader.ReadAll(next).Messages);
            }

            var (want, have) = (labelled(label.RootElement, File.Exists(next) ? next : null).Order(StringComparer.Ordinal).ToList(), found(DiscussionBuilder.Build(messages)).Order(StringComparer.Ordinal).ToList());
            wrong.AddRange(want.Except(have, StringComparer.Ordinal).Select(line => $"{Path.GetFileName(file)} - {line}"));
            wrong.AddRange(more ? [] : have.Except(want, StringComparer.Ordinal).Select(line => $"{Path.GetFileName(file)} + {line}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
