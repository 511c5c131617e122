namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>A word, a phrase, a number, an order id or a pause of a message.</summary>
/// <param name="Raw">As written, in lower case and without apostrophes.</param>
/// <param name="Text">With its spelling repaired.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Concept">What it stands for.</param>
internal sealed record Piece(string Raw, string Text, PieceKind Kind, Concept Concept = default)
{
    /// <summary>A word without a meaning of its own here, which may be part of the name of a product.</summary>
    public bool MayBeAName => Kind == PieceKind.Word && Concept.IsOnly(Concept.InPassing);

    /// <summary>A word that means nothing here and is no everyday word either: perhaps the name of a product.</summary>
    public bool IsUnknown => Kind == PieceKind.Word && Concept == Concept.None && !Spelling.IsKnown(Text);
}

internal enum PieceKind
{
    Word,

    /// <summary>An order id in its normal spelling.</summary>
    OrderId,

    /// <summary>Digits only.</summary>
    Number,
    Comma,

    /// <summary>The end of a sentence or line.</summary>
    Stop,
}
