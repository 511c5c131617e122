using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>Puts tool calls together that arrive in pieces, cut anywhere and interleaved.</summary>
internal sealed class ToolCallPieces
{
    private readonly List<Pieces> _calls = [];

    public bool Any => _calls.Count > 0;

    public ImmutableArray<ToolCall> Calls =>
        [.. _calls.Select(call => new ToolCall(call.Id, call.Name.ToString(), call.Arguments.ToString()))];

    /// <param name="index">Which call of the step the piece belongs to; null where the server does not count.</param>
    /// <param name="id">The call's id, on its first piece or on each; may be empty, or another on each.</param>
    /// <param name="name">A piece of its name, or the whole name again.</param>
    /// <param name="arguments">A piece of its arguments.</param>
    public void Add(long? index, string id, string name, string arguments)
    {
        var call = Find(index, id, name);
        if (call is null || call.IsFollowedBy(name, arguments))
        {
            call = new Pieces(index);
            _calls.Add(call);
        }

        call.Id = call.Id.Length == 0 ? id : call.Id;
        if (call.Arguments.Length == 0 && !call.Name.Equals(name))
        {
            call.Name.Append(name); // later it can only be the same name once more
        }

        call.Arguments.Append(arguments);
    }

    /// <summary>
    /// Some servers give every call the index 0, or none: there the id tells the calls apart. Others invent another id for every piece, but
    /// say the name only once; so a piece with an unknown id is of a new call only where it has a name.
    /// </summary>
    private Pieces? Find(long? index, string id, string name)
    {
        var candidates = _calls.FindAll(call => index is null || call.Index == index);
        return id.Length == 0
            ? candidates.LastOrDefault()
            : candidates.FindLast(call => call.Id == id) ?? candidates.FindLast(call => call.Id.Length == 0 || name.Length == 0);
    }

    private sealed class Pieces(long? index)
    {
        public long? Index => index;

        public string Id { get; set; } = "";

        public StringBuilder Name { get; } = new();

        public StringBuilder Arguments { get; } = new();

        /// <summary>Where neither index nor id tells: this one's arguments are whole, and the piece names a tool with others.</summary>
        public bool IsFollowedBy(string name, string arguments) => name.Length > 0
            && (!Name.Equals(name) || !string.IsNullOrWhiteSpace(arguments))
            && JsonReading.TryParse(Arguments.ToString()) is { ValueKind: JsonValueKind.Object };
    }
}
