using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>What is said where there is no tool, no order that it could be, or no parcel in time.</summary>
public sealed class NothingToDoTests
{
    [Fact]
    public async Task What_it_has_no_tool_for_it_says_and_offers_a_person()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Offered.RemoveAll(EmbeddedShop.Tools.Contains);

        await chat.FollowAsync("without the newer tools", """
            > I want to return the skillet
            < I can't arrange a return here yet. Shall I bring in a person from our team?
            > yes please
            ! hand_off_to_staff
            < A person will answer you right here.
            > change the address on CM-7890
            < I can't set or change an address here yet.
            > no thanks
            < Okay. Is there anything else I can do?
            > exchange the headphones for blue ones
            < I can't arrange an exchange here yet.
            > use my gift card for CM-7885
            < I can't change how something is paid here yet.
            > I want a refund
            < I can't start a refund here yet.
            > how long do refunds take?
            < I can't look up the refund rules here yet.
            > which payment methods do you have of me?
            < I can't look up what we know of you here yet.
            > what colors do the headphones come in?
            < I can't look up products here yet.
            > what can you do?
            < cancel one that is still pending, or bring in a person. What would you like?
            - exchange
            """);
    }

    [Fact]
    public async Task The_only_order_that_can_be_canceled_is_named_without_a_choice()
    {
        var (calls, words) = await new EmbeddedChat(AnasOrders.Grinder, AnasOrders.Keyboard).SayAsync("please cancel my order");

        Assert.Equal(["list_orders pending", "cancel_order CM-7885"], calls);
        Assert.Contains("Cancel **CM-7885**", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_canceled_it_says_so_and_offers_a_person()
    {
        var (_, words) = await new EmbeddedChat(AnasOrders.Keyboard).SayAsync("cancel my order");

        Assert.StartsWith("None of your orders can be canceled now", words, StringComparison.Ordinal);
        Assert.EndsWith("Shall I bring in a person from our team?", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_on_its_way_the_newest_order_is_told()
    {
        var (_, words) = await new EmbeddedChat(AnasOrders.Skillet, AnasOrders.Speaker).SayAsync("where is my order");

        Assert.StartsWith("None of your orders is on its way right now. Your newest one: **CM-7820**", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_parcel_is_said_to_be_late()
    {
        var late = AnasOrders.Keyboard with { Shipment = AnasOrders.Keyboard.Shipment! with { ExpectedOn = new DateOnly(2026, 11, 23) } };

        var (_, words) = await new EmbeddedChat(late).SayAsync("where is my order?");

        Assert.Contains("was expected yesterday (Monday, November 23), so it is late. I'm sorry", words, StringComparison.Ordinal);
        Assert.EndsWith("Shall I bring in a person from our team?", words, StringComparison.Ordinal);
    }
}
