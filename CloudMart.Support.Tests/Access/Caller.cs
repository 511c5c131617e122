using System.Net;
using System.Net.Http.Headers;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;

namespace CloudMart.Support.Tests.Access;

/// <summary>Somebody who asks: for pages with the cookie of a browser, for the API with a token.</summary>
internal sealed class Caller(HttpClient pages, HttpClient api) : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpClient Api => api;

    /// <param name="portal">Where.</param>
    /// <param name="account">As whom; null for nobody.</param>
    public static async Task<Caller> OfAsync(Portal portal, string? account) => account is null
        ? new(portal.CreateClient(), portal.CreateClient())
        : new((await Browser.SignedInAsync(portal, account)).Client, await portal.CallerAsync(account));

    public async Task<string> AskAsync(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method == "POST")
        {
            request.Content = path.StartsWith("/sign", StringComparison.Ordinal)
                ? new FormUrlEncodedContent([new("scheme", "Customer")])
                : new StringContent(path.EndsWith("/token", StringComparison.Ordinal) ? """{"account":"customer-1"}""" : """{"message":"Hello"}""", new MediaTypeHeaderValue("application/json"));
        }

        var client = path.StartsWith("/api/", StringComparison.Ordinal) ? api : pages;
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        return reply.StatusCode == HttpStatusCode.Redirect ? Destination(reply.Headers.Location!) : ((int)reply.StatusCode).ToString(null as IFormatProvider);
    }

    public void Dispose()
    {
        pages.Dispose();
        api.Dispose();
    }

    private static string Destination(Uri location)
    {
        var path = (location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString).Split('?')[0];
        return path == "/signin" ? "signin" : path;
    }
}
