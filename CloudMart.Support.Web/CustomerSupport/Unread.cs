using System.Collections.Immutable;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>Where in a transcript the divider stands between what the reader has seen and what is new to them.</summary>
internal static class Unread
{
    /// <summary>Somebody else's words, or a receipt, came after what was seen.</summary>
    public static bool IsIn(ImmutableArray<TranscriptItem> items, long seenThrough) => FirstIn(items, seenThrough) >= 0;

    /// <summary>The items with the divider; as they were where nothing is new.</summary>
    public static ImmutableArray<TranscriptItem> MarkIn(ImmutableArray<TranscriptItem> items, long seenThrough) =>
        FirstIn(items, seenThrough) is >= 0 and var first ? items.Insert(first, new UnreadBelow("unread", items[first].At)) : items;

    /// <summary>What the reader wrote, on whatever device, is not new to them; what is being written was not there before.</summary>
    private static int FirstIn(ImmutableArray<TranscriptItem> items, long seenThrough)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index] is not (CustomerWords or WordsInTheMaking or WorkInProgress) && items[index].Number > seenThrough)
            {
                return index;
            }
        }

        return -1;
    }
}
