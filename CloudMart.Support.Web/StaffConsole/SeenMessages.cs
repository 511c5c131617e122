using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>Up to which event this person has seen each conversation. The browser keeps it: it reads off the page what is open.</summary>
public sealed class SeenMessages(IReadOnlyDictionary<string, long> kept)
{
    private readonly Dictionary<string, long> _seen = new(kept);

    /// <summary>The customer wrote something since.</summary>
    public bool IsUnread(Conversation state) => state.LastSaidAt > _seen.GetValueOrDefault(state.Id);

    public void See(Conversation state) => See(state.Id, state.LastNumber);

    /// <summary>What this person saw in another tab.</summary>
    public void See(IReadOnlyDictionary<string, long> elsewhere)
    {
        foreach (var (conversationId, number) in elsewhere)
        {
            See(conversationId, number);
        }
    }

    private void See(string conversationId, long number) => _seen[conversationId] = Math.Max(number, _seen.GetValueOrDefault(conversationId));
}
