using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Api;

[Trait("Needs", "Server")]
public sealed class MessageEndpointTests : IAsyncDisposable
{
    private const string Path = "/api/ai/message";

    private readonly Portal _portal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_answered_when_the_run_has_ended()
    {
        _portal.Assistant.Calls(("cancel_order", "{\"orderId\":\"CM-7890\",\"reason\":null}")).Says("CM-7890 is canceled.");
        using var ana = await _portal.CallerAsync("customer-1");

        var reply = await SayAsync(ana, new { threadId = (string?)null, message = "Cancel order CM-7890" });

        Assert.Equal("CM-7890 is canceled.", reply.GetProperty("response").GetString());
        Assert.Equal("answered", reply.GetProperty("status").GetString());
        Assert.NotEmpty(reply.GetProperty("threadId").GetString()!);
        var order = await ana.GetFromJsonAsync<JsonElement>("/api/orders/CM-7890", Token);
        Assert.Equal("canceled", order.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_thread_goes_on_where_it_was()
    {
        _portal.Assistant.Says("Hello.").Says("You are welcome.");
        using var ana = await _portal.CallerAsync("customer-1");
        var first = await SayAsync(ana, new { message = "Hi" });

        var second = await SayAsync(ana, new { threadId = first.GetProperty("threadId").GetString(), message = "Thanks" });

        Assert.Equal(first.GetProperty("threadId").GetString(), second.GetProperty("threadId").GetString());
        Assert.Equal("You are welcome.", second.GetProperty("response").GetString());
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_still_running()
    {
        await using var portal = new Portal(new() { ["Api:AnswerWithin"] = "00:00:00.2" });
        portal.Assistant.Hangs("Let me", new TaskCompletionSource());
        using var ana = await portal.CallerAsync("customer-1");

        var reply = await SayAsync(ana, new { message = "Hi" });

        Assert.Equal("still_running", reply.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("""{"message":""}""", HttpStatusCode.BadRequest, "Please write a message.")]
    [InlineData("{}", HttpStatusCode.BadRequest, "Please write a message.")]
    [InlineData("", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("null", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("{\"message\":", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("Cancel order CM-7890", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("""{"message":{"text":"Hi"}}""", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("""{"message":"Hi","messageId":""}""", HttpStatusCode.BadRequest, "message id")]
    [InlineData("""{"message":"Hi","threadId":"never-began"}""", HttpStatusCode.NotFound, "no such thread")]
    [InlineData("""{"message":"Hi","threadId":""}""", HttpStatusCode.NotFound, "no such thread")]
    public async Task What_cant_be_taken_is_a_problem_that_says_why(string body, HttpStatusCode status, string why)
    {
        using var ana = await _portal.CallerAsync("customer-1");

        using var reply = await ana.PostAsync(Path, new StringContent(body, Encoding.UTF8, "application/json"), Token);

        Assert.Equal(status, reply.StatusCode);
        Assert.Contains(why, (await reply.ProblemAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_more_than_4000_characters_is_a_problem()
    {
        using var ana = await _portal.CallerAsync("customer-1");

        using var reply = await ana.PostAsJsonAsync(Path, new { message = new string('x', 4_001) }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("4,000", (await reply.ProblemAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_by_its_own_words_is_a_problem()
    {
        using var ana = await _portal.CallerAsync("customer-1");

        using var reply = await ana.PostAsync(Path, new StringContent("Hi", Encoding.UTF8, "text/plain"), Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer made-up")]
    [InlineData("Basic Zm9vOmJhcg==")]
    public async Task Without_a_sign_in_there_is_a_problem_and_no_redirect(string? authorization)
    {
        using var nobody = _portal.CreateClient();
        nobody.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var reply = await nobody.PostAsJsonAsync(Path, new { message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Fact]
    public async Task The_word_bearer_may_be_written_in_any_case()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        ana.DefaultRequestHeaders.Authorization = new("bearer", ana.DefaultRequestHeaders.Authorization!.Parameter);

        using var reply = await ana.GetAsync(new Uri("/api/orders", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task Staff_are_no_customers()
    {
        using var sam = await _portal.CallerAsync("staff-1");

        using var reply = await sam.PostAsJsonAsync(Path, new { message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Fact]
    public async Task Another_customers_thread_and_one_that_never_began_are_the_same_problem()
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = (await SayAsync(ana, new { message = "Hi" })).GetProperty("threadId").GetString();
        using var ben = await _portal.CallerAsync("customer-2");

        using var hers = await ben.PostAsJsonAsync(Path, new { threadId, message = "Hi" }, Token);
        using var nobodys = await ben.PostAsJsonAsync(Path, new { threadId = "0123456789abcdef01234567", message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.NotFound, hers.StatusCode);
        Assert.Equal((await nobodys.ProblemAsync()).WithoutTrace(), (await hers.ProblemAsync()).WithoutTrace());
    }

    [Fact]
    public async Task Too_many_messages_are_a_problem_that_says_when_to_try_again()
    {
        await using var portal = new Portal(new() { ["RateLimit:MessagesPerMinute"] = "1" });
        portal.Assistant.Says("Hello.");
        using var ana = await portal.CallerAsync("customer-1");
        await SayAsync(ana, new { message = "Hi" });

        using var reply = await ana.PostAsJsonAsync(Path, new { message = "Hi again" }, Token);

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.InRange(reply.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        await reply.ProblemAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static async Task<JsonElement> SayAsync(HttpClient caller, object message)
    {
        using var reply = await caller.PostAsJsonAsync(Path, message, Token);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.JsonAsync();
    }
}
