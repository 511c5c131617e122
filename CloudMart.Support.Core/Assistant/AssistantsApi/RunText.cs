using System.Text;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// A step's text: what was shown of it, and what has to be shown for it to become what the server says it is. So text that arrives twice,
/// in pieces and whole, over a stream that broke and again by polling, is shown once.
/// </summary>
/// <param name="told">How many messages of the run earlier steps have passed on.</param>
internal sealed class RunText(int told)
{
    private readonly StringBuilder _shown = new();
    private readonly HashSet<string> _messages = [];
    private readonly HashSet<string> _whole = [];
    private (string Message, long Part) _last = ("", 0);
    private int _begins;

    public string Shown => _shown.ToString();

    /// <summary>How many messages of the run earlier steps have passed on.</summary>
    public int ToldBefore => told;

    /// <summary>How many messages of the run are passed on when this step ends.</summary>
    public int Told => told + _messages.Count;

    public string Refusal { get; private set; } = "";

    /// <summary>At least one message came, and every one to its end.</summary>
    public bool IsWhole => _messages.Count > 0 && HasNoHalf;

    /// <summary>No message was begun and not ended.</summary>
    public bool HasNoHalf => _whole.Count == _messages.Count;

    public void Begin(string message) => _messages.Add(message);

    public AssistantUpdate? Piece(string message, long part, string piece)
    {
        if (piece.Length == 0 || _whole.Contains(message))
        {
            return null;
        }

        var text = Opening(message, part) + piece;
        _last = (message, part);
        _messages.Add(message);
        _shown.Append(text);
        return new TextPiece(text);
    }

    public IEnumerable<AssistantUpdate> Whole(RemoteMessage message)
    {
        if (!_whole.Add(message.Id))
        {
            return [];
        }

        _messages.Add(message.Id);
        Refusal += message.Refusal;
        _begins = _last.Message == message.Id ? _begins : _shown.Length;
        _last = (message.Id, _last.Part);
        var before = _shown.ToString(0, _begins);
        return Become(before + (before.Length > 0 && message.Text.Length > 0 ? RemoteMessage.Break : "") + message.Text);
    }

    /// <param name="run">Everything that the run has said so far, earlier steps included.</param>
    public IEnumerable<AssistantUpdate> Settle(IEnumerable<RemoteMessage> run)
    {
        var messages = run.Skip(told).ToList();
        _messages.Clear();
        _messages.UnionWith(messages.Select(message => message.Id));
        _whole.UnionWith(_messages);
        Refusal = string.Concat(messages.Select(message => message.Refusal));
        return Become(string.Join(RemoteMessage.Break, messages.Select(message => message.Text).Where(text => text.Length > 0)));
    }

    /// <summary>A message, and a part of one, begins in a paragraph of its own.</summary>
    private string Opening(string message, long part)
    {
        _begins = _last.Message == message ? _begins : _shown.Length;
        return _shown.Length > 0 && _last != (message, part) ? RemoteMessage.Break : "";
    }

    private List<AssistantUpdate> Become(string text)
    {
        var shown = Shown;
        if (text == shown)
        {
            return [];
        }

        _shown.Clear().Append(text);
        return text.StartsWith(shown, StringComparison.Ordinal)
            ? [new TextPiece(text[shown.Length..])]
            : text.Length == 0 ? [new TextRestarted()] : [new TextRestarted(), new TextPiece(text)];
    }
}
