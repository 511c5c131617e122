using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>What one message, or one clause of it, was understood to ask.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Weight">How surely; see <see cref="Frame"/>.</param>
/// <param name="Concepts">All that occurs in it.</param>
/// <param name="Orders">Which orders it points at, in the order of the words.</param>
/// <param name="Words">Every word as written, for recognising the names of items.</param>
internal sealed record Reading(
    Intent Intent, double Weight, Concept Concepts, ImmutableArray<OrderReference> Orders, ImmutableArray<string> Words)
{
    /// <summary>The whole message, as written: addresses, options and the like are read from it.</summary>
    public string Message { get; init; } = "";

    /// <summary>The pieces that were asked for and given since, oldest first.</summary>
    public ImmutableArray<GivenPiece> Given { get; init; } = [];

    public IEnumerable<string> GivenFor(QuestionKind kind) => Given.Where(piece => piece.Asked.Kind == kind).Select(piece => piece.Text);

    /// <summary>The order that the last question was about; null before there was one.</summary>
    public string? OrderId => Given.Select(piece => piece.Asked.OrderId).LastOrDefault(id => id is not null);

    private static readonly Concept Nouns = Concept.Order | Concept.Parcel | Concept.Goods | Concept.Delivery | Concept.Reference;

    /// <summary>It names what it is about, be it an order or something else.</summary>
    public bool HasItsOwnNoun => !Intent.IsAboutAnOrder() || Concepts.HasSome(Nouns);

    public bool StandsAlone => Weight >= Frame.Strong && Intent.IsBusiness();
}
