namespace CloudMart.Support.Web.Layout;

/// <summary>Points in time for <c>&lt;time datetime&gt;</c>; the browser writes them in the reader's zone and language.</summary>
public static class Moments
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("O");
}
