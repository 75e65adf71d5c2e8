using System.Globalization;
using PatchScribe.Threads;

namespace PatchScribe.Tests.Threads;

public sealed class SubjectParserTests
{
    [Theory]
    [InlineData("[PATCH v2 3/7] hw/x: do it", "v2 3/7 hw/x: do it")]
    [InlineData("[net,v2,1/2] x", "v2 1/2 x")]
    [InlineData("[PATCH 00/33 v6] x", "v6 0/33 x")]
    [InlineData("[v3 PATCH 1/1] x", "v3 1/1 x")]
    [InlineData("[PATCH -v2] x", "v2 -/- x")]
    [InlineData("[PATCHv3 2/5] x", "v3 2/5 x")]
    [InlineData("[PATCH1/8] x", "v- 1/8 x")]
    [InlineData("[v2PATCH1/4] x", "v2 1/4 x")]
    [InlineData("[PATCH v5.1 10/12] x", "v5.1 10/12 x")]
    [InlineData("[PATCH 1 of 2] x", "v- 1/2 x")]
    [InlineData("[PATCH 0 of 2] x", "v- 0/2 x")]
    [InlineData("[PATCH] [RFC] [1/2] x", "v- 1/2 x")]
    [InlineData("[RFC PATCH for-9.0 v2 1/3] x", "v2 1/3 x")]
    [InlineData("[PATCH 6.18 000/430] x", "v- 0/430 x")]
    [InlineData("[PATCH] foo (v2)", "v2 -/- foo")]
    [InlineData("[PATCH] hwmon: F81504/508/512 support", "v- -/- hwmon: F81504/508/512 support")]
    [InlineData("[PATCH] rewrite [a-z] regexes", "v- -/- rewrite [a-z] regexes")]
    [InlineData("Re: [PATCH 1/2] x", "re v- 1/2 x")]
    [InlineData("AW: Re: [Qemu-devel] [PATCH 1/2] x", "re v- 1/2 x")]
    [InlineData("回复: [PATCH] x", "re v- -/- x")]
    [InlineData("RE [PATCH] x", "re v- -/- x")]
    [InlineData("re: [PATCH] x", "re v- -/- x")]
    [InlineData("RE: [PATCH] x", "re v- -/- x")]
    [InlineData("Aw: [PATCH] x", "re v- -/- x")]
    [InlineData("Aw [PATCH] x", "re v- -/- x")]
    [InlineData("Sv: [PATCH] x", "re v- -/- x")]
    [InlineData("Sv [PATCH] x", "re v- -/- x")]
    [InlineData("Fwd: [PATCH] x", "re v- -/- x")]
    [InlineData("Fwd [PATCH] x", "re v- -/- x")]
    [InlineData("回复 [PATCH] x", "re v- -/- x")]
    [InlineData("答复: [PATCH] x", "re v- -/- x")]
    [InlineData("答复 [PATCH] x", "re v- -/- x")]
    [InlineData("[edk2] [PATCH v2 1/2] x", "v2 1/2 x")]
    [InlineData("[edk2] Re: [PATCH v2 1/2] x", "re v2 1/2 x")]
    [InlineData("Really [PATCH] x", "v- -/- Really [PATCH] x")]
    [InlineData("[PULL 0/3] x", "v- 0/3 x")]
    [InlineData("[GIT PULL] x", "v- -/- x")]
    [InlineData("[PATCH v2 stable v4.9 1/2] x", "v2 1/2 x")]
    [InlineData("[PATCH stable v4.9] x", "v- -/- x")]
    [InlineData("PATCH v4 00/11] x", "v4 0/11 x")]
    [InlineData("[PATCH [v2] 1/3] x", "v2 1/3 x")]
    [InlineData("Re: (subset) [PATCH v5 00/69] x", "re v5 0/69 x")]
    [InlineData("答复：[PATCH v2] x", "re v2 -/- x")]
    [InlineData("Re[2]: [PATCH] x", "re v- -/- x")]
    [InlineData("[PATCH 3/2] x", "v- 3/2 x")]
    [InlineData("[PATCH 2022/01/13] x", "v- -/- x")]
    [InlineData("[PATCH] add GICv2, v3", "v3 -/- add GICv2")]
    [InlineData("[PATCH] support GICv2", "v- -/- support GICv2")]
    [InlineData("[PATCH kvm-arm64/next 1/3] x", "v- 1/3 x")]
    [InlineData("no brackets", "v- -/- no brackets")]
    [InlineData("[", "v- -/- [")]
    public void Grammar(string subject, string expected)
    {
        var parsed = SubjectParser.Parse(subject);
        string Show(object? value) => Convert.ToString(value ?? "-", CultureInfo.InvariantCulture)!;
        Assert.Equal(expected, $"{(parsed.IsReply ? "re " : "")}v{Show(parsed.Version)} {Show(parsed.Index)}/{Show(parsed.Total)} {parsed.Title}");
    }

    [Fact]
    public void Every_piece_says_where_it_stands()
    {
        const string Subject = "  Re: [RFC PATCH v2,3/7] hw/x: do it";
        Assert.Equal(
            ["ReplyPrefix Re:", "Word RFC", "Word PATCH", "Word v2", "Version 2", "Word 3/7", "Number 3/7", "Title hw/x: do it"],
            SubjectParser.Parse(Subject).Parts.Select(part => $"{part.Kind} {Subject.Substring(part.Start, part.Length)}"));
    }

    [Theory]
    [InlineData("[PATCH 6.18 000/430] x", "6.18")]
    [InlineData("[PATCH stable v4.9 v2] x", "4.9")]
    [InlineData("[PATCH for-9.0] x", null)]
    public void Releases_of_stable_trees(string subject, string? expected) => Assert.Equal(expected, SubjectParser.Parse(subject).Target);
}
