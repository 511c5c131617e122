using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Victims;

/// <summary>The server of whoever thinks, as its callers see it die: connections are reset and refused, and what it knew is there afterwards.</summary>
/// <param name="server">Where it really listens.</param>
internal sealed class ModelVictim(Uri server) : IVictim, IAsyncDisposable
{
    private readonly BreakableLine _line = new(server);

    /// <summary>Where it is called.</summary>
    public Uri Endpoint => _line.Address;

    public Task KillAsync(CancellationToken cancellationToken) => _line.CutAsync();

    public Task RestartAsync(CancellationToken cancellationToken)
    {
        _line.Mend();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();
}
