using PatchScribe.Diagnostics;

namespace PatchScribe.Tests.Checks.Rules;

public sealed class MessageChangedRuleTests
{
    private const string Old = "    error_setg(errp, \"non-zero length of the image\");";
    private const string New = "    error_setg(errp, \"non-zero size of the image\");";

    [Fact]
    public void A_silent_log_is_warned_with_both_texts()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: rework the test\n\nUse the other way.").Function(Old, New).Check("PS0101"));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Equal(("hw/foo/foo.c", 3), (finding.File, finding.Line!.Value));
        Assert.Contains("foo_realize()", finding.Message, StringComparison.Ordinal);
        Assert.Contains("\"non-zero length of the image\" becomes \"non-zero size of the image\"", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_messages_of_one_function_are_one_finding()
    {
        var finding = Assert.Single(new CheckCase("hw/foo: rework the test").Function(
            "    error_setg(errp, \"bad length\");\n    error_setg(errp, \"bad offset\");", "    error_setg(errp, \"wrong length\");\n    error_setg(errp, \"wrong offset\");").Check("PS0101"));
        Assert.Contains("2 messages of foo_realize() changed, the log names none", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: say which size\n\nThe error is now \"non-zero size of the image\".")]
    [InlineData("hw/foo: fix foo_realize\n\nfoo_realize() says what is wrong.")]
    [InlineData("hw/foo: reword\n\nAn image with a size that is non-zero is refused by its own name.")]
    [InlineData("hw/foo: improve error messages")]
    public void A_log_that_speaks_of_it_is_not(string log) => Assert.Empty(new CheckCase(log).Function(Old, New).Check("PS0101"));

    [Theory]
    [InlineData("    error_setg(errp, \"length %d\", n);", "    error_setg(errp, \"length %u\", n);")]
    [InlineData("    error_setg(errp, \"length %Zd\", n);", "    error_setg(errp, \"length %zd\", n);")]
    [InlineData("    error_setg(errp, \"one \" \"text\");", "    error_setg(errp,\n               \"one text\");")]
    [InlineData("    error_setg(errp, \"text\");\n    g();", "    g();\n    error_setg(errp, \"text\");")]
    [InlineData("    trace(\"a\");", "    trace(\"b\");")]
    public void Moves_wraps_and_specifiers_are_no_change(string before, string after) =>
        Assert.Empty(new CheckCase("hw/foo: tidy up").Function(before, after).Check("PS0101"));

    [Fact]
    public void Tests_are_not_users() => Assert.Empty(new CheckCase("tests: tidy up").Function(Old, New, "tests/unit/test-foo.c").Check("PS0101"));

    [Fact]
    public void A_message_that_goes_with_its_function_is_none() =>
        Assert.Empty(new CheckCase("hw/foo: drop dead code").File("hw/foo/foo.c", $"void foo(void)\n{{\n{Old}\n}}\nint x;\n", "int x;\n").Check("PS0101"));

    [Fact]
    public void A_text_that_another_function_of_the_file_still_prints_is_none() =>
        Assert.Empty(new CheckCase("hw/foo: drop the first test").File("hw/foo/foo.c", $"void foo(void)\n{{\n{Old}\n}}\nvoid bar(void)\n{{\n{Old}\n}}\n", $"void foo(void)\n{{\n    g();\n}}\nvoid bar(void)\n{{\n{Old}\n}}\n").Check("PS0101"));

    [Fact]
    public void A_message_that_follows_what_the_log_is_about_is_none()
    {
        const string Widened = "    error_setg(errp, \"non-zero length of the image or snapshot\");";
        Assert.Empty(new CheckCase("hw/foo: take a snapshot as well").Function(Old, Widened).Check("PS0101"));
        Assert.Single(new CheckCase("hw/foo: take a copy as well").Function(Old, Widened).Check("PS0101"));
    }

    [Fact]
    public void Another_severity_and_another_end_of_the_message_are_a_change()
    {
        Assert.Contains("now of severity warning", Assert.Single(new CheckCase("hw/foo: rework").Function("    error_report(\"bad size of it\");", "    warn_report(\"bad size of it\");").Check("PS0101")).Help, StringComparison.Ordinal);
        Assert.Contains("is now ERROR_CLASS_B instead of ERROR_CLASS_A", Assert.Single(new CheckCase("hw/foo: rework").Function("    error_set(errp, ERROR_CLASS_A, \"bad size of it\");", "    error_set(errp, ERROR_CLASS_B, \"bad size of it\");").Check("PS0101")).Help, StringComparison.Ordinal);
        Assert.Contains("error_setg_errno()", Assert.Single(new CheckCase("hw/foo: rework").Function("    error_setg(errp, \"bad size of it\");", "    error_setg_errno(errp, errno, \"bad size of it\");").Check("PS0101")).Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_that_go_with_a_path_that_the_log_speaks_of_are_none() =>
        Assert.Empty(new CheckCase("hw/foo: do not map the RAM device\n\nIt must not be mapped.").Function("    error_report(\"map ram fail!\");\n    error_report(\"p2p may not work\");", "    a();").Check("PS0101"));

    [Fact]
    public void A_hint_reads_as_the_text_below_an_error_did() =>
        Assert.Empty(new CheckCase("hw/foo: rework").Function("    error_printf(\"The valid types are: %s\", s);", "    error_append_hint(errp, \"The valid types are: %s\", s);").Check("PS0101"));

    [Theory]
    [InlineData("    if (a) {\n        n = 1;\n    }\n", Severity.Warning)]
    [InlineData("", Severity.Note)]
    [InlineData("    if (!check(errp)) {\n        return;\n    }\n", Severity.Note)]
    public void A_message_that_goes_alone_is_warned_and_one_that_goes_with_its_test_is_a_note(string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function("    if (a) {\n        error_setg(errp, \"non-zero length of the image\");\n        n = 1;\n    }\n    b();", $"{after}    b();").Check("PS0101")).Severity);

    [Fact]
    public void A_message_that_goes_alone_where_the_subject_takes_something_away_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: drop leftovers").Function($"    a();\n{Old}\n    b();", "    a();\n    b();").Check("PS0101")).Severity);

    [Theory]
    [InlineData("    if (n < 2) {", "    if (n < 1) {", Severity.Note)]
    [InlineData("    if (n < 2) {", "    if (n < 2) {\n        a();", Severity.Warning)]
    [InlineData("    n = get(a);\n    if (n < 2) {", "    n = take(a);\n    if (n < 2) {", Severity.Note)]
    [InlineData("    put(a);\n    if (n < 2) {", "    keep(a);\n    if (n < 2) {", Severity.Warning)]
    public void A_text_is_warned_on_a_test_that_stays_and_is_a_note_on_another_one(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"{before}\n        // once\n    {Old}\n    }}", $"{after}\n        // once\n    {New}\n    }}").Check("PS0101")).Severity);

