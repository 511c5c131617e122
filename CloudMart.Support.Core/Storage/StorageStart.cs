using Microsoft.Extensions.Hosting;

namespace CloudMart.Support.Core.Storage;

/// <summary>A host that can't reach its store does not start, rather than fail its first customer.</summary>
internal sealed class StorageStart(IStorageProbe probe) : IHostedService
{
    /// <exception cref="StorageUnavailableException">The store can't be used.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await probe.CheckAsync(cancellationToken) is { } trouble)
        {
            throw new StorageUnavailableException(trouble);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
