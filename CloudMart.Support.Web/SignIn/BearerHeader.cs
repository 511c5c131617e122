using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace CloudMart.Support.Web.SignIn;

internal static class BearerHeader
{
    /// <summary>The framework takes only <c>Bearer</c>, spelled so; a scheme's name may be written in any case (RFC 9110, 11.1).</summary>
    public static void ReadInAnyCase(this BearerTokenOptions options) => options.Events.OnMessageReceived = context =>
    {
        if (AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
            && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            context.Token = header.Parameter;
        }

        return Task.CompletedTask;
    };
}
