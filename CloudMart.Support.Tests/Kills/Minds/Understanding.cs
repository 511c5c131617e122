using System.Text.RegularExpressions;

namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>What a model makes of the customers' messages.</summary>
internal static partial class Understanding
{
    /// <returns>The tool to call and its arguments; null where the message is only a question.</returns>
    public static (string Tool, string Arguments)? Of(string message)
    {
        var order = OrderId().Match(message);
        return !order.Success ? null
            : message.StartsWith("Cancel", StringComparison.Ordinal) ? ("cancel_order", $$"""{"orderId":"{{order}}","reason":null}""")
            : ("change_shipping_address", $$$"""
                {"orderId":"{{{order}}}","address":{"line1":"5 Oak Road","line2":"","city":"Salem","state":"OR","zip":"97301","country":"USA"}}
                """);
    }

    /// <summary>What it says at the end, to whatever the outcome.</summary>
    public static string[] Answer { get; } =
        [.. "Please see above how it stands, and write here whenever you have another question.".Split(' ').Select(word => $"{word} ")];

    [GeneratedRegex(@"CM-\d+")]
    private static partial Regex OrderId();
}
