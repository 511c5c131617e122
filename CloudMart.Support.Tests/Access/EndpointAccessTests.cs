using CloudMart.Support.Tests.Api;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Access;

/// <summary>Every page and endpoint that the program has, and what it answers to whom. A new one needs a row.</summary>
[Trait("Needs", "Server")]
public sealed class EndpointAccessTests : IAsyncDisposable
{
    /// <summary>Nobody is told whether a stranger's thread, card or order exists: it is 404. A page that is for others leads to the sign-in.</summary>
    private const string Table = """
        | GET /                                                      | /                                            | /support | /support | /support | /support | /support |
        | GET,POST /support                                          | /support                                     | signin   | 200      | 200      | signin   | signin   |
        | GET,POST /support/{ConversationId}                         | /support/{thread}                            | signin   | 200      | 200      | signin   | signin   |
        | GET,POST /orders                                           | /orders                                      | signin   | 200      | 200      | signin   | signin   |
        | GET,POST /orders/{OrderId}                                 | /orders/CM-7890                              | signin   | 200      | 200      | signin   | signin   |
        | GET /support/{conversationId}/transcript.md                | /support/{thread}/transcript.md              | signin   | 200      | 404      | signin   | signin   |
        | GET,POST /staff                                            | /staff                                       | signin   | signin   | signin   | 200      | 200      |
        | GET,POST /staff/{ConversationId}                           | /staff/{thread}                              | signin   | signin   | signin   | 200      | 200      |
        | GET,POST /staff/audit                                      | /staff/audit                                 | signin   | signin   | signin   | signin   | 200      |
        | GET,POST /insights                                         | /insights                                    | signin   | signin   | signin   | signin   | 200      |
        | GET,POST /insights/conversations                           | /insights/conversations                      | signin   | signin   | signin   | signin   | 200      |
        | GET /staff/{conversationId}/transcript.md                  | /staff/{thread}/transcript.md                | signin   | signin   | signin   | 200      | 200      |
        | GET /staff/{conversationId}/transcript.json                | /staff/{thread}/transcript.json              | signin   | signin   | signin   | 200      | 200      |
        | GET /staff/{conversationId}/scenario.md                    | /staff/{thread}/scenario.md                  | signin   | signin   | signin   | 200      | 200      |
        | GET,POST /staff/replies                                    | /staff/replies                               | signin   | signin   | signin   | 200      | 200      |
        | GET,POST /staff/orders/{OrderId}                           | /staff/orders/CM-7890                        | signin   | signin   | signin   | 200      | 200      |
        | GET,POST /help                                             | /help                                        | 200      | 200      | 200      | 200      | 200      |
        | GET,POST /help/{Slug}                                      | /help/cancellations                        | 200      | 200      | 200      | 200      | 200      |
        | GET,POST /signin                                           | /signin                                      | 200      | 200      | 200      | 200      | 200      |
        | GET,POST /not-found                                        | /not-found                                   | 200      | 200      | 200      | 200      | 200      |
        | GET /signin/customer                                       | /signin/customer                             | signin   | signin   | signin   | signin   | signin   |
        | GET /signin/staff                                          | /signin/staff                                | signin   | signin   | signin   | signin   | signin   |
        | POST /signin/demo                                          | /signin/demo                                 | signin   | signin   | signin   | signin   | signin   |
        | POST /signout                                              | /signout                                     | signin   | signin   | signin   | signin   | signin   |
        | POST /api/demo/token                                       | /api/demo/token                              | 200      | 200      | 200      | 200      | 200      |
        | POST /api/ai/message                                       | /api/ai/message                              | 401      | 200      | 200      | 403      | 403      |
        | GET /api/ai/threads                                        | /api/ai/threads                              | 401      | 200      | 200      | 403      | 403      |
        | GET /api/ai/threads/{threadId}/events                      | /api/ai/threads/{thread}/events              | 401      | 200      | 404      | 403      | 403      |
        | POST /api/ai/threads/{threadId}/actions/{actionId}/confirm | /api/ai/threads/{thread}/actions/3-0/confirm | 401      | 200      | 404      | 403      | 403      |
        | POST /api/ai/threads/{threadId}/actions/{actionId}/decline | /api/ai/threads/{thread}/actions/3-0/decline | 401      | 409      | 404      | 403      | 403      |
        | GET /api/orders                                            | /api/orders                                  | 401      | 200      | 200      | 403      | 403      |
        | GET /api/orders/{orderId}                                  | /api/orders/CM-7890                          | 401      | 200      | 404      | 403      | 403      |
        | GET /api/antiforgery                                       | /api/antiforgery                             | 401      | 200      | 200      | 403      | 403      |
        | GET /openapi/{documentName}.json                           | /openapi/v1.json                             | 200      | 200      | 200      | 200      | 200      |
        | GET /health/live                                           | /health/live                                 | 200      | 200      | 200      | 200      | 200      |
        | GET /health/ready                                          | /health/ready                                | 200      | 200      | 200      | 200      | 200      |
        | GET,HEAD /{**path:file}                                    | /nothing.txt                                 | 404      | 404      | 404      | 404      | 404      |
        | GET /_blazor                                               | /_blazor                                     | 400      | 400      | 400      | 400      | 400      |
        | GET /_blazor/negotiate                                     | /_blazor/negotiate                           | 405      | 405      | 405      | 405      | 405      |
        | GET /_blazor/disconnect/                                   | /_blazor/disconnect/                         | 405      | 405      | 405      | 405      | 405      |
        | GET /_blazor/initializers/                                 | /_blazor/initializers/                       | 200      | 200      | 200      | 200      | 200      |
        | GET /_framework/opaque-redirect                            | /_framework/opaque-redirect                  | 400      | 400      | 400      | 400      | 400      |
        """;

