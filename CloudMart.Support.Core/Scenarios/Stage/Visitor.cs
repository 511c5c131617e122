using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>Somebody who is signed in, with the tabs that are open, and the conversation that is seen in them.</summary>
internal sealed class Visitor(SignedInCustomer customer, Pulse pulse, AssistantMood mood) : IAsyncDisposable
{
    /// <summary>Longer than any run may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<OpenTab> _tabs = [new(pulse)];
    private (string Id, string Text)? _newest;
    private int _said;

    public SignedInCustomer Customer => customer;

    public string? ConversationId { get; private set; }

    public IReadOnlyList<OpenTab> Tabs => _tabs;

    /// <summary>The first tab; the others show the same, or a step that looks at them says so.</summary>
    public OpenTab Page => _tabs[0];

    /// <returns>Why it was not taken; null when it was.</returns>
    public Task<string?> SayAsync(ScenarioServer server, string text, CancellationToken cancellationToken)
    {
        _newest = ($"{customer.CustomerId}-message-{++_said}", text);
        return SendAsync(server, _newest.Value.Id, text, cancellationToken);
    }

    /// <summary>The same message once more, as a browser sends it that does not know whether it has arrived.</summary>
    public Task<string?> SendAgainAsync(ScenarioServer server, CancellationToken cancellationToken) => _newest is var (id, text)
        ? SendAsync(server, id, text, cancellationToken)
        : Task.FromResult<string?>($"{customer.Name} has said nothing yet");

    public async Task OpenTabAsync(ScenarioServer server, CancellationToken cancellationToken)
    {
        var tab = new OpenTab(pulse);
        _tabs.Add(tab);
        if (ConversationId is { } id)
        {
            await tab.ConnectAsync(server, customer, id, cancellationToken);
            await SettleAsync(server, cancellationToken);
        }
    }

    public async Task BeginAnewAsync()
    {
        ConversationId = null;
        foreach (var tab in _tabs)
        {
            await tab.ClearAsync();
        }
    }

    public async Task DisconnectAsync()
    {
        foreach (var tab in _tabs)
        {
            await tab.DisconnectAsync();
        }
    }

    public async Task ReconnectAsync(ScenarioServer server, CancellationToken cancellationToken)
    {
        if (ConversationId is not { } id)
        {
            return;
        }

        foreach (var tab in _tabs)
        {
            await tab.ConnectAsync(server, customer, id, cancellationToken);
        }

        await SettleAsync(server, cancellationToken);
    }

    /// <summary>Waits until nothing is owed in the conversation and every tab has seen so.</summary>
    /// <exception cref="TimeoutException">Something is owed for longer than a run may take.</exception>
    public async Task SettleAsync(ScenarioServer server, CancellationToken cancellationToken)
    {
        if (ConversationId is not { } id || await server.Get<IConversationLog>().ReadAsync(id, 1, cancellationToken) is not { } known)
        {
            return;
        }

        await pulse.UntilAsync(
            () => HasSettled([.. _tabs.Select(tab => tab.Seen.State)], known.State.LastNumber), Patience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in _tabs)
        {
            await tab.DisposeAsync();
        }
    }

    private async Task<string?> SendAsync(ScenarioServer server, string messageId, string text, CancellationToken cancellationToken)
    {
        var said = await server.Get<ConversationService>().SayAsync(customer, ConversationId, messageId, text, cancellationToken);
        if (said is not MessageKept kept)
        {
            return said is MessageRefused refused ? refused.Reason : $"the message was not taken: {said}";
        }

        if (ConversationId is null)
        {
            ConversationId = kept.Conversation.State.Id;
            await ReconnectAsync(server, cancellationToken);
        }

        await SettleAsync(server, cancellationToken);
        return null;
    }

    private bool HasSettled(Conversation[] seen, long atLeast) => Array.TrueForAll(seen, state =>
        state.LastNumber >= atLeast && state.LastNumber == seen[0].LastNumber && (!state.OwesAnswer || mood.Holds(state)));
}
