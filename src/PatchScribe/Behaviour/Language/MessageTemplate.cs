namespace PatchScribe.Behaviour.Language;

/// <summary>What a piece of a template stands for.</summary>
internal enum TemplatePieceKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A key of the item, <c>prog</c>, <c>optarg</c>, <c>unknown</c>, or a named text of the phase.</summary>
    Name,

    /// <summary>The value of a variable.</summary>
    Variable,

    /// <summary>What a table says for the value of a variable.</summary>
    Table,

    /// <summary>A number that cannot be foretold.</summary>
    AnyNumber,
}

/// <summary>One piece; <see cref="Filter"/> is applied to its text: <c>pci</c>, <c>basename</c>.</summary>
internal sealed record TemplatePiece(TemplatePieceKind Kind, string Text, int Variable = -1, string? Filter = null);

/// <summary>A message with placeholders in braces; <c>{{</c> and <c>}}</c> are braces.</summary>
internal sealed record MessageTemplate(IReadOnlyList<TemplatePiece> Pieces)
{
    /// <summary>The template as written.</summary>
    public string Text { get; init; } = "";

    /// <summary>The template that gives no text.</summary>
    public static readonly MessageTemplate Empty = new([]);

    /// <summary>Stands in rendered text for a number that cannot be foretold (a file descriptor).</summary>
    public const string AnyNumber = "%d";
}
