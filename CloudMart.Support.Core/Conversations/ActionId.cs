using System.Globalization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Which card, and which operation, within a conversation: the number of the event that asked for it, and its place there.</summary>
public readonly record struct ActionId(long RequestedAt, int Index)
{
    /// <summary>As it stands in addresses, e.g. <c>12-0</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RequestedAt}-{Index}");

    public static bool TryParse(string text, out ActionId action)
    {
        action = default;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 1
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var requestedAt)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        action = new ActionId(requestedAt, index);
        return true;
    }
}
