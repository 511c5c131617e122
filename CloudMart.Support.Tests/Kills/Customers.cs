using System.Net.Http.Json;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>The demo's customers on the API of one server, for as long as it lives.</summary>
internal sealed class Customers : IDisposable
{
    private readonly Dictionary<string, HttpClient> _callers;

    private Customers(Uri address) => _callers = DemoAccounts.All
        .Where(account => account.Role == DemoRole.Customer)
        .ToDictionary(account => account.Id, _ => new HttpClient { BaseAddress = address });

    public static async Task<Customers> SignInAsync(Uri address, CancellationToken cancellationToken)
    {
        var customers = new Customers(address);
        await Task.WhenAll(customers._callers.Select(caller => caller.Value.SignInAsync(caller.Key, cancellationToken)));
        return customers;
    }

    /// <summary>Sends the messages side by side; one whose reply is lost with the server simply stays without.</summary>
    /// <exception cref="InvalidOperationException">A server that was alive did not take a message.</exception>
    public Task SayAsync(IEnumerable<CustomersTurn> turns, CancellationToken cancellationToken) =>
        Task.WhenAll(turns.Select(turn => SayAsync(turn, cancellationToken)));

    public void Dispose()
    {
        foreach (var caller in _callers.Values)
        {
            caller.Dispose();
        }
    }

    private async Task SayAsync(CustomersTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            using var reply = await _callers[turn.Account].PostAsJsonAsync(
                "/api/ai/message", new { threadId = (string?)null, message = turn.Text, messageId = turn.MessageId }, cancellationToken);
            turn.Reply = reply.IsSuccessStatusCode
                ? await reply.Content.ReadFromJsonAsync<CustomersReply>(cancellationToken)
                : throw new InvalidOperationException(
                    $"'{turn.Text}' got {(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(cancellationToken)}");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            // The server is gone.
        }
    }
}
