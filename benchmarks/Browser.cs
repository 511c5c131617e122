using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks;

/// <summary>A real browser, in which people sign in.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = BrowserPath.Find() ?? throw new InvalidOperationException(BrowserPath.Missing),
            Args = ["--no-sandbox"],
        }));
    }

    /// <summary>A page of a demo account, signed in and not yet at the desk.</summary>
    public async Task<IPage> SignInAsync(Uri product, string account = "customer-1")
    {
        var context = await _browser.NewContextAsync(new() { BaseURL = product.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex(Regex.Escape(account)) }).ClickAsync();
        await IsReadyAsync(page);
        return page;
    }

    /// <summary>The page is interactive and shows its conversation.</summary>
    public static Task IsReadyAsync(IPage page) => page.Locator("[data-ready]").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
