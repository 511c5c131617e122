using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Thinks for the chat server: asks for the changes that a customer wishes in exactly these words, and leaves the rest to the cards.</summary>
internal static class CardBrain
{
    public const string ReturnSkillet = "I want to return the skillet";
    public const string ReturnGame = "I don't want the board game any more";
    public const string ReturnJacketAndMove = "Return my jacket, and send CM-7885 to the office";
    public const string Move = "Send CM-7890 to the office";
    public const string CancelAndMove = "Could you cancel CM-100001 and send CM-100002 to the office?";

    private static readonly Dictionary<string, (string Tool, string Arguments)[]> Wishes = new()
    {
        [ReturnSkillet] = [Return("CM-7820", "6230-1", "credit_card_4242")],
        [ReturnGame] = [Return("CM-7803", "9310-5", "paypal_ben")],
        [ReturnJacketAndMove] = [Return("CM-7791", "7741-6", "credit_card_4242"), ToOffice("CM-7885")],
        [Move] = [ToOffice("CM-7890")],
        [CancelAndMove] = [("cancel_order", """{"orderId":"CM-100001","reason":null}"""), ToOffice("CM-100002")],
    };

    public static string[] Think(JsonObject asked)
    {
        var newest = asked["messages"]!.AsArray()[^1]!["content"]!.GetValue<string>();
        return Wishes.TryGetValue(newest, out var calls) ? Calling(calls)
            : newest.Contains("waiting_for_customer", StringComparison.Ordinal) ? Says("Please decide.")
            : Says("All right.");
    }

    private static (string Tool, string Arguments) Return(string orderId, string itemId, string refundTo) =>
        ("return_items", $$"""{"orderId":"{{orderId}}","itemIds":["{{itemId}}"],"refundTo":"{{refundTo}}"}""");

    private static (string Tool, string Arguments) ToOffice(string orderId) => ("change_shipping_address", $$$"""
        {"orderId":"{{{orderId}}}","address":{"line1":"400 SW Harbor Way","line2":"Floor 3","city":"Portland","state":"OR","zip":"97201","country":"USA"}}
        """);

    private static string[] Says(string text) => [ChatServer.Says(text), ChatServer.Finish("stop")];

    private static string[] Calling((string Tool, string Arguments)[] calls) =>
    [
        .. calls.Select((call, index) => ChatServer.Calling(index, $"call-{index}", call.Tool, call.Arguments)),
        ChatServer.Finish("tool_calls"),
    ];
}