    private readonly Portal _portal = new(new()
    {
        ["Authentication:Oidc:Authority"] = "http://127.0.0.1:9", // where nobody listens
        ["Authentication:Oidc:ClientId"] = "portal",
    });

    [Fact]
    public async Task Each_page_and_endpoint_answers_everybody_as_the_table_says()
    {
        using var nobody = await Caller.OfAsync(_portal, null);
        using var ana = await Caller.OfAsync(_portal, "customer-1");
        using var ben = await Caller.OfAsync(_portal, "customer-2");
        using var sam = await Caller.OfAsync(_portal, "staff-1");
        using var priya = await Caller.OfAsync(_portal, "supervisor-1");
        _portal.Assistant.Calls(("return_items", """{"orderId":"CM-7820","itemIds":["6230-1"],"refundTo":"credit_card_4242"}""")).Says("Please decide.");
        var thread = await ana.Api.SayAsync("I want to return the skillet");
        List<AccessRow> found = [];

        foreach (var row in AccessRow.Read(Table))
        {
            var (method, path) = (row.Endpoint.Split(' ', ',')[0], row.Asked.Replace("{thread}", thread, StringComparison.Ordinal));

            // Ana last: only she changes anything.
            var (no, other, staff, supervisor) = (
                await nobody.AskAsync(method, path), await ben.AskAsync(method, path), await sam.AskAsync(method, path), await priya.AskAsync(method, path));
            found.Add(row with { Nobody = no, Customer = await ana.AskAsync(method, path), OtherCustomer = other, Staff = staff, Supervisor = supervisor });
        }

        Assert.Equal(AccessRow.Read(Table), found);
    }

    [Fact]
    public void Each_endpoint_has_a_row()
    {
        using var _ = _portal.CreateClient();
        var endpoints = _portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null) // files, for everybody
            .Select(NameOf)
            .Distinct();

        Assert.Equal(AccessRow.Read(Table).Select(row => row.Endpoint).Order(StringComparer.Ordinal), endpoints.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_page_has_a_row()
    {
        var pages = typeof(App).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes(typeof(RouteAttribute), inherit: false).Cast<RouteAttribute>())
            .Select(page => page.Template);

        var rows = AccessRow.Read(Table).Select(row => row.Endpoint.Split(' ')[^1]);

        Assert.Subset(rows.ToHashSet(), pages.ToHashSet());
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static string NameOf(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        return $"{(methods.Count == 0 ? "GET" : string.Join(',', methods))} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";
    }
}
