using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Hosting;

[Trait("Needs", "Server")]
public sealed class HstsTests : IAsyncDisposable
{
    private readonly Portal _portal = new();

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("http://shop.example", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://127.0.0.1", false)]
    public async Task A_browser_that_came_by_https_comes_by_nothing_else_except_to_its_own_machine(string address, bool told)
    {
        using var client = _portal.CreateClient();
        client.BaseAddress = new Uri(address);

        using var reply = await client.GetAsync(new Uri("/signin", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(told ? ["max-age=31536000"] : [], reply.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values : []);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
