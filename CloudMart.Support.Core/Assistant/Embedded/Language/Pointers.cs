namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>The words that point at an order by its place in a list, by what sets it apart, or at several at once.</summary>
internal static class Pointers
{
    private static readonly Dictionary<string, OrderReference> Meanings = new (OrderReference Reference, string[] Words)[]
    {
        (new ByPlace(1), ["first", "1st", "top one", "former", "number one"]),
        (new ByPlace(2), ["second", "2nd", "number two"]),
        (new ByPlace(3), ["third", "3rd", "number three"]),
        (new ByPlace(4), ["fourth", "4th", "number four"]),
        (new ByPlace(5), ["fifth", "5th", "number five"]),
        (new ByPlace(-1), ["last one", "latter", "bottom one"]),
        (new ByExtreme(Extreme.Newest), ["newest", "newer", "latest", "last order", "last purchase", "most recent", "recent order"]),
        (new ByExtreme(Extreme.Oldest), ["oldest", "older", "earliest"]),
        (new ByExtreme(Extreme.Cheapest), ["cheapest", "cheaper", "less expensive", "least expensive"]),
        (new ByExtreme(Extreme.Dearest), ["dearest", "priciest", "pricier", "more expensive", "most expensive"]),
        (new TheOther(), ["the other", "other one", "other order", "my other"]),
        (new Everyone(), ["all of", "all my", "all the", "all orders", "every order", "both", "everything"]),
    }.SelectMany(entry => entry.Words.Select(word => (word, entry.Reference))).ToDictionary(pair => pair.word, pair => pair.Reference);

    /// <summary>What one or two words point at; null when they do not point.</summary>
    public static OrderReference? Meaning(string words) => Meanings.GetValueOrDefault(words);
}
