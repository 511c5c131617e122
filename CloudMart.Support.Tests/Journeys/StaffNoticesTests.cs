using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>What the console has to say of itself, where there is room for one of its views only.</summary>
public sealed class StaffNoticesTests(RealBrowser browser, BriefPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_phone_shows_above_the_list_that_there_is_no_such_conversation_and_that_the_sign_in_has_ended()
    {
        var sam = await SignInAsync("staff-1", Tab.Phone);
        await sam.GoToAsync("/staff/made-up");
        var lists = sam.Page.GetByRole(AriaRole.Group, new() { Name = "Lists" });
        await Expect(lists).ToBeInViewportAsync();
        await Expect(sam.Page.GetByText("There is no such conversation.")).ToBeInViewportAsync(new() { Ratio = 1 });
        await sam.FitsAsync();

        await Expect(sam.SignInEnded).ToBeInViewportAsync(new() { Ratio = 1 });

        await Expect(lists).ToBeInViewportAsync();
        await sam.FitsAsync();
    }
}
