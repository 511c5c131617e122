using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>
/// A customer's way through the product as they see it: a real browser, a real server. It waits for what is visible, never for time.
/// Journeys through the same shops are made one after another, because they share their servers; there are two such rows.
/// </summary>
[Collection(Collection)]
[Trait("Needs", "Browser")]
public abstract class Journey(RealBrowser browser, RunningPortal portal) : IAsyncLifetime
{
    /// <summary>Through a shop as it is demonstrated.</summary>
    public const string Collection = "Journeys";

    /// <summary>Through shops with something of their own: how they sign people in, how fast their assistant writes, what it asks.</summary>
    public const string Elsewhere = "Journeys elsewhere";

    private readonly List<IBrowserContext> _opened = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var each in _opened)
        {
            await each.DisposeAsync();
        }
    }

    /// <summary>A tab of a browser that has never been here.</summary>
    private protected async Task<Tab> OpenAsync(BrowserNewContextOptions? options = null)
    {
        var chromium = await browser.StartedAsync();
        var address = await portal.AddressAsync();
        var opened = await chromium.NewContextAsync(new(options ?? new()) { BaseURL = address.ToString(), Locale = "en-US" });
        opened.SetDefaultTimeout(RealBrowser.Patience);
        _opened.Add(opened);
        return new Tab(await opened.NewPageAsync());
    }

    /// <summary>A tab at the desk, with a new conversation.</summary>
    private protected async Task<Tab> SignInAsync(string account = "customer-1", BrowserNewContextOptions? options = null)
    {
        var tab = await OpenAsync(options);
        await tab.SignInAsync(account);
        await tab.IsReadyAsync();
        return tab;
    }
}

[CollectionDefinition(Journey.Collection)]
public sealed class Journeys : ICollectionFixture<DemoPortal>, ICollectionFixture<FreshPortal>, ICollectionFixture<BriefPortal>;

[CollectionDefinition(Journey.Elsewhere)]
public sealed class JourneysElsewhere
    : ICollectionFixture<PacedPortal>, ICollectionFixture<CardPortal>, ICollectionFixture<ProviderPortal>, ICollectionFixture<ApprovalPortal>;
