using CloudMart.Support.Tests.Fakes;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

public sealed class ContentPolicyTests(RealBrowser browser, DemoPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task No_page_breaks_its_own_content_policy()
    {
        var tab = await OpenAsync();
        List<string> complaints = [];
        tab.Page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };

        await tab.SignInAsync("customer-1");
        await tab.IsReadyAsync();
        await tab.SayAsync("Where is CM-7864?");
        await Expect(tab.Log).ToContainTextAsync("UPS");
        await tab.GoToAsync("/orders/CM-7864");
        await tab.Page.GotoAsync("/help");
        await tab.SignInAsync("staff-1");
        await tab.IsReadyAsync();
        await tab.GoToAsync("/staff/orders/CM-7864");

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_script_that_somebody_gets_into_a_page_does_not_run()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/signin");

        await tab.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
              document.body.insertAdjacentHTML('beforeend', '<button id="bait" onclick="window.ran = true">Bait</button>');
              document.getElementById('bait').click();
            }
            """);

        Assert.False(await tab.Page.EvaluateAsync<bool>("() => window.ran === true"));
    }
}
