using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>Answers what the shop sells and in which variants.</summary>
internal sealed class ProductTalk(Turn turn)
{
    private const int MostShown = 8;

    private static readonly HashSet<string> NoNames =
        ["for", "with", "come", "comes", "have", "sell", "one", "ones", "size", "color", "colors", "available", "inch", "and"];

    public string? Tell(Reading reading)
    {
        if (!turn.Has(ToolCalls.FindProducts, ToolCalls.GetProduct))
        {
            return Phrases.CannotYet(Intent.Product);
        }

        string[] named = [.. reading.Orders.OfType<ByItem>().SelectMany(item => item.Words).Where(IsName)];
        if (named.Length == 0)
        {
            return OfFocus(reading) ?? "Which product do you mean? Just tell me its name.";
        }

        return turn.Ask(ToolCalls.Find(string.Join(' ', named))) switch
        {
            null => null,
            { Outcome: "found", Products: [var only] } => Describe(only.ProductId, reading),
            { Outcome: "found", Products: [_, ..] several } => $"These come close. {Names(several)}",
            { Outcome: "found" or "not_found" } =>
                $"I can't find \"{Plain(string.Join(' ', named))}\" in our catalogue. {Question.Words(QuestionKind.BringInAPerson)}",
            _ => Phrases.CouldNotLookUp,
        };
    }

    private static bool IsName(string word) => word.Length > 2 && !NoNames.Contains(word) && word.Any(char.IsLetter);

    /// <summary>"What colors does it come in?": the only item of the order that is talked about.</summary>
    private string? OfFocus(Reading reading) =>
        turn.Focus is { } focus && turn.Known(focus) is { Items: [{ ProductId: { } product }] } ? Describe(product, reading) : null;

    private string? Describe(string productId, Reading reading) => turn.Ask(ToolCalls.Product(productId)) switch
    {
        null => null,
        { Outcome: "found", Product: { } product } => Describe(product, new OptionWords(reading.Message)),
        { Outcome: "not_found" } => $"We don't sell that any more. {Question.Words(QuestionKind.BringInAPerson)}",
        _ => Phrases.CouldNotLookUp,
    };

    private static string Describe(KnownProduct product, OptionWords asked)
    {
        KnownVariant[] able = [.. product.Variants.Where(variant => variant.Available).OrderBy(variant => variant.Price)];
        var named = able.SelectMany(variant => variant.Options).GroupBy(option => option.Key)
            .Select(option => (option.Key, Values: asked.Named(option.Key, option.Select(pair => pair.Value))))
            .Where(option => option.Values.Count > 0).ToArray();
        KnownVariant[] wanted =
            [.. able.Where(variant => named.All(option => option.Values.Contains(variant.Options.GetValueOrDefault(option.Key) ?? "")))];
        var shown = wanted.Length > 0 ? wanted : able;
        var lines = string.Join('\n', shown.Take(MostShown).Select(variant => $"- {Plain(variant.InWords)}, {Money(variant.Price)}"));
        var more = shown.Length > MostShown ? $"\n\nThat is {MostShown} of {shown.Length}; tell me an option and I look closer." : "";
        var isOther = wanted.Length == 0 || (named.Length == 0 && asked.SaysASizeOrColor);
        return shown.Length == 0
            ? $"{Plain(product.Name)} is not available right now."
            : $"{(isOther ? "Not quite like that right now. " : "")}{Plain(product.Name)} is available in:\n\n{lines}{more}";
    }

    private static string Names(ImmutableArray<KnownProductName> products) =>
        $"Which one do you mean?\n\n{string.Join('\n', products.Take(MostShown).Select(product => $"- {Plain(product.Name)}"))}";
}
