using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class HandOverPacketTests
{
    [Theory]
    [InlineData(5, true)]
    [InlineData(-5, false)]
    public void A_card_waits_for_the_customer_only_while_they_can_answer_it(int minutesLeft, bool waits)
    {
        var known = CornerShop.Conversation([.. SomeCards.Asked(expiry: CornerShop.Noon.AddMinutes(minutesLeft))]);

        var packet = HandOver.Because(HandOverCause.Other, "Asked for a person.", known);

        Assert.Equal(waits, packet.Summary.Contains("Waiting for the customer", StringComparison.Ordinal));
    }
}
