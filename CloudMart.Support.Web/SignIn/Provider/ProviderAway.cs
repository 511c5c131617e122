using System.Text.Json;
using CloudMart.Support.Core;

namespace CloudMart.Support.Web.SignIn.Provider;

internal static class ProviderAway
{
    /// <summary>The provider is out of reach, or talks nonsense. Its configuration is read by a library that wraps what went wrong.</summary>
    public static bool Says(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        JsonException => true,
        InvalidOperationException { InnerException: { } inner } => Says(inner, cancellationToken),
        _ => LostConnection.Is(fault),
    };
}
