using System.Collections.Immutable;
using System.Text;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>Puts tool calls together that arrive in pieces, cut anywhere and interleaved.</summary>
internal sealed class ToolCallPieces
{
    private readonly List<Pieces> _calls = [];

    public bool Any => _calls.Count > 0;

    public ImmutableArray<ToolCall> Calls =>
        [.. _calls.Select(call => new ToolCall(call.Id, call.Name.ToString(), call.Arguments.ToString()))];

    /// <param name="index">Which call of the step the piece belongs to; null where the server does not count, which means the newest.</param>
    /// <param name="id">The call's id, on its first piece or on each; may be empty.</param>
    /// <param name="name">A piece of its name, or the whole name again.</param>
    /// <param name="arguments">A piece of its arguments.</param>
    public void Add(long? index, string? id, string? name, string? arguments)
    {
        var call = Find(index, id);
        if (call is null)
        {
            call = new Pieces(index);
            _calls.Add(call);
        }

        call.Id = string.IsNullOrEmpty(id) ? call.Id : id;
        if (call.Arguments.Length == 0)
        {
            call.Name.Append(name); // later it can only be the same name once more
        }

        call.Arguments.Append(arguments);
    }

    /// <summary>Some servers give every call the index 0: another id means another call.</summary>
    private Pieces? Find(long? index, string? id)
    {
        var call = index is null ? _calls.LastOrDefault() : _calls.LastOrDefault(known => known.Index == index);
        return call is not null && (string.IsNullOrEmpty(id) || call.Id.Length == 0 || call.Id == id) ? call : null;
    }

    private sealed class Pieces(long? index)
    {
        public long? Index => index;

        public string Id { get; set; } = "";

        public StringBuilder Name { get; } = new();

        public StringBuilder Arguments { get; } = new();
    }
}
