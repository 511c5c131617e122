using System.Globalization;
using CloudMart.Support.Core.Staff;

namespace CloudMart.Support.Tests.Staff;

public sealed class StaffHoursTests
{
    private const string Week = "Mon-Fri 09:00-18:00, Sat 10:00-14:00 America/New_York";

    [Theory]
    [InlineData("2026-11-24T15:00Z", "2026-11-24T15:00Z")] // Tuesday 10:00: now
    [InlineData("2026-11-24T10:00Z", "2026-11-24T14:00Z")] // Tuesday 5:00: this morning
    [InlineData("2026-11-24T23:00Z", "2026-11-25T14:00Z")] // Tuesday 18:00: tomorrow
    [InlineData("2026-11-28T00:00Z", "2026-11-28T15:00Z")] // Friday night: Saturday at ten
    [InlineData("2026-11-28T19:00Z", "2026-11-30T14:00Z")] // Saturday 14:00: Monday
    [InlineData("2026-10-30T23:00Z", "2026-10-31T14:00Z")] // still summer time on Saturday
    [InlineData("2026-10-31T20:00Z", "2026-11-02T14:00Z")] // and no longer on Monday
    public void They_say_when_staff_are_there_next(string now, string from) =>
        Assert.Equal(Moment(from), StaffHours.Parse(Week)!.OpenFrom(Moment(now)));

    [Fact]
    public void Days_may_go_round_the_weekend() =>
        Assert.Equal(Moment("2026-11-28T09:00Z"), StaffHours.Parse("Sat-Mon 09:00-10:00 UTC")!.OpenFrom(Moment("2026-11-24T12:00Z")));

    [Theory]
    [InlineData("")]
    [InlineData("always")]
    [InlineData("Mon-Fri 09:00-18:00")]
    [InlineData("Mon-Fri 09:00-18:00 Mars/Olympus")]
    [InlineData("Mon-Fro 09:00-18:00 UTC")]
    [InlineData("Mon-Fri 18:00-09:00 UTC")]
    [InlineData("Mon-Fri 25:00-26:00 UTC")]
    [InlineData("Mon-Fri 09:00-18:00, UTC")]
    public void What_is_no_hours_stops_the_host_and_says_how_they_are_written(string text)
    {
        Assert.Null(StaffHours.Parse(text));
        var result = new StaffOptionsValidator().Validate(null, new StaffOptions { Hours = text });
        Assert.Equal(text.Length > 0, result.Failed);
        Assert.True(text.Length == 0 || result.FailureMessage!.StartsWith($"Staff:Hours is '{text}'", StringComparison.Ordinal));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
