using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.SignIn;

/// <summary>Tokens of a real OpenID provider before the API.</summary>
[Trait("Needs", "Node")]
public sealed class ProviderTokenTests(OpenIdProvider provider) : IAsyncLifetime
{
    private Portal? _portal;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = new Portal(new()
    {
        ["Authentication:Jwt:Authority"] = (await provider.StartedAsync()).ToString(),
        ["Authentication:Jwt:Audience"] = OpenIdProvider.Audience,
    });

    [Fact]
    public async Task A_customers_token_opens_the_API_to_their_own_things()
    {
        using var ana = Caller(await provider.TokenOfAsync("customer-1"));
        using var ben = Caller(await provider.TokenOfAsync("customer-2"));

        var hers = await ana.GetFromJsonAsync<JsonElement>("/api/orders/CM-7890", Token);
        using var strange = await ben.GetAsync(new Uri("/api/orders/CM-7890", UriKind.Relative), Token);

        Assert.Equal("CM-7890", hers.GetProperty("orderId").GetString());
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
    }

    [Fact]
    public async Task A_token_needs_no_antiforgery()
    {
        _portal!.Assistant.Says("Hello.");
        using var ana = Caller(await provider.TokenOfAsync("customer-1"));

        using var reply = await ana.PostAsJsonAsync("/api/ai/message", new { message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task That_a_program_writes_for_the_customer_is_in_the_log()
    {
        _portal!.Assistant.Says("Hello.");
        using var ana = Caller(await provider.TokenOfAsync("customer-1"));

        using var reply = await ana.PostAsJsonAsync("/api/ai/message", new { message = "Hi" }, Token);

        var id = (await reply.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("threadId").GetString()!;
        var known = await _portal.Services.GetRequiredService<IConversationLog>().ReadAsync(id, 10, Token);
        Assert.Equal(SignInWay.Token, known!.State.Way);
    }

    [Theory]
    [InlineData("staff-1")]
    [InlineData("supervisor-1")]
    public async Task A_token_of_staff_is_not_a_customers(string account) =>
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(await provider.TokenOfAsync(account)));

    [Fact]
    public async Task A_token_for_somebody_else_is_no_token() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(await provider.TokenOfAsync("customer-1", "https://elsewhere.example")));

    [Fact]
    public async Task An_ID_token_is_no_token() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(await provider.TokenOfAsync("forged-1")));

    [Fact]
    public async Task A_token_that_was_changed_is_no_token()
    {
        var token = (await provider.TokenOfAsync("customer-2")).Parameter!.Split('.');
        var claims = """{"sub":"customer-1","aud":"https://api.cloudmart.example","exp":4000000000}"""u8;
        token[1] = Convert.ToBase64String(claims).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(new("Bearer", string.Join('.', token))));
    }

    [Fact]
    public async Task The_demos_tokens_are_good_beside_the_providers()
    {
        using var ana = await _portal!.CallerAsync("customer-1");

        using var reply = await ana.GetAsync(new Uri("/api/orders", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }
    }

    private HttpClient Caller(AuthenticationHeaderValue token)
    {
        var client = _portal!.CreateClient();
        client.DefaultRequestHeaders.Authorization = token;
        return client;
    }

    private async Task<HttpStatusCode> StatusAsync(AuthenticationHeaderValue token)
    {
        using var client = Caller(token);
        using var reply = await client.GetAsync(new Uri("/api/orders", UriKind.Relative), Token);
        return reply.StatusCode;
    }
}
