using System.Globalization;
using System.Text;
using System.Text.Json;
using PatchScribe.Drafts;
using PatchScribe.Drafts.LogText;
using PatchScribe.Mail;
using PatchScribe.Review;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Drafts;

/// <summary>
/// Drafts of real discussions held against the log that the author really sent next. Pairs NN.mbox and NN.next.mbox lie in the shared
/// corpus (../shared, or PATCHSCRIBE_SHARED) and in the folder that PATCHSCRIBE_MEASURE names; the table is written to the
/// file of PATCHSCRIBE_MEASURE_OUT.
/// </summary>
public sealed class NextVersionTests
{
    private sealed record Measured(string Name, int Requests, int Met, int Asked, int Labelled, int LabelledCovered, double KeptNow, double KeptDraft, IReadOnlyList<string> Invented);

    [Fact]
    public void No_word_of_a_draft_is_without_a_source_and_the_median_labelled_request_is_covered()
    {
        var rows = Pairs().SelectMany(Measure).ToList();
        if (rows.Count == 0)
        {
            // Skipped: the labelled corpus is not here (PATCHSCRIBE_SHARED).
            return;
        }

        Write(rows);
        Assert.All(rows, row => Assert.Empty(row.Invented));
        var labelled = rows.Where(row => row.Labelled > 0).Select(row => (double)row.LabelledCovered / row.Labelled).Order().ToList();
        Assert.Equal(1, labelled[labelled.Count / 2]);
    }

