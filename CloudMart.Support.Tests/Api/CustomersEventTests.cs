using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Api;

namespace CloudMart.Support.Tests.Api;

public sealed class CustomersEventTests
{
    [Fact]
    public void What_staff_did_is_shown_and_never_who_of_them_or_what_they_were_told()
    {
        ConversationEvent[] facts =
        [
            SomeCards.Pressed, SomeCards.ToStaff, SomeCards.Decided(false, "The skillet was used."),
            new ActionWithdrawn(SomeCards.Action, "staff-1"), SomeCards.Ended(OperationEnding.Rejected, SomeCards.Receipt),
        ];

        var shown = JsonSerializer.Serialize(
            facts.Select((fact, index) => CustomersEvent.Of(new RecordedEvent(index + 1, CornerShop.Noon, fact))), JsonSerializerOptions.Web);

        Assert.Contains("The skillet was used.", shown, StringComparison.Ordinal);
        Assert.Contains("\"byStaff\":true", shown, StringComparison.Ordinal);
        Assert.Contains("\"ending\":\"Rejected\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("staff-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("more than $40.00", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("output", shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_assistant_tells_staff_is_not_told_to_the_customer()
    {
        var asked = new ToolRequested("r-1", "", [new("call-1", "hand_off_to_staff", """{"reason":"Seems to be lying"}"""), new("call-2", "get_order", """{"orderId":"CM-1"}""")]);

        var shown = JsonSerializer.Serialize(CustomersEvent.Of(new RecordedEvent(1, CornerShop.Noon, asked)), JsonSerializerOptions.Web);

        Assert.DoesNotContain("lying", shown, StringComparison.Ordinal);
        Assert.Contains("hand_off_to_staff", shown, StringComparison.Ordinal);
        Assert.Contains("CM-1", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_person_who_answers_is_a_first_name_and_what_staff_keep_to_themselves_is_not_shown()
    {
        ConversationEvent[] kept =
        [
            new StaffNoted("staff-1", "Sam", "A regular."), new AssistantHeld("staff-1", "Sam"), new Continued("staff-1"),
        ];
        var said = JsonSerializer.Serialize(
            CustomersEvent.Of(new RecordedEvent(1, CornerShop.Noon, new StaffSaid("staff-1", "Sam", "s-1", "Hello, Ana."))), JsonSerializerOptions.Web);

        Assert.All(kept, fact => Assert.Null(CustomersEvent.Of(new RecordedEvent(1, CornerShop.Noon, fact))));
        Assert.Contains("\"name\":\"Sam\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("staff-1", said, StringComparison.Ordinal);
    }
}
