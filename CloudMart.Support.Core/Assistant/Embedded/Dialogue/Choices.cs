using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Numbered lists of orders, and the questions that end in one.</summary>
internal sealed class Choices(Turn turn)
{
    /// <summary>A phone shows about this many lines, and a step may ask for no more calls at once.</summary>
    public const int MostAtOnce = 8;

    private readonly OrderReport _report = new(turn.Today);

    public string Ask(QuestionKind kind, ImmutableArray<OrderView> orders, bool more) => $"{Question.Words(kind)}\n\n{Lines(orders, more)}";

    /// <param name="orders">Newest first.</param>
    /// <param name="more">There are more than these.</param>
    public string Lines(ImmutableArray<OrderView> orders, bool more)
    {
        var lines = string.Join('\n', orders.Take(MostAtOnce).Select((order, index) => $"{index + 1}. {_report.Line(order)}"));
        return more || orders.Length > MostAtOnce ? $"{lines}\n\nThere are older ones too: just tell me the number." : lines;
    }
}
