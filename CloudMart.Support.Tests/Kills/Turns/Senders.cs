using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>
/// Customers on the API of one server, for as long as it lives. A sign-in outlasts servers: each server lets one new customer in, and
/// knows those whom earlier ones let in.
/// </summary>
internal sealed class Senders(ShopRecords records) : IDisposable
{
    private const string NewCustomersAccount = "customer-1";

    private readonly Dictionary<string, AuthenticationHeaderValue> _signIns = [];
    private HttpClient _api = new();

    /// <summary>Which server is called from now on.</summary>
    public void Call(Uri server)
    {
        _api.Dispose();
        _api = new HttpClient { BaseAddress = server };
    }

    /// <param name="customer">Who <c>customer-1</c> is, to the server that is called.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SignInAsync(string customer, CancellationToken cancellationToken)
    {
        using var door = new HttpClient { BaseAddress = _api.BaseAddress };
        await door.SignInAsync(NewCustomersAccount, cancellationToken);
        _signIns[customer] = door.DefaultRequestHeaders.Authorization!;
    }

    /// <summary>Goes on with the turns side by side, each as far as it comes: one whose reply is lost simply stays without.</summary>
    /// <exception cref="InvalidOperationException">A server that was alive, over a store that was, did not take a message or a yes.</exception>
    public Task GoOnAsync(IEnumerable<CustomersTurn> turns, CancellationToken cancellationToken) =>
        Task.WhenAll(turns.Select(turn => GoOnAsync(turn, cancellationToken)));

    public void Dispose() => _api.Dispose();

    private async Task GoOnAsync(CustomersTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            turn.Reply ??= await SayAsync(turn, cancellationToken);
            if (turn is { Reply.AsksByCard: true, Agreed: false })
            {
                turn.Agreed = await AgreeAsync(turn, cancellationToken);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || records.IsAway(lost))
        {
            // The server is gone, or what it stands on.
        }
    }

    private async Task<CustomersReply?> SayAsync(CustomersTurn turn, CancellationToken cancellationToken)
    {
        var body = new { threadId = turn.ThreadId, message = turn.Text, messageId = turn.MessageId };
        using var reply = await PostAsync(turn, "/api/ai/message", body, cancellationToken);
        return reply.IsSuccessStatusCode && await reply.Content.ReadFromJsonAsync<CustomersReply>(cancellationToken) is { IsFinal: true } final
            ? final
            : null;
    }

    /// <summary>A yes that was taken before, its reply lost, is taken.</summary>
    private async Task<bool> AgreeAsync(CustomersTurn turn, CancellationToken cancellationToken)
    {
        var log = await records.Log.ReadAfterAsync(turn.ConversationId, 0, 1_000, cancellationToken);
        var card = log.Select(recorded => recorded.Event).OfType<ActionProposed>().First().Action;
        using var reply = await PostAsync(
            turn, $"/api/ai/threads/{turn.ConversationId}/actions/{card}/confirm", null, cancellationToken, HttpStatusCode.Conflict);
        return reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict;
    }

    /// <returns>A success, or what says to try again later.</returns>
    private async Task<HttpResponseMessage> PostAsync(
        CustomersTurn turn, string path, object? body, CancellationToken cancellationToken, HttpStatusCode alsoFine = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = _signIns[turn.Customer];
        var reply = await _api.SendAsync(request, cancellationToken);
        if (reply.IsSuccessStatusCode || reply.StatusCode == alsoFine || reply.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return reply;
        }

        using (reply)
        {
            throw new InvalidOperationException(
                $"'{turn.Text}' got {(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }
}