    [Theory]
    [InlineData("    if (n == 0) {\n        error_setg(errp, \"the extent may not be zero\");\n    }", "    if (n < 512) {\n        error_setg(errp, \"the extent must be at least 512\");\n    } else if (!is_power_of_2(n)) {\n        error_setg(errp, \"the extent may not be %d\", n);\n    }")]
    [InlineData("    bs = find(device);\n    if (!bs) {\n        error_set(errp, ERROR_CLASS_A, \"Device '%s' not found\", device);\n    }", "    bs = lookup(device, errp);\n    if (!bs) {\n        return;\n    }\n    if (!is_first(bs)) {\n        error_set(errp, ERROR_CLASS_A, \"Feature '%s' not enabled\", device);\n    }")]
    [InlineData("    bs = find(device);\n    if (!bs) {\n        error_setg(errp, \"no device '%s'\", device);\n        return;\n    }", "    bs = lookup(device, errp);\n    if (!bs) {\n        return;\n    }")]
    public void A_branch_that_becomes_two_and_a_test_that_goes_into_a_call_are_notes(string before, string after) =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: rework").Function(before, after).Check("PS0101")).Severity);

    [Theory]
    [InlineData("error_setg(errp, \"property '%s.%s' is not there\", \"\", name);", "error_setg(errp, \"property '.%s' is not there\", name);", Severity.Note)]
    [InlineData("error_setg(errp, \"property '%s.%s' is not there\", type, name);", "error_setg(errp, \"property '.%s' is not there\", name);", Severity.Warning)]
    [InlineData("error_setg(errp, \"no room for 0x14: %x\", a);", "error_setg(errp, \"no room for 0x%x: %x\", c, a);", Severity.Note)]
    public void A_value_that_had_been_empty_or_stood_in_the_text_is_no_loss(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    {before}", $"    {after}").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: rework\n\nIt still ends with error_report() before the image is written.", 0)]
    [InlineData("hw/foo: rework\n\nIt still ends before the image is written.", 1)]
    public void A_log_that_tells_of_the_call_is_not_silent(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    error_report(\"not implemented\");", "    error_report(\"subdirectories come later\");").Check("PS0101").Count);

    [Theory]
    [InlineData("hw/foo: support two images", 0)]
    [InlineData("hw/foo: take two images", 1)]
    public void A_refusal_that_goes_is_told_by_the_subject_that_says_what_is_supported(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    if (n > 1) {\n        error_setg(errp, \"'%s' is not currently supported\", s);\n    }\n    a();", "    a();").Check("PS0101").Count);

    [Theory]
    [InlineData("DEBUG_FOO", 0)]
    [InlineData("CONFIG_FOO", 1)]
    public void A_text_of_a_build_for_debugging_is_none(string symbol, int count) =>
        Assert.Equal(count, new CheckCase("hw/foo: rework").Function($"#ifdef {symbol}\n{Old}\n#endif", $"#ifdef {symbol}\n{New}\n#endif").Check("PS0101").Count);

    [Fact]
    public void The_message_that_is_asked_for_is_the_one_that_is_shown() =>
        Assert.Contains("\"bad pin (rc:%d)\" becomes \"bad pin\"", Assert.Single(new CheckCase("hw/foo: rework").Function(
            "    error_setg(errp, \"odd graphics.\");\n    error_setg(errp, \"bad pin (rc:%d)\", rc);", "    error_setg(errp, \"odd graphics\");\n    error_setg(errp, \"bad pin\");").Check("PS0101")).Help, StringComparison.Ordinal);

    [Fact]
    public void A_call_that_prints_alone_has_no_class_to_lose() =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: rework").Function("    error_report(\"bad size of it\");", "    error_set(errp, ERROR_CLASS_B, \"bad size of it: %s\", s);").Check("PS0101")).Severity);

    [Fact]
    public void An_empty_line_that_goes_is_no_text() =>
        Assert.Empty(new CheckCase("hw/foo: rework").Function("    if (a) {\n        fprintf(stderr, \"\\n\");\n        b();\n    }", "    if (a) {\n        b();\n    }").Check("PS0101"));

    [Theory]
    [InlineData("    const char *why = \"length of the image\";\n    error_setg(errp, \"%s is wrong\", why);", Severity.Note)]
    [InlineData("    const char *why = \"width of the screen\";\n    error_setg(errp, \"%s is wrong\", why);", Severity.Warning)]
    public void Words_that_are_put_into_the_text_are_still_read(string now, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function("    error_setg(errp, \"length of the image is wrong\");", now).Check("PS0101")).Severity);

    [Theory]
    [InlineData("no such image: %s", "no such image", Severity.Warning)]
    [InlineData("no such image in it", "no such image at all", Severity.Warning)]
    [InlineData("no such image", "the qemu: No such image!", Severity.Note)]
    [InlineData("%s: no such image", "no such image", Severity.Note)]
    [InlineData("no such image", "foo-image: no such image", Severity.Note)]
    [InlineData("no image, rw=%d", "no image, access=%d", Severity.Note)]
    [InlineData("give one of -a|-b", "give one of -a|-b|-w", Severity.Note)]
    public void A_value_or_a_small_word_that_goes_is_read_and_articles_marks_and_names_are_not(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    error_setg(errp, \"{before}\");", $"    error_setg(errp, \"{after}\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: do not use old_name()", 0)]
    [InlineData("hw/foo: use other_name()", 0)]
    [InlineData("hw/foo: use third_name()", 1)]
    public void A_log_that_names_what_changes_in_the_call_is_not_silent(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    error_setg(errp, \"no image, code: %s\", old_name(n));", "    error_setg(errp, \"no image: %s\", other_name(n));").Check("PS0101").Count);

    [Theory]
    [InlineData("warn_report", Severity.Warning)]
    [InlineData("info_report", Severity.Note)]
    public void An_error_that_becomes_a_warning_is_warned_with_whatever_code(string call, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function("    if (a) {\n        error_report(\"bad size of it\");\n        exit(1);\n    }", $"    if (a && !b()) {{\n        {call}(\"bad size of it\");\n    }}").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: go on where the medium is unsound", Severity.Note)]
    [InlineData("hw/foo: rework\n\nAs it was meant:\n\n    the medium may be unsound", Severity.Note)]
    [InlineData("hw/foo: go on where it is possible", Severity.Warning)]
    public void An_error_that_becomes_a_warning_is_a_note_where_the_log_is_about_its_matter(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    die(\"the medium is unsound, so nothing is written\");", "    warning(\"the medium is unsound, so nothing is written\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: rework\n\nSigned-off-by: A <a@example.org>\nMessage-ID: <1@example.org>")]
    [InlineData("hw/foo: rework\n\nFixes: 0123456789ab (\"hw/foo: say the size in the error message\")\nReported-by: A <a@example.org>")]
    public void Trailers_speak_of_no_message(string log) => Assert.Equal(Severity.Warning, Assert.Single(new CheckCase(log).Function(Old, New).Check("PS0101")).Severity);

    [Fact]
    public void A_message_that_loses_only_what_the_log_is_about_is_none()
    {
        const string Longer = "    error_setg(errp, \"non-zero length of the image or snapshot\");";
        Assert.Empty(new CheckCase("hw/foo: a snapshot is none").Function(Longer, Old).Check("PS0101"));
        Assert.Single(new CheckCase("hw/foo: a copy is none").Function(Longer, Old).Check("PS0101"));
    }

    [Theory]
    [InlineData("error_setg(errp, \"%s of %s is not there\", \"width\", \"foo\");", "error_setg(errp, \"width of foo is not there\");", Severity.Note)]
    [InlineData("error_setg(errp, \"width of foo is not there\");", "error_setg(errp, \"%s of foo is not there\", \"width\");", Severity.Note)]
    [InlineData("error_setg(errp, \"%s of %s is not there\", a, b);", "error_setg(errp, \"width of foo is not there\");", Severity.Warning)]
    public void Values_that_become_words_and_words_that_become_values_read_the_same(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    {before}", $"    {after}").Check("PS0101")).Severity);

    [Theory]
    [InlineData("entry of \" FOO_FMT_plx \" is bad", "entry of %lx is bad")]
    [InlineData("entry of %\" PRItime \" is bad", "entry of %u is bad")]
    public void A_macro_that_is_a_specifier_is_a_value(string before, string after) =>
        Assert.Empty(new CheckCase("hw/foo: rework").Function($"    error_report(\"{before}\", n);", $"    error_report(\"{after}\", n);").Check("PS0101"));

    [Theory]
    [InlineData("hw/foo: s/ui/iu/", 0)]
    [InlineData("hw/foo: tidy up\n\nDo s/an ui/an iu/.", 1)]
    [InlineData("hw/foo: s/iu/ui/", 1)]
    public void A_replacement_as_sed_writes_it_tells_of_the_texts_that_it_makes(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    error_report(\"bad command ui: %d\", n);", "    error_report(\"bad command iu: %d\", n);").Check("PS0101").Count);

    [Theory]
    [InlineData("hw/foo: lazy storage of keys", Severity.Note)]
    [InlineData("hw/storage: lazy keys", Severity.Warning)]
    [InlineData("hw/foo: lazy keys\n\nThe storage is not there at first.", Severity.Warning)]
    public void A_subject_about_what_the_message_is_about_explains_it(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    error_report(\"storage beyond the end\");", "    error_report(\"storage not allocated\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: register blocks", Severity.Note)]
    [InlineData("hw/foo: take more", Severity.Warning)]
    public void One_that_another_replaces_is_a_note_where_the_log_explains_that(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    if (a) {\n        error_report(\"no room for all the memory\");\n    }", "    if (a) {\n        error_report(\"cannot register this RAM block: %d\", n);\n    }").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: allow 16 images", Severity.Note)]
    [InlineData("hw/foo: allow more", Severity.Warning)]
    public void Half_of_the_numbers_that_come_explain_a_list_of_them(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    error_report(\"give 1, 2 or 4\");", "    error_report(\"give 1, 2, 4, 8 and 16\");").Check("PS0101")).Severity);

    [Fact]
    public void How_to_call_the_program_is_a_note() =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("tools: take less").File("tools/foo.c", "void usage(void)\n{\n    fprintf(stderr, \"foo -i image file\\n\");\n}\n", "void usage(void)\n{\n    fprintf(stderr, \"foo image\\n\");\n}\n").Check("PS0101")).Severity);

    [Fact]
    public void A_number_that_a_message_gains_is_told_by_the_log_that_has_it()
    {
        Assert.Empty(new CheckCase("hw/foo: allow 16 lanes").Function("    error_setg(errp, \"more than 4 lanes are wrong\");", "    error_setg(errp, \"more than 16 lanes are wrong\");").Check("PS0101"));
        Assert.Single(new CheckCase("hw/foo: allow more").Function("    error_setg(errp, \"more than 4 lanes are wrong\");", "    error_setg(errp, \"more than 16 lanes are wrong\");").Check("PS0101"));
    }

    [Theory]
    [InlineData("hw/foo: take images of v3", 0)]
    [InlineData("hw/foo: take images of rev3", 0)]
    [InlineData("hw/foo: take images of v4", 1)]
    public void A_version_is_its_number(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    error_setg(errp, \"only v2 is known\");", "    error_setg(errp, \"only v2 and v3 are known\");").Check("PS0101").Count);

    [Theory]
    [InlineData("hw/foo: deprecate the other way", "    error_printf(\"It is deprecated, give a size\");", Severity.Note)]
    [InlineData("hw/foo: deprecate the other way", "    error_printf(\"Give a size\");", Severity.Warning)]
    [InlineData("hw/foo: rework", "    error_printf(\"It is deprecated, give a size\");", Severity.Warning)]
    public void An_error_that_becomes_the_warning_of_a_deprecation_is_a_note(string log, string hint, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    error_report(\"no room, taking some\");\n    a();", $"    warn_report(\"no room, taking some\");\n{hint}\n    a();").Check("PS0101")).Severity);

    [Theory]
    [InlineData("cannot initialized it", "cannot initialize it", Severity.Note)]
    [InlineData("invalid date of it", "invalid datetime of it", Severity.Note)]
    [InlineData("cannot imeplement it", "cannot implement it", Severity.Note)]
    [InlineData("cannot recieve it", "cannot receive it", Severity.Note)]
    [InlineData("no such vercor", "no such vector", Severity.Note)]
    [InlineData("cannot get it", "cannot getting it", Severity.Note)]
    [InlineData("it cannot run", "it cannot runtime", Severity.Warning)]
    [InlineData("no such reader", "no such render", Severity.Warning)]
    [InlineData("no such server", "no such sender", Severity.Warning)]
    [InlineData("the count is minimum", "the count is maximum", Severity.Warning)]
    [InlineData("the image is valid", "the image is invalid", Severity.Warning)]
    [InlineData("made with an image", "made without an image", Severity.Warning)]
    public void Another_form_or_spelling_of_a_word_is_a_note(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    error_setg(errp, \"{before}\");", $"    error_setg(errp, \"{after}\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("no such image", "no such image: %s", Severity.Note)]
    [InlineData("deleted", "deleted: %s", Severity.Note)]
    [InlineData("no room for the image", "no room left for the image on %s", Severity.Note)]
    [InlineData("BUG: flags of get_sha1() are wrong", "BUG: flags of get_id() are wrong", Severity.Note)]
    [InlineData("deepen and more do not go together", "deepen and more (or deepen-not) do not go together", Severity.Note)]
    [InlineData("no threads, ignoring %s", "no threads, ignoring --threads", Severity.Note)]
    [InlineData("it is no supported by this", "it is not supported by this", Severity.Note)]
    [InlineData("a zero length", "a non-zero length", Severity.Warning)]
    [InlineData("the image is supported", "the image is not supported", Severity.Warning)]
    [InlineData("bad image of %s: %d", "bad image of this: %d", Severity.Warning)]
    public void A_text_that_says_all_that_it_said_and_more_is_a_note_unless_the_sense_turns(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    error_setg(errp, \"{before}\");", $"    error_setg(errp, \"{after}\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: handle BUSY_QUEUE_FULL", Severity.Note)]
    [InlineData("hw/foo: limit the number", Severity.Warning)]
    public void Words_that_come_and_that_the_log_has_explain_those_that_go(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    error_setg(errp, \"the image is wrong or damaged\");", "    error_setg(errp, \"the image has a queuefull medium\");").Check("PS0101")).Severity);

    [Theory]
    [InlineData("error_setg(errp, \"no such image: %s\", strerror(ret));", "error_setg_errno(errp, ret, \"no such image\");", Severity.Note)]
    [InlineData("error_setg(errp, \"no such image: %s\", error_get_pretty(err));", "error_prepend(errp, \"no such image: \");", Severity.Note)]
    [InlineData("error_setg(errp, \"no such image: %d (%s)\", ret, error_get_pretty(err));", "error_prepend(errp, \"no such image: \");", Severity.Note)]
    [InlineData("error_setg_errno(errp, ret, \"no such image\");", "error_setg(errp, \"no such image\");", Severity.Warning)]
    [InlineData("pr_err(\"no gpios of %s: %d\", name, ret);", "dev_err(dev, \"no gpios of: %d\", ret);", Severity.Note)]
    [InlineData("fprintf(stderr, \"Invalid image: %s\\n\", s);", "warning(\"invalid image: %s\", s);", Severity.Note)]
    public void What_the_call_puts_behind_the_text_is_a_value_of_it(string before, string after, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").Function($"    {before}", $"    {after}").Check("PS0101")).Severity);

    [Theory]
    [InlineData("void foo(void)\n{\n    b();\n    part();\n}\n", Severity.Note)]
    [InlineData("", Severity.Warning)]
    public void A_text_of_code_that_a_new_function_takes_over_is_a_note_and_of_one_that_is_renamed_is_not(string rest, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase("hw/foo: rework").File("hw/foo/foo.c",
            "void foo(void)\n{\n    b();\n    if (a) {\n        error_report(\"no room for the second image\");\n    }\n}\n",
            $"void part(void)\n{{\n    if (a) {{\n        error_report(\"no room for the second copy\");\n    }}\n}}\n{rest}").Check("PS0101")).Severity);

    [Fact]
    public void Messages_of_other_causes_are_not_one_that_changes()
    {
        const string Middle = "    if (b) {\n        error_setg(errp, \"foo: socket %d is not bound\", fd);\n        return;\n    }\n";
        static string Failed(string call) => $"    if ({call}(fd)) {{\n        error_setg(errp, \"foo: socket %d failed {call}()\", fd);\n        return;\n    }}\n";
        Assert.DoesNotContain(new CheckCase("hw/foo: rework").Function(Middle + Failed("getname"), Failed("parse") + Middle).Check().Findings, finding => finding.Help.Contains(" becomes ", StringComparison.Ordinal));
        Assert.Contains(" becomes ", Assert.Single(new CheckCase("hw/foo: rework").Function(Middle + Failed("getname"), Middle + Failed("parse")).Check("PS0101")).Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hw/foo: one sound card alone", "no such soundcard %s")]
    [InlineData("hw/foo: soundcards come one at a time", "no sound of %s")]
    [InlineData("hw/foo: use foo_check_endpoint()", "bad endpoint")]
    public void A_message_that_goes_is_told_by_words_that_are_written_together_or_apart(string log, string text) =>
        Assert.Empty(new CheckCase(log).Function($"    a();\n    error_setg(errp, \"{text}\", s);", "    a();").Check("PS0101"));

    [Theory]
    [InlineData("at 0x%lx of it", "at %p of  it")]
    [InlineData("at least %d of it", "at least \" FOO_LEAST_TEXT \" of it")]
    [InlineData("size of the image: 8 bytes", "size of the image: %d bytes")]
    [InlineData("foo_map(%p) gave %d", "foo_backend_map(%p) gave %d")]
    [InlineData("the range [1 - %d] is wrong", "the range ['%d' - '%d'] is wrong")]
    public void Numbers_that_become_values_and_marks_alone_are_a_note(string before, string after) =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: rework").Function($"    error_setg(errp, \"{before}\", a);", $"    error_setg(errp, \"{after}\", a, b);").Check("PS0101")).Severity);

    [Theory]
    [InlineData("hw/foo: rework the page", Severity.Warning)]
    [InlineData("hw/foo: let the limits be higher", Severity.Note)]
    [InlineData("hw/foo: it is no longer restrictive", Severity.Warning)]
    [InlineData("Revert \"hw/foo: rework\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.", Severity.Note)]
    [InlineData("Reapply \"hw/foo: rework\"", Severity.Note)]
    [InlineData("Restore patch series \"hw/foo: rework\"", Severity.Note)]
    [InlineData("hw/foo: restore the state", Severity.Warning)]
    public void A_log_that_has_a_telling_word_of_the_difference_or_takes_a_commit_back_makes_it_a_note(string log, Severity severity) =>
        Assert.Equal(severity, Assert.Single(new CheckCase(log).Function("    error_setg(errp, \"the image may have 3 parts\");", "    error_setg(errp, \"parts of the image are limited, not counted\");").Check("PS0101")).Severity);

    [Fact]
    public void A_message_is_told_by_the_name_of_what_goes_with_it()
    {
        const string Test = "    if (!start_old_way(a)) {\n        error_setg(errp, \"nothing to be had there\");\n    }\n";
        Assert.Empty(new CheckCase("hw/foo: start_old_way() always succeeds").Function($"{Test}    b();", "    b();").Check("PS0101"));
        Assert.Single(new CheckCase("hw/foo: start_new_way() always succeeds").Function($"{Test}    b();", "    b();").Check("PS0101"));
    }

    [Fact]
    public void A_message_whose_text_nearly_stands_elsewhere_in_the_file_is_none()
    {
        const string Kept = "    error_setg(errp, \"%s: wants more room \"\n               \"than the host can give (%d)\", s, n);";
        const string Gone = "    error_setg(errp, \"%s: wants more room than the host can give at all (%u)\", s, n);";
        Assert.Empty(new CheckCase("hw/foo: drop the first test").File("hw/foo/foo.c", $"void foo(void)\n{{\n    a();\n{Gone}\n}}\nvoid bar(void)\n{{\n{Kept}\n}}\n", $"void foo(void)\n{{\n    a();\n}}\nvoid bar(void)\n{{\n{Kept}\n}}\n").Check("PS0101"));
    }

    [Theory]
    [InlineData("hw/foo: rework\n\nA bad image stays in the pool.", 1)]
    [InlineData("hw/foo: rework\n\nA bad image stays in the pool with its length.", 0)]
    public void Words_that_both_texts_have_tell_nothing_of_the_change(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    error_setg(errp, \"length of the image in the pool is bad\");", "    error_setg(errp, \"size of the image in the pool is bad\");").Check("PS0101").Count);

    [Fact]
    public void A_message_of_another_call_that_failed_is_no_such_text() =>
        Assert.Single(new CheckCase("hw/foo: rework").File("hw/foo/foo.c", "void take(void)\n{\n    a();\n    error_setg(errp, \"foo_channel_receive failed\");\n}\nvoid give(void)\n{\n    error_setg(errp, \"foo_channel_send failed\");\n}\n", "void take(void)\n{\n    a();\n}\nvoid give(void)\n{\n    error_setg(errp, \"foo_channel_send failed\");\n}\n").Check("PS0101"));

    [Theory]
    [InlineData("FOO_CANNOT_OPEN", "\"cannot open it\"")]
    [InlineData("FOO_ERROR_OPEN", "FOO_ERROR_READ")]
    [InlineData("\"cannot open the image\"", "FOO_CANNOT_OPEN")]
    public void A_macro_whose_text_stands_elsewhere_is_a_note(string before, string after) =>
        Assert.Equal(Severity.Note, Assert.Single(new CheckCase("hw/foo: rework").Function($"    error_setg(errp, {before}, n);", $"    error_setg(errp, {after}, n);").Check("PS0101")).Severity);

    [Fact]
    public void A_file_that_is_written_anew_still_prints_the_text_otherwise()
    {
        static string Lines(string name) => string.Concat(Enumerable.Range(0, 100).Select(i => $"    {name}({i});\n"));
        Assert.Equal(Severity.Warning, Assert.Single(new CheckCase("hw/foo: take the other model").Function(Lines("a") + Old, Lines("b") + New).Check("PS0101")).Severity);
    }

    [Fact]
    public void A_log_that_names_the_call_that_a_message_had_or_gets_is_not_silent() =>
        Assert.All(["hw/foo: replace fprintf with info_report", "hw/foo: stop using fprintf"], log => Assert.Empty(new CheckCase(log).Function("    fprintf(stderr, \"bad size of it\\n\");", "    info_report(\"bad size of it\");").Check("PS0101")));

    [Theory]
    [InlineData("hw/foo: remove the check on the number of users", 0)]
    [InlineData("hw/foo: allow more\n\nThe limit is not there any more, it was a redundant test.", 0)]
    [InlineData("hw/foo: allow more", 1)]
    public void A_message_that_goes_with_a_check_that_the_log_takes_away_is_told(string log, int count) =>
        Assert.Equal(count, new CheckCase(log).Function("    if (n == 8) {\n        error_setg(errp, \"too many connections\");\n    }\n    a();", "    a();").Check("PS0101").Count);
}
