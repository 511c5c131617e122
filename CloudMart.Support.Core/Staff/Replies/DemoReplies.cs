using System.Collections.Immutable;

namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>What the demo shop's staff answer often. Registered only where <c>Demo:Enabled</c> holds.</summary>
public sealed class DemoReplies(ICannedReplies replies)
{
    internal static readonly ImmutableArray<CannedReply> All =
    [
        new("demo-greeting", "Greeting", "Hi {customer}, this is {me} from CloudMart. I’m looking into {order} for you right now."),
        new("demo-details", "Ask for details", "Thanks, {customer}. Could you tell me a little more, so that I can help you with {order}?"),
        new("demo-photo", "Ask what is damaged", "I’m sorry that it arrived like this, {customer}. Which item of {order} is damaged, and what is wrong with it?"),
        new("demo-late", "Parcel is late", "I’m sorry that {order} is late, {customer}. I have asked the carrier where it is and will write to you here as soon as I know more."),
        new("demo-refund", "When the refund arrives", "The refund for {order} is on its way, {customer}. A card takes 5 to 7 business days; a gift card has it at once."),
        new("demo-goodbye", "Goodbye", "You’re welcome, {customer}. Is there anything else that I can do for you?"),
    ];

    /// <summary>Fills a store that has none. Where somebody has deleted one of them, it stays deleted.</summary>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await replies.ListAsync(cancellationToken) is not [])
        {
            return;
        }

        foreach (var reply in All)
        {
            await replies.KeepAsync(reply, cancellationToken);
        }
    }
}
