namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>A pattern of concepts that speaks for an intent; of all that fit a message the heaviest wins, of equals the first.</summary>
/// <param name="Intent">What it speaks for.</param>
/// <param name="Weight">How specific it is; from <see cref="Strong"/> on it stands on its own.</param>
/// <param name="All">Every one of these must occur.</param>
/// <param name="Any">And one of these, unless none is named.</param>
/// <param name="Not">And none of these.</param>
internal sealed record Frame(Intent Intent, double Weight, Concept All, Concept Any = default, Concept Not = default)
{
    /// <summary>A verb with its noun weighs this much; a lone word less.</summary>
    public const double Strong = 4;

    public bool Fits(Concept concepts) =>
        concepts.Has(All) && (Any == Concept.None || concepts.HasSome(Any)) && !concepts.HasSome(Not);
}
