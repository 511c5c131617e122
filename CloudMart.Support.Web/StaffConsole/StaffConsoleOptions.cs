using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>Settings of the section <c>Staff</c> that the console reads.</summary>
public sealed class StaffConsoleOptions
{
    public const string Section = "Staff";

    /// <summary>How long a customer should wait for an answer at most; what waits longer is shown as late. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "7.00:00:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whom a conversation can be given to, besides whoever gives it.</summary>
    [ValidateEnumeratedItems]
    public IList<Colleague> Colleagues { get; } = [];
}

/// <summary>A member of staff whom conversations can be given to.</summary>
public sealed class Colleague
{
    /// <summary>The shop's id of the person, as the sign-in gives it.</summary>
    [Required]
    public string Id { get; set; } = "";

    /// <summary>The first name, which customers see.</summary>
    [Required]
    public string Name { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class StaffConsoleOptionsValidator : IValidateOptions<StaffConsoleOptions>;