    private static IEnumerable<string> Pairs()
    {
        var shared = Environment.GetEnvironmentVariable("PATCHSCRIBE_SHARED") ?? RepositoryRoot.PathOf("..", "shared");
        return new[] { Path.Combine(shared, "corpus", "threads"), Environment.GetEnvironmentVariable("PATCHSCRIBE_MEASURE") ?? "" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.next.mbox")).Order(StringComparer.Ordinal).Select(next => next.Replace(".next.mbox", ".mbox", StringComparison.Ordinal)).Where(File.Exists);
    }

    private static IEnumerable<Measured> Measure(string file)
    {
        var next = DiscussionBuilder.Build(MailReader.ReadAll(file.Replace(".mbox", ".next.mbox", StringComparison.Ordinal)).Messages).SelectMany(one => one.Series).SelectMany(one => one.Patches).Where(patch => !patch.Missing).ToList();
        var builder = new DraftBuilder(TemplateSet.Load([RepositoryRoot.PathOf("templates")]));
        var labels = Labels(file);
        foreach (var discussion in DiscussionBuilder.Build(MailReader.ReadAll(file).Messages))
        {
            var review = ReviewReader.Read(discussion);
            var all = Words(string.Join('\n', discussion.Messages.SelectMany(message => message.Parts.Select(part => part.Text).Append(message.Subject).Append(message.Body).Append(message.Author.ToString()).Append(message.MessageId))));
            foreach (var patch in DraftPlanner.Plan(discussion, review).Patches.OfType<MailedPatch>())
            {
                var draft = builder.Build(new DraftRequest { Patch = patch, Discussion = discussion, Review = review, Profile = LogProfile.Named("linux") });
                var sent = next.Find(one => one.Title.Equals(patch.Title, StringComparison.OrdinalIgnoreCase) || one.Title.Equals(draft.Subject, StringComparison.OrdinalIgnoreCase) || (one.PatchId is not null && one.PatchId == patch.PatchId))
                    ?? next.Find(one => one.Index == patch.Index && one.Files.Select(changed => changed.Path).SequenceEqual(patch.Files.Select(changed => changed.Path)));
                var mine = labels.Where(label => Owner(discussion, label.MessageId) == patch.Message!.MessageId).ToList();
                if (sent is null || (draft.Requests.Count == 0 && mine.Count == 0))
                {
                    continue;
                }

                var met = draft.Requests.Count(request => !draft.OpenPoints.Any(open => open.MessageId == request.MessageId && request.Quote.Contains(open.Quote.Split(". ")[0], StringComparison.Ordinal)));
                yield return new Measured($"{Path.GetFileNameWithoutExtension(file)} {patch.Index?.ToString(CultureInfo.InvariantCulture) ?? "-"}", draft.Requests.Count, met, draft.Requests.Count - met,
                    mine.Count, mine.Count(label => IsCovered(draft, review, label.MessageId, label.Quote)),
                    Share(Words(sent.Title + "\n" + Prose(sent.Log)), Words(patch.Title + "\n" + Prose(patch.Log))),
                    Share(Words(sent.Title + "\n" + Prose(sent.Log)), Words(string.Join('\n', draft.Paragraphs.Select(one => one.Text).Where(text => !text.StartsWith("[?", StringComparison.Ordinal) && TrailerReader.Read(text).Count == 0)))),
                    [.. Words(draft.Text).Except(all, StringComparer.Ordinal).Where(word => !IsOfTheTool(word, draft))]);
            }
        }
    }

    /// <summary>A labelled request is covered when it is asked in the draft, or when its mail is evidence of a changed paragraph, or a base came after it.</summary>
    private static bool IsCovered(CommitLogDraft draft, DiscussionReview review, string messageId, string quote) =>
        draft.OpenPoints.Any(open => open.MessageId == messageId && Share(Words(quote), Words(review.Points.FirstOrDefault(point => point.Id == open.Id)?.Quote.Quote + " " + open.Quote)) >= 0.5)
        || draft.Requests.Any(request => request.MessageId == messageId && Share(Words(quote), Words(request.Quote)) >= 0.5 && !draft.OpenPoints.Any(open => open.MessageId == messageId && Share(Words(open.Quote), Words(request.Quote)) >= 0.5))
        || draft.Changes.Any(change => change.Evidence.MessageId == messageId && Share(Words(quote), Words(change.Evidence.Quote)) >= 0.5);

    private static string? Owner(Discussion discussion, string messageId)
    {
        var patches = discussion.Series.SelectMany(series => series.Patches).Select(patch => patch.Message?.MessageId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var nodes in discussion.Threads.Select(thread => thread.Nodes))
        {
            var at = nodes.ToList().FindIndex(node => node.MessageId == messageId);
            while (at >= 0 && !patches.Contains(nodes[at].MessageId))
            {
                at = nodes[at].Parent;
            }

            if (at >= 0)
            {
                return nodes[at].MessageId;
            }
        }

        return null;
    }

    private static List<(string MessageId, string Quote)> Labels(string file)
    {
        var labels = new List<(string, string)>();
        if (File.Exists(Path.ChangeExtension(file, ".json")))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
            labels.AddRange(document.RootElement.GetProperty("review_points").EnumerateArray().Where(point => point.GetProperty("kind").GetString() is "commit-message" or "subject" or "fixes-tag")
                .Select(point => (point.GetProperty("message_id").GetString()!, point.GetProperty("quote").GetString()!)));
        }

        return labels;
    }

    private static void Write(List<Measured> rows)
    {
        if (Environment.GetEnvironmentVariable("PATCHSCRIBE_MEASURE_OUT") is not { } path)
        {
            return;
        }

        var text = new StringBuilder("discussion patch | requests met asked | labelled covered | next log's words in present log, in draft | invented\n");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Name} | {row.Requests} {row.Met} {row.Asked} | {row.Labelled} {row.LabelledCovered} | {row.KeptNow:0.00} {row.KeptDraft:0.00} | {string.Join(' ', row.Invented)}");
        }

        File.WriteAllText(path, text.ToString());
    }

    private static bool IsOfTheTool(string word, CommitLogDraft draft) =>
        word is "proposed" or "candidate" or "pass" or "instead" or "line" or "stands" or "text" or "the" or "at" or "of" or "in" or "to"
        || draft.Corrections.Any(correction => Words(correction.To).Contains(word))
        || (int.TryParse(word, out var number) && number < 1000);

    private static string Prose(string log) => string.Join('\n', log.Split('\n').Where(line => TrailerReader.Read(line).Count == 0));

    private static double Share(HashSet<string> words, HashSet<string> other) => words.Count == 0 ? 1 : (double)words.Count(other.Contains) / words.Count;

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(text.Where(c => !char.IsLetterOrDigit(c) && c != '_').Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)];
}
