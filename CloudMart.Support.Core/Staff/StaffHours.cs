using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Staff;

/// <summary>When staff are at the desk, in the shop's own time, e.g. <c>Mon-Fri 09:00-18:00, Sat 10:00-14:00 America/New_York</c>.</summary>
public sealed partial class StaffHours
{
    private const int DaysOfWeek = 7;

    private readonly ImmutableArray<Shift> _shifts;
    private readonly TimeZoneInfo _zone;

    private StaffHours(ImmutableArray<Shift> shifts, TimeZoneInfo zone) => (_shifts, _zone) = (shifts, zone);

    /// <summary>Null where the text is no such hours.</summary>
    public static StaffHours? Parse(string text)
    {
        var space = text.LastIndexOf(' ');
        if (space < 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(text[(space + 1)..], out var zone))
        {
            return null;
        }

        var shifts = text[..space].Split(',', StringSplitOptions.TrimEntries).Select(Shift.Parse).ToList();
        return shifts.Contains(null) ? null : new([.. shifts.OfType<Shift>()], zone);
    }

    /// <summary>When staff are there next; <paramref name="now"/> itself where they are.</summary>
    public DateTimeOffset OpenFrom(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _zone).DateTime);
        var ahead = from day in Enumerable.Range(0, DaysOfWeek + 1).Select(today.AddDays)
                    from shift in _shifts
                    where shift.IsOn(day.DayOfWeek) && At(day, shift.Closes) > now
                    select At(day, shift.Opens);
        return ahead.Min() is var opening && opening > now ? opening : now;
    }

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, _zone.GetUtcOffset(local));
    }

    private sealed partial record Shift(DayOfWeek First, DayOfWeek Last, TimeOnly Opens, TimeOnly Closes)
    {
        public bool IsOn(DayOfWeek day) => After(First, day) <= After(First, Last);

        public static Shift? Parse(string text) =>
            Words().Match(text) is { Success: true, Groups: var words }
            && DayOf(words["first"].Value) is { } first
            && (words["last"].Success ? DayOf(words["last"].Value) : first) is { } last
            && TimeOf(words["opens"].Value) is { } opens
            && TimeOf(words["closes"].Value) is { } closes
            && opens < closes
                ? new(first, last, opens, closes)
                : null;

        private static int After(DayOfWeek first, DayOfWeek day) => ((int)day - (int)first + DaysOfWeek) % DaysOfWeek;

        private static DayOfWeek? DayOf(string word) =>
            Array.IndexOf(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames, word) is >= 0 and var day ? (DayOfWeek)day : null;

        private static TimeOnly? TimeOf(string word) =>
            TimeOnly.TryParseExact(word, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

        [GeneratedRegex(@"^(?<first>\w{3})(-(?<last>\w{3}))? (?<opens>\d\d:\d\d)-(?<closes>\d\d:\d\d)$")]
        private static partial Regex Words();
    }
}
