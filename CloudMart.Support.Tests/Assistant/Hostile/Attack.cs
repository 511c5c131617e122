using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>A desk with Ana's and Ben's records, where a hostile model makes its calls in Ana's conversation.</summary>
public abstract class Attack : IAsyncLifetime
{
    private readonly Desk _desk = new();

    private protected Desk Shop => _desk;

    public async ValueTask InitializeAsync() => await SecretShop.OpenAsync(_desk);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _desk.DisposeAsync();
    }

    private protected static string WithOrder(string orderId) => $$"""{"orderId":{{JsonSerializer.Serialize(orderId)}},"reason":null}""";

    private protected List<ToolAnswered> Answers(string id) =>
        [.. _desk.EventsOf(id).OfType<ToolAnswered>().OrderBy(answer => (answer.RequestedAt, answer.Index))];

    private protected async Task<string> AnswerAsync(string tool, string arguments) =>
        Assert.Single(Answers(await CallAsync((tool, arguments)))).Output;

    private protected async Task<string> CallAsync(params (string, string)[] calls)
    {
        var id = await _desk.SayAsync("Hello");
        await RunAsync(calls);
        return id;
    }

    private protected async Task AgainAsync(string id, string text, params (string, string)[] calls)
    {
        await _desk.SayAsync(text, id);
        await RunAsync(calls);
    }

    private async Task RunAsync((string, string)[] calls)
    {
        _ = calls.Length == 0 ? _desk.Assistant : _desk.Assistant.Calls(calls);
        _desk.Assistant.Says("All right.");
        await _desk.SettleAsync();
    }
}
