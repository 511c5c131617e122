using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RealBrowser))]

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// A real browser, one for a whole test run and started by the first test that wants it. Where there is none the tests are skipped by
/// name, and on a build server (<c>CI=true</c>) they fail.
/// </summary>
public sealed class RealBrowser : IAsyncLifetime
{
    /// <summary>Only a failing test waits this long, in milliseconds; a busy machine may need more than the usual five seconds.</summary>
    public const float Patience = 30_000;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Skips the test where there is none.</summary>
    public async Task<IBrowser> StartedAsync()
    {
        var path = BrowserPath.Find();
        if (path is null && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(BrowserPath.Missing);
        }

        Assert.SkipWhen(path is null, BrowserPath.Missing);
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox"] });
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
