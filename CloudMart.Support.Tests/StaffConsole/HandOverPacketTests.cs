using Bunit;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.StaffConsole.Context;

namespace CloudMart.Support.Tests.StaffConsole;

public sealed class HandOverPacketTests : BunitContext
{
    [Fact]
    public void What_was_asked_done_and_refused_and_what_is_pending_stands_line_by_line()
    {
        var handed = new HandedToStaff("The customer asked for a person.", "Seems upset.\nThe customer wrote: Where is it?\nAsked: Where is it?\nAsked: Hello?\nRefused: CM-1 not canceled\nWaiting for approval: Return 1 item");

        var packet = Render<HandOverPacket>(parameters => parameters.Add(each => each.Handed, handed).Add(each => each.SignedInAs, "customer-1").Add(each => each.Name, "Ana Diaz").Add(each => each.Way, SignInWay.Provider));

        Assert.Equal("The customer asked for a person.", packet.Find(".reason").TextContent);
        Assert.Equal(["Signed in", "The assistant says", "Asked", "Refused", "Waiting for approval"], packet.FindAll("dt").Select(each => each.TextContent));
        Assert.Equal(["as Ana Diaz (customer-1), in the browser, by the sign-in provider", "Seems upset.", "Where is it?", "Hello?", "CM-1 not canceled", "Return 1 item"], packet.FindAll("dd").Select(each => each.TextContent));
    }
}
