using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What has to hold on every page, whatever it shows.</summary>
internal static class Inspection
{
    /// <summary>A finger's width, in CSS pixels.</summary>
    private const int Target = 44;

    /// <summary>The accessibility checker finds nothing.</summary>
    public static async Task AxeIsSilentAsync(this Tab tab)
    {
        var found = await tab.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, $"{tab.Path}: " + string.Join("\n", found.Violations.Select(each =>
            $"{each.Id}, {each.Help}: {string.Join(", ", each.Nodes.Select(node => node.Html))}")));
    }

    public static async Task AxeIsSilentInBothThemesAsync(this Tab tab)
    {
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            await Assertions.Expect(tab.Page.Locator($"html[data-theme={theme.ToString().ToLowerInvariant()}]")).ToBeAttachedAsync();
            await tab.AxeIsSilentAsync();
        }
    }

    /// <summary>Nothing that can be scrolled has anything to scroll to at its side.</summary>
    public static async Task FitsAsync(this Tab tab) => Assert.Empty(await tab.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('*')]
          .filter(each => each.scrollWidth > each.clientWidth
            && (each === document.documentElement || ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)))
          .map(each => `${each.tagName} ${each.id} ${each.className}: ${each.scrollWidth} in ${each.clientWidth}`)
        """));

    /// <summary>It fits, what is pressed is as high as a finger is wide, and no field makes Safari zoom.</summary>
    public static async Task SuitsPhonesAsync(this Tab tab)
    {
        await tab.FitsAsync();
        var found = await tab.Page.EvaluateAsync<string[]>("""
            target => [...document.querySelectorAll('main :is(button, input, select, textarea, summary)')]
              .filter(each => each.checkVisibility({ visibilityProperty: true }))
              .map(each => [each, (each.matches('[type="checkbox"]') ? each.closest('label') : each).getBoundingClientRect(), parseFloat(getComputedStyle(each).fontSize)])
              .filter(([each, box, letters]) => box.height < target || each.matches('button') && box.width < target || each.matches('input, select, textarea') && letters < 16)
              .map(([each, box, letters]) => `${each.outerHTML.slice(0, 120)}: ${box.width} x ${box.height}, ${letters}`)
            """, Target);
        Assert.True(found.Length == 0, $"{tab.Path}: {string.Join('\n', found)}");
    }

    /// <summary>A tap half a target away from the middle, in any direction, still hits the button.</summary>
    public static async Task IsHitByFingersAsync(this ILocator button) => Assert.True(await button.EvaluateAsync<bool>("""
        (button, reach) => {
          const box = button.getBoundingClientRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          return [[-1, 0], [1, 0], [0, -1], [0, 1]].every(([right, down]) =>
            button.contains(document.elementFromPoint(x + right * reach, y + down * reach)));
        }
        """, (Target / 2) - 0.5));
}
