using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>How long a browser stays signed in: settings of the section <c>Authentication</c>.</summary>
public sealed class SignInSessionOptions
{
    public const string Section = "Authentication";

    /// <summary>How long after the last page was opened. Default 8 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "30.00:00:00")]
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How often an open page, and whoever opens one, is asked after: whether the sign-in still holds, and its roles with it. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(1);
}

[OptionsValidator]
internal sealed partial class SignInSessionOptionsValidator : IValidateOptions<SignInSessionOptions>;
