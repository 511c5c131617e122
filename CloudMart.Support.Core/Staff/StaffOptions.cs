using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Staff;

/// <summary>Settings of the section <c>Staff</c>.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>When staff are at the desk, e.g. <c>Mon-Fri 09:00-18:00 America/New_York</c>. Default: nobody has said.</summary>
    public string? Hours { get; set; }
}

internal sealed class StaffOptionsValidator : IValidateOptions<StaffOptions>
{
    public ValidateOptionsResult Validate(string? name, StaffOptions options) =>
        string.IsNullOrWhiteSpace(options.Hours) || StaffHours.Parse(options.Hours) is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Staff:Hours is '{options.Hours}'; it can be e.g. 'Mon-Fri 09:00-18:00 America/New_York', several of them with commas before the time zone.");
}
