namespace CloudMart.Support.Core.Conversations;

/// <summary>One call that the assistant asked for.</summary>
/// <param name="ProviderCallId">The provider's id, only ever echoed back to it: some are empty, some repeat.</param>
/// <param name="Name">As the model wrote it; may name no tool.</param>
/// <param name="Arguments">As the model wrote them: meant to be a JSON object, may be anything.</param>
public sealed record ToolCall(string ProviderCallId, string Name, string Arguments);

/// <summary>A call's identity, and with it an operation's: the same call is never carried out twice.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="RequestedAt">The number of the event that asked for it.</param>
/// <param name="Index">Its place in that event, from 0.</param>
public sealed record OperationId(string ConversationId, long RequestedAt, int Index)
{
    public override string ToString() => $"{ConversationId}/{RequestedAt}/{Index}";
}
