using System.Net.Http.Json;
using System.Text.Json;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks.Turns;

/// <summary>
/// The demo's <c>customer-1</c> on the API, who has many pending orders and cancels one after another, each in a conversation of its own.
/// </summary>
internal sealed class CancelingCustomer(HttpClient api)
{
    private const string Account = "customer-1";
    private const int FirstOrder = 100_000; // of Demo:ExtraOrders

    private int _canceled;

    public Task SignInAsync(CancellationToken cancellationToken) => api.SignInAsync(Account, cancellationToken);

    /// <summary>One turn.</summary>
    /// <exception cref="InvalidOperationException">It did not end in an answer.</exception>
    public async Task<string> CancelNextAsync(CancellationToken cancellationToken)
    {
        var order = $"CM-{FirstOrder + Interlocked.Increment(ref _canceled) - 1}";
        var reply = await PostAsync(
            "/api/ai/message", new { threadId = (string?)null, message = $"Cancel order {order}" }, cancellationToken);
        return reply.GetProperty("status").GetString() == "answered"
            ? order
            : throw new InvalidOperationException($"The turn for {order} ended in {reply}.");
    }

    /// <exception cref="InvalidOperationException">The order is not canceled: what was measured were no turns.</exception>
    public async Task CheckCanceledAsync(string order, CancellationToken cancellationToken)
    {
        var read = await api.GetFromJsonAsync<JsonElement>($"/api/orders/{order}", cancellationToken);
        if (read.GetProperty("status").GetString() != "canceled")
        {
            throw new InvalidOperationException($"{order} was not canceled: {read}.");
        }
    }

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var response = await api.PostAsJsonAsync(path, body, cancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new InvalidOperationException(
                $"{path} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
