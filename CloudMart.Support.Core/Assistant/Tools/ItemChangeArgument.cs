using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>One item for another, as a model writes it.</summary>
internal sealed record ItemChangeArgument(
    [property: Description("The itemId of a line of the order")]
    [property: Required, OneLine(64)]
    string ItemId,
    [property: Description("The itemId of the variant that takes its place, from get_product")]
    [property: Required, OneLine(64)]
    string NewItemId)
{
    /// <summary>More lines than any order has.</summary>
    public const int Most = 50;

    public static ImmutableArray<ItemChange> All(IEnumerable<ItemChangeArgument> changes) =>
        [.. changes.Select(change => new ItemChange(change.ItemId, change.NewItemId))];
}
