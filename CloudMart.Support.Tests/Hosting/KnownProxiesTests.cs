using System.Net;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace CloudMart.Support.Tests.Hosting;

[Trait("Needs", "Server")]
public sealed class KnownProxiesTests : IAsyncDisposable
{
    private readonly Portal _behindProxies = new(new() { ["Proxy:KnownNetworks:0"] = "10.1.0.0/16", ["Proxy:KnownNetworks:1"] = "fd00::/8" });
    private readonly Portal _inTheOpen = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("fd00::17")]
    public async Task A_known_proxy_is_believed_by_which_scheme_and_from_where_somebody_came(string proxy)
    {
        var asked = await AskAsync(_behindProxies, proxy, "203.0.113.9");

        Assert.StartsWith("https://shop.example/signin?", asked.Response.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal("203.0.113.9", asked.Connection.RemoteIpAddress!.ToString());
    }

    [Theory]
    [InlineData("10.2.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("203.0.113.9")]
    public async Task Nobody_else_is_believed(string stranger)
    {
        var asked = await AskAsync(_behindProxies, stranger, "198.51.100.1");

        Assert.StartsWith("http://shop.example/signin?", asked.Response.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal(stranger, asked.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public async Task What_a_caller_wrote_into_the_header_before_the_proxy_is_not_believed()
    {
        var asked = await AskAsync(_behindProxies, "10.1.2.3", "198.51.100.1, 203.0.113.9");

        Assert.Equal("203.0.113.9", asked.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public async Task Where_no_proxy_is_known_none_is_believed()
    {
        var asked = await AskAsync(_inTheOpen, "10.1.2.3", "203.0.113.9");

        Assert.StartsWith("http://shop.example/signin?", asked.Response.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _behindProxies.DisposeAsync();
        await _inTheOpen.DisposeAsync();
    }

    private static Task<HttpContext> AskAsync(Portal portal, string from, string forwardedFor) => portal.Server.SendAsync(
        context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            (context.Request.Scheme, context.Request.Host, context.Request.Path) = ("http", new HostString("shop.example"), "/orders");
            context.Request.Headers["X-Forwarded-For"] = forwardedFor;
            context.Request.Headers["X-Forwarded-Proto"] = "https";
            context.Request.Headers["X-Forwarded-Host"] = "evil.example";
        },
        Token);
}
