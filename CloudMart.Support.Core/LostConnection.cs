using System.Net.Sockets;

namespace CloudMart.Support.Core;

/// <summary>The ways in which .NET says that an HTTP call got no answer, or half of one.</summary>
public static class LostConnection
{
    /// <summary>True where nobody knows whether the server has done what it was asked for; the same call may succeed later.</summary>
    public static bool Is(Exception fault) =>
        fault is HttpRequestException or IOException
            or SocketException; // not wrapped where a connection is reset at the instant at which it was made
}
