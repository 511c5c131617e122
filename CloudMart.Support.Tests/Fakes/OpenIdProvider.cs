using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CloudMart.Support.Tests.Fakes;
using Win32Exception = System.ComponentModel.Win32Exception;

[assembly: AssemblyFixture(typeof(OpenIdProvider))]

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// A real OpenID provider: the npm package <c>oidc-provider</c> that <c>test.sh</c> puts into <c>.tools</c>, run by Node, started by the
/// first test that wants it. Where it is not there its tests are skipped by name, and on a build server (<c>CI=true</c>) they fail.
/// </summary>
public sealed class OpenIdProvider : IAsyncLifetime
{
    /// <summary>What a token has to be for to be taken by the API.</summary>
    public const string Audience = "https://api.cloudmart.example";

    private const string Missing = "oidc-provider is not here: run ./test.sh once; it needs Node.";
    private const string Listening = "listening on ";

    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HttpClient _http = new();
    private Process? _process;
    private Uri? _authority;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Its address; skips the test where there is none.</summary>
    public async Task<Uri> StartedAsync()
    {
        await _gate.WaitAsync(Token);
        try
        {
            _authority ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }

        if (_authority is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(Missing);
        }

        Assert.SkipWhen(_authority is null, Missing);
        return _authority!;
    }

    /// <summary>A token for the API, as a program of the account's gets it.</summary>
    public async Task<AuthenticationHeaderValue> TokenOfAsync(string account, string audience = Audience)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", account), new("client_secret", "not-a-secret"), new("resource", audience),
        ]);
        using var reply = await _http.PostAsync(new Uri(await StartedAsync(), "/token"), form, Token);
        var given = await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token);
        return new("Bearer", given.GetProperty("access_token").GetString());
    }

    /// <summary>From now on this is all that it says of the account.</summary>
    public async Task SaysAsync(string account, object claims)
    {
        using var reply = await _http.PutAsJsonAsync(new Uri(await StartedAsync(), $"/test/{account}"), claims, Token);
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>How many access tokens it has renewed, once they are at least so many.</summary>
    public async Task<int> RenewalsAsync(int atLeast = 0) =>
        int.Parse(await _http.GetStringAsync(new Uri(await StartedAsync(), $"/test/renewals/{atLeast}"), Token), null);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _http.Dispose();
        _gate.Dispose();
    }

    private async Task<Uri?> StartAsync()
    {
        var root = RepositoryRoot.Find()?.FullName ?? "";
        var package = Path.Combine(root, ".tools", "node_modules", "oidc-provider", "lib", "index.js");
        if (!File.Exists(package))
        {
            return null;
        }

        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _process = Process.Start(
                new ProcessStartInfo("node", [Path.Combine(root, "CloudMart.Support.Tests", "Fakes", "openid-provider.mjs"), package])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
        }
        catch (Win32Exception)
        {
            return null; // no Node
        }

        // Read to the end, because a full pipe would stop it.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += (_, output) =>
        {
            if (output.Data?.Split(Listening) is [_, var address])
            {
                listens.TrySetResult(new Uri(address.Trim()));
            }
        };
        _process.BeginOutputReadLine();
        return await listens.Task.WaitAsync(StartTime, TimeProvider.System);
    }
}
