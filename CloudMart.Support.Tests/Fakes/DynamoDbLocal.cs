using CloudMart.Support.Tests.Fakes;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

[assembly: AssemblyFixture(typeof(DynamoDbLocal))]

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Amazon's own DynamoDB Local, one for a whole test run and started by the first test that wants it: the one at
/// <c>DYNAMODB_LOCAL_URL</c>; else <see cref="DynamoDbJava"/>; else its container, where a Docker engine answers. Where there is none
/// of these the tests are skipped by name, and on a build server (<c>CI=true</c>) they fail.
/// </summary>
public sealed class DynamoDbLocal : IAsyncLifetime
{
    public const string Missing = "DynamoDB Local is not here: run ./test.sh once, or set DYNAMODB_LOCAL_URL or DYNAMODB_LOCAL_DIR.";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private DynamoDbJava? _java;
    private IContainer? _container;
    private string? _address;
    private bool _asked;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <returns>Where it listens; null where it can't be had.</returns>
    /// <exception cref="InvalidOperationException">It can't be had on a build server, which has to have it.</exception>
    public async Task<string?> AddressAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_asked)
            {
                _asked = true;
                _address = Setting("DYNAMODB_LOCAL_URL") ?? await StartJavaAsync(cancellationToken) ?? await StartContainerAsync(cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }

        return _address is null && Setting("CI") == "true" ? throw new InvalidOperationException(Missing) : _address;
    }

    public async ValueTask DisposeAsync()
    {
        if (_java is not null)
        {
            await _java.DisposeAsync();
        }

        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }

    private async Task<string?> StartJavaAsync(CancellationToken cancellationToken)
    {
        _java = await DynamoDbJava.StartAsync(cancellationToken);
        return _java?.Address;
    }

    private async Task<string?> StartContainerAsync(CancellationToken cancellationToken)
    {
        try
        {
            _container = new ContainerBuilder("amazon/dynamodb-local")
                .WithPortBinding(8000, assignRandomHostPort: true)
                .WithWaitStrategy(Wait.ForUnixContainer().UntilInternalTcpPortIsAvailable(8000))
                .Build();
            await _container.StartAsync(cancellationToken);
            return $"http://{_container.Hostname}:{_container.GetMappedPublicPort(8000)}";
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
