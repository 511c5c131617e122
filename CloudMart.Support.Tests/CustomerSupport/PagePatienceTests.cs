using Bunit;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class PagePatienceTests
{
    [Fact]
    public async Task While_the_store_is_away_the_page_says_so_and_tries_again()
    {
        await using var browser = new CustomersBrowser();
        var notice = browser.Render<StoreAwayNotice>();
        var patience = browser.Services.GetRequiredService<PagePatience>();
        var tries = 0;

        var reading = notice.InvokeAsync(() => patience.InsistAsync(
            () => ++tries == 1 ? throw new TimeoutException() : Task.CompletedTask, Xunit.TestContext.Current.CancellationToken));

        await notice.WaitForAssertionAsync(() => Assert.Contains("Still trying", notice.Find("[role=status]").TextContent, StringComparison.Ordinal));
        browser.Desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await reading;
        Assert.Equal(2, tries);
        await notice.WaitForAssertionAsync(() => Assert.Empty(notice.FindAll("[role=status]")));
    }

    [Fact]
    public async Task A_bug_is_not_tried_again()
    {
        await using var desk = new Desk();
        var patience = new PagePatience(desk, new FakeTimeProvider());

        await Assert.ThrowsAsync<InvalidOperationException>(() => patience.InsistAsync(
            () => throw new InvalidOperationException("a bug"), Xunit.TestContext.Current.CancellationToken));
    }
}
