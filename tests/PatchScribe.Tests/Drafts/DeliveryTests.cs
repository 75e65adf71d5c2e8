using PatchScribe.Behaviour.Runs;
using PatchScribe.Cli.Hooks;
using PatchScribe.Diagnostics;
using PatchScribe.Drafts;
using PatchScribe.Drafts.Delivery;
using PatchScribe.Mail;

namespace PatchScribe.Tests.Drafts;

public sealed class DeliveryTests
{
    [Fact]
    public void Answers_come_back_as_they_were_written_the_newest_of_each_id()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("patchscribe-").FullName, ".patchscribe", "answers.yml");
        DraftAnswer[] answers = [new("b", "no: #1 {{x}}\nand more", false), new("a", "later", true), new("b", "Fixes: 0123 (\"x\")", false)];
        AnswerFile.Write(path, answers);
        Assert.Equal([answers[1], answers[2]], AnswerFile.Read(path));
        Assert.Empty(AnswerFile.Read(path + ".none"));
    }

    [Theory]
    [InlineData("- id: a\n", 1)]
    [InlineData("- id: a\n  answer: x\n- {id: b, answer: x, dismissed: y}\n", 3)]
    [InlineData("text", 1)]
    [InlineData("- id: a\n  answer: [x\n", 2)]
    [InlineData("- id: a\n  answer: x\n---\n- id: b\n  answer: y\n", 1)]
    public void An_answer_file_that_is_none_is_named_with_its_line(string text, int line)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.Contains($":{line}: ", Assert.Throws<InputException>(() => AnswerFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_file_of_hostile_nesting_is_refused_and_one_of_comments_holds_no_answers()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, new string('[', 200_000));
        Assert.Contains("nests at most", Assert.Throws<InputException>(() => AnswerFile.Read(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "# nothing yet\n");
        Assert.Empty(AnswerFile.Read(path));
    }

    [Theory]
    [InlineData("Ines Marlow", "Ines Marlow <i@example.org>")]
    [InlineData("Marlow, Ines \"I\"", "\"Marlow, Ines \\\"I\\\"\" <i@example.org>")]
    [InlineData("Cécile", "=?UTF-8?B?Q8OpY2lsZQ==?= <i@example.org>")]
    [InlineData("a\nBcc: x@example.org", "\"a Bcc: x@example.org\" <i@example.org>")]
    public void No_name_can_add_a_header_field(string name, string expected)
    {
        Assert.Equal(expected, MailText.Address(new MailAddress(name, "i@example.org")));
    }

    [Fact]
    public void A_line_that_begins_a_mail_is_quoted_and_the_diff_stays_as_it_is()
    {
        var draft = new CommitLogDraft
        {
            Kind = "patch",
            Subject = "hw/x: do it",
            Body = "",
            Trailers = [],
            PresentText = "",
            Paragraphs = [],
            Corrections = [],
            OpenPoints = [],
            Contradictions = [],
            Notes = [],
            Text = "hw/x: do it\n\nFrom a@example.org Mon Sep 17 00:00:00 2001\nFrom here on.\n",
        };
        var mail = PatchMailWriter.Write(new PatchMail(draft, new MailAddress("Ines", "i@example.org"), DateTimeOffset.UnixEpoch, "PATCH v2", "Changes in v2:\n- x", "diff --git a/a b/a\n-a\n+b\n"));
        Assert.Contains("\n\n>From a@example.org Mon Sep 17 00:00:00 2001\nFrom here on.\n---\n\nChanges in v2:\n- x\n\ndiff --git a/a b/a\n-a\n+b\n-- \n", mail, StringComparison.Ordinal);
        Assert.Contains("Date: Thu, 1 Jan 1970 00:00:00 +0000\nSubject: [PATCH v2] hw/x: do it\n", mail, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_of_one_command_on_two_builds_are_a_pair()
    {
        RecordedRun Run(string build, string stderr, params string[] arguments) => new(null, build.Length == 0 ? [] : new Dictionary<string, string> { ["build"] = build }, arguments, stderr, 1, null);
        var pair = Assert.Single(RunPairReader.Pair([Run("after", "new\n", "/b/prog", "-a b"), Run("before", "old\n", "/a/prog", "-a b"), Run("", "x", "prog", "-c")]));
        Assert.Equal(new RunPair("prog '-a b'", "old\n", 1, "new\n", 1) { Output = pair.Output }, pair);
        Assert.Equal("1", Assert.Single(RunPairReader.Pair([Run("", "1", "p"), Run("", "2", "p")])).Before);
    }

    [Theory]
    [InlineData("", "\n\nblock\n")]
    [InlineData("\n# comment\n", "\n\nblock\n\n# comment\n")]
    [InlineData("x: written\n\n# comment\n", "x: written\n\nblock\n\n# comment\n")]
    [InlineData("x\n\nblock\n", "x\n\nblock\n")]
    public void A_block_stands_below_what_is_written_and_above_the_comments(string message, string expected)
    {
        Assert.Equal(expected, PreparedMessage.Insert(message, "block"));
    }
}
