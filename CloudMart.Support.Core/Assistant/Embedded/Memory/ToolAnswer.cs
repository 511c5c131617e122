using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>A tool's output as read back from the thread; which parts are there depends on <paramref name="Outcome"/>.</summary>
internal sealed record ToolAnswer(
    string Outcome,
    OrderView? Order = null,
    ImmutableArray<OrderView> Orders = default,
    bool More = false,
    RefundAnswer? Refund = null,
    string? Message = null)
{
    /// <summary>Which tool's act a note is about.</summary>
    public string? Action { get; init; }

    public string? OrderId { get; init; }

    /// <summary>One line: what the action card says.</summary>
    public string? What { get; init; }

    public KnownProfile? Profile { get; init; }

    public KnownProduct? Product { get; init; }

    public ImmutableArray<KnownProductName> Products { get; init; } = [];

    public ImmutableArray<HelpArticleView> Articles { get; init; } = [];

    /// <summary>No output: the step's bounds do not allow asking for it.</summary>
    public static ToolAnswer OutOfReach { get; } = new("error");

    public ImmutableArray<OrderView> Orders { get; init; } = Orders.IsDefault ? [] : Orders;

    /// <summary>The thread may have been written by another release: what cannot be read is an error like any other.</summary>
    public static ToolAnswer Parse(string output)
    {
        try
        {
            return JsonSerializer.Deserialize<ToolAnswer>(output, ToolJson.Reading) is { Outcome: not null } answer ? answer : OutOfReach;
        }
        catch (JsonException)
        {
            return OutOfReach;
        }
    }

    public IEnumerable<OrderView> AllOrders => Order is null ? Orders : Orders.Append(Order);
}

/// <summary>Money that goes back.</summary>
internal sealed record RefundAnswer(decimal Amount, string To, string When);
