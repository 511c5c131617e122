using System.Collections.Immutable;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>What <c>get_profile</c> tells.</summary>
internal sealed record KnownProfile(string Name, string Email, string Address, ImmutableArray<KnownMethod> PaymentMethods)
{
    public ImmutableArray<KnownMethod> PaymentMethods { get; init; } = PaymentMethods.IsDefault ? [] : PaymentMethods;
}

/// <summary>Something the customer can pay with.</summary>
/// <param name="Id">What tools are given.</param>
/// <param name="Name">As the customer knows it.</param>
/// <param name="Kind"><c>card</c>, <c>paypal</c> or <c>gift card</c>.</param>
/// <param name="Balance">What is left on a gift card.</param>
internal sealed record KnownMethod(string Id, string Name, string Kind, decimal? Balance)
{
    public bool IsGiftCard => Kind == "gift card";
}

/// <summary>What <c>get_product</c> tells.</summary>
internal sealed record KnownProduct(string ProductId, string Name, ImmutableArray<KnownVariant> Variants)
{
    public ImmutableArray<KnownVariant> Variants { get; init; } = Variants.IsDefault ? [] : Variants;
}

/// <summary>One thing that can be bought.</summary>
internal sealed record KnownVariant(string ItemId, ImmutableSortedDictionary<string, string> Options, decimal Price, bool Available)
{
    public ImmutableSortedDictionary<string, string> Options { get; init; } =
        Options ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>E.g. <c>black, size: 9</c>.</summary>
    public string InWords => string.Join(", ", Options.Select(option =>
        option.Value is "yes" or "no" or "none" || option.Value.All(char.IsAsciiDigit) ? $"{option.Key}: {option.Value}" : option.Value));
}

/// <summary>A line of the catalogue.</summary>
internal sealed record KnownProductName(string ProductId, string Name);

/// <summary>A passage of the help center.</summary>
/// <param name="Title">The article's.</param>
/// <param name="Heading">The passage's; may be empty.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Url">Within this site.</param>
internal sealed record HelpArticleView(string Title, string? Heading, string Quote, string Url);
