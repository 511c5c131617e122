using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>
/// What people are called. Some facts hold a name and some only an id: whoever did something under their name once is called so in all of
/// them, and as <paramref name="nameOf"/> says where the events do not tell.
/// </summary>
internal sealed class NamesInLog(IReadOnlyList<RecordedEvent> events, Func<string, string?>? nameOf)
{
    private readonly Dictionary<string, string> _told = Told(events);

    /// <summary>The name; the id itself where nobody knows one.</summary>
    public string Of(string id) => _told.TryGetValue(id, out var name) ? name : nameOf?.Invoke(id) ?? id;

    private static Dictionary<string, string> Told(IReadOnlyList<RecordedEvent> events)
    {
        var told = new Dictionary<string, string>();
        foreach (var (id, name) in events.Select(recorded => Named(recorded.Event)).OfType<(string, string)>())
        {
            told[id] = name;
        }

        return told;
    }

    private static (string Id, string Name)? Named(ConversationEvent fact) => fact switch
    {
        StaffJoined e => (e.StaffId, e.Name),
        AssistantHeld e => (e.StaffId, e.Name),
        StaffSaid e => (e.StaffId, e.Name),
        StaffNoted e => (e.StaffId, e.Name),
        StaffActed e => (e.StaffId, e.Name),
        Assigned e => (e.StaffId, e.Name),
        Reopened e => (e.StaffId, e.Name),
        _ => null,
    };
}
