using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>A customer, a member of staff and a supervisor, where a large refund has to be approved.</summary>
[Collection(Elsewhere)]
public sealed partial class ApprovingTests(RealBrowser browser, ApprovalPortal portal) : Journey(browser, portal)
{
    private const string Order = "CM-7885";

    [Fact]
    public async Task Of_two_who_approve_at_once_one_decides_and_the_customer_sees_it_live_and_rates_it_once_it_is_resolved()
    {
        var ana = await SignInAsync();
        await ana.SayAsync($"Cancel order {Order}");
        await Expect(ana.Log).ToContainTextAsync(Approval());
        var (sam, priya) = (await SignInAsync("staff-1"), await SignInAsync("supervisor-1"));
        foreach (var staff in new[] { sam, priya })
        {
            await staff.ChooseAsync("Approval waiting");
            await staff.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Approval waiting" }).First.ClickAsync();
            await Expect(staff.Button("Approve")).ToBeVisibleAsync();
        }

        await Task.WhenAll(PressAsync(sam), PressAsync(priya));

        await Expect(ana.Receipt($"{Order} canceled")).ToBeVisibleAsync();
        foreach (var staff in new[] { sam, priya })
        {
            await Expect(staff.Button("Approve")).ToHaveCountAsync(0);
            await Expect(staff.Log.GetByText(Approved())).ToHaveCountAsync(1);
        }

        await sam.Button("Resolve").ClickAsync();
        await ana.Page.Locator("label").Filter(new() { HasText = "Very good" }).ClickAsync();
        await ana.Button("Send rating").ClickAsync();
        await Expect(ana.Page.GetByText("You gave 5 of 5.")).ToBeVisibleAsync();
        await Expect(priya.Log).ToContainTextAsync("5 of 5");
    }

    /// <summary>Not moved to and clicked like by a hand: whoever comes second may find the button gone by then.</summary>
    private static async Task PressAsync(Tab staff) => await staff.Button("Approve").EvaluateAsync("button => button.click()");

    [GeneratedRegex("approv", RegexOptions.IgnoreCase)]
    private static partial Regex Approval();

    [GeneratedRegex("^(Sam|Priya) approved")]
    private static partial Regex Approved();
}
