namespace PatchScribe.Review.Quoting;

/// <summary>What a line of a reply is.</summary>
internal enum ReplyLineKind
{
    /// <summary>The writer's own words.</summary>
    Own,

    /// <summary>Quoted from somebody.</summary>
    Quoted,

    /// <summary>"On ..., X wrote:".</summary>
    Attribution,

    /// <summary>Greeting, closing, name, signature, list footer, a mark that something was left out.</summary>
    Courtesy,

    /// <summary>A diff that the writer sends inside the reply.</summary>
    Diff,
}

/// <summary>One line of a body: 1-based number, kind, quote depth, text without quote marks.</summary>
internal readonly record struct ReplyLine(int Number, ReplyLineKind Kind, int Depth, string Text)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}
