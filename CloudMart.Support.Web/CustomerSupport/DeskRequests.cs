using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>What the open page asks of the desk besides talking: a person, to be seen writing, and to be heard on how it went.</summary>
public sealed class DeskRequests(
    HandOverService handOver, RatingService ratings, ConversationPresence presence, ConversationState state, CurrentCustomer customer)
{
    /// <summary>Asks for a person. Where nothing was said yet, that begins the conversation, and opens it.</summary>
    public async Task AskForPersonAsync(string? conversationId, string pressId, CancellationToken cancellationToken)
    {
        var asked = await handOver.AskForPersonAsync(await customer.GetAsync(), conversationId, pressId, cancellationToken);
        if (asked is MessageKept { Conversation.State.Id: var id } && conversationId is null && state.ConversationId is null)
        {
            await state.OpenAsync(id, cancellationToken);
        }
    }

    /// <summary>Tells staff who watch that the customer is writing.</summary>
    public async Task TypesAsync(CancellationToken cancellationToken)
    {
        if (state.Known is { State: var own })
        {
            await presence.CustomerTypesAsync(await customer.GetAsync(), own, cancellationToken);
        }
    }

    public async Task RateAsync(Rated rating, CancellationToken cancellationToken)
    {
        if (state.ConversationId is { } id)
        {
            await ratings.RateAsync(await customer.GetAsync(), id, rating.Score, rating.Comment, cancellationToken);
        }
    }
}
