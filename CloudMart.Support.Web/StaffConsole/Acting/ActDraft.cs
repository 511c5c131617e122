using System.Text.Json.Nodes;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Web.StaffConsole.Acting;

/// <summary>What has been filled in so far.</summary>
public sealed class ActDraft(Order order)
{
    public string Line1 { get; set; } = order.ShipTo.Line1;

    public string Line2 { get; set; } = order.ShipTo.Line2;

    public string City { get; set; } = order.ShipTo.City;

    public string State { get; set; } = order.ShipTo.State;

    public string Zip { get; set; } = order.ShipTo.Zip;

    public string Country { get; set; } = order.ShipTo.Country;

    public string MethodId { get; set; } = order.Payments is [{ MethodId: var paid }, ..] ? paid : "";

    /// <summary>By the line's place in the order; empty keeps the line.</summary>
    public string[] NewItems { get; } = [.. order.Items.Select(_ => "")];

    /// <summary>By the line's place in the order.</summary>
    public bool[] IsChosen { get; } = [.. order.Items.Select(_ => false)];

    /// <summary>The arguments of the tool, as its schema describes them.</summary>
    public string ArgumentsFor(OfferedAct act)
    {
        var arguments = new JsonObject { ["orderId"] = order.OrderId };
        switch (act.Fields)
        {
            case ActFields.None:
                arguments["reason"] = null;
                break;
            case ActFields.Address:
                arguments["address"] = Address(new(Line1, Line2, City, State, Zip, Country));
                break;
            case ActFields.Method:
                arguments["paymentMethodId"] = MethodId;
                break;
            case ActFields.Replacements:
                arguments["changes"] = new JsonArray([.. order.Items.Zip(NewItems).Where(pair => pair.Second.Length > 0)
                    .Select(pair => new JsonObject { ["itemId"] = pair.First.ItemId, ["newItemId"] = pair.Second })]);
                arguments["paymentMethodId"] = MethodId;
                break;
            case ActFields.Lines:
                arguments["itemIds"] = new JsonArray([.. order.Items.Zip(IsChosen).Where(pair => pair.Second).Select(pair => (JsonNode)pair.First.ItemId)]);
                arguments["refundTo"] = MethodId;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }

        return arguments.ToJsonString();
    }

    private static JsonObject Address(PostalAddress address) => new()
    {
        ["line1"] = address.Line1,
        ["line2"] = address.Line2.Length == 0 ? null : address.Line2,
        ["city"] = address.City,
        ["state"] = address.State,
        ["zip"] = address.Zip,
        ["country"] = address.Country,
    };
}
