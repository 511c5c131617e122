using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks.Turns;

/// <summary>What thinks at the other end: it asks for <c>cancel_order</c> of the order that the customer named, and then says that it is done.</summary>
internal static partial class CancelingAssistant
{
    private static readonly string[] Answer = [.. "Done. Your order is canceled, and the refund is on its way.".Split(' ').Select(word => $"{word} ")];

    public static AssistantsThought Think(AssistantsView thread) => thread.Rounds.Count == 0
        ? AssistantsThought.Calls("cancel_order", $$"""{"orderId":"{{OrderId().Match(thread.Newest)}}","reason":null}""")
        : AssistantsThought.Says(Answer);

    public static Dictionary<string, string?> SettingsFor(AssistantsServer server) => new()
    {
        ["Assistant:Provider"] = "Assistants",
        ["Assistant:Endpoint"] = server.Endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:AssistantId"] = "asst_benchmark",
    };

    [GeneratedRegex("CM-[0-9]+")]
    private static partial Regex OrderId();
}
