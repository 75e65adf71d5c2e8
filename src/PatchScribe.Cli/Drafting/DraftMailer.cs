using System.Text;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Git;
using PatchScribe.Templating;
using PatchScribe.Threads;

namespace PatchScribe.Cli.Drafting;

/// <summary>Turns settled drafts into patch mails that git am applies, each of the next version with its changelog below ---.</summary>
internal static class DraftMailer
{
    public static string Write(DraftSet set, TemplateSet templates, string? repo)
    {
        var mails = new StringBuilder();
        foreach (var one in set.Drafts.Where(one => one.Draft.Kind == "patch" && (one.Patch is not null || one.Commit is not null)))
        {
            mails.Append(PatchMailWriter.Write(one.Commit is { } commit
                ? new PatchMail(one.Draft, commit.Author, commit.AuthorDate, "PATCH", "", PatchText.Read(repo ?? ".", commit))
                : OfMail(one, one.Patch!, new ChangeLogWriter(templates))));
        }

        return mails.ToString();
    }

    private static PatchMail OfMail(Drafted one, MailedPatch patch, ChangeLogWriter changeLog)
    {
        var sections = one.Series!.Expected > 1
            ? new[] { changeLog.Next(one.Series with { Patches = [patch] }, [one.Draft]) }.OfType<ChangeLogSection>()
            : changeLog.All(one.Series, [one.Draft], one.Discussion!, one.Review!, patch.Notes);
        var version = decimal.Floor(one.Series.Version) + 1;
        var tag = FormattableString.Invariant($"PATCH v{version}{(patch.Index is { } index && one.Series.Expected > 1 ? $" {index}/{one.Series.Expected}" : "")}");
        var notes = string.Join("\n\n", sections.Select(section => section.Text).Append(patch.Notes.Trim('\n')).Where(text => text.Length > 0));
        return new PatchMail(one.Draft, patch.Author, patch.Message?.Date, tag, notes, patch.Diff);
    }
}
