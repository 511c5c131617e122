using System.Globalization;

namespace CloudMart.Support.Core.Storage;

/// <summary>Times as both stores keep them: UTC text of one width, so that their order is the order of time.</summary>
internal static class StoredTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string ToStored(this DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string stored) => DateTimeOffset.ParseExact(
        stored, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
