using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The member of staff who owns a conversation.</summary>
/// <param name="StaffId">The shop's id of the person.</param>
/// <param name="Name">The first name.</param>
/// <param name="Since">The number of the event by which it became theirs.</param>
/// <param name="IsShown">Whether the customer knows: holding the assistant tells them nothing.</param>
public sealed record Answering(string StaffId, string Name, long Since, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] bool IsShown = true);
