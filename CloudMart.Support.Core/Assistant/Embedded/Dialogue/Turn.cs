using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>
/// One step's work on what the customer said. Whoever composes an answer asks for what it needs as if it were there: an answered call
/// gives its answer; another is noted, gives null, and is made when the step ends. The next step composes again and gets further.
/// </summary>
/// <param name="memory">Where the conversation stands.</param>
/// <param name="offered">The names of the tools that may be asked for.</param>
/// <param name="customerName">For a greeting.</param>
/// <param name="today">For "tomorrow", and for the year where it is another one.</param>
internal sealed class Turn(ThreadMemory memory, IReadOnlySet<string> offered, string customerName, DateOnly today)
{
    private readonly List<ToolCall> _calls = [];

    public ThreadMemory Memory { get; } = memory;

    public string CustomerName { get; } = customerName;

    public DateOnly Today { get; } = today;

    /// <summary>The order that the conversation is about; moves on as the requests of one message are worked through.</summary>
    public string? Focus { get; set; } = memory.Focus;

    /// <summary>What the step has to ask for before it can answer.</summary>
    public ImmutableArray<ToolCall> Calls => [.. _calls.Distinct()];

    public ToolAnswer? Ask(ToolCall call)
    {
        if (Memory.Answers.LastOrDefault(answer => answer.IsOf(call) && Counts(answer)) is { } known)
        {
            return known.Answer;
        }

        if (!offered.Contains(call.Name))
        {
            return ToolAnswer.OutOfReach;
        }

        _calls.Add(call);
        return null;
    }

    /// <summary>All answers, or null while one is missing; all are asked for at once.</summary>
    public ImmutableArray<ToolAnswer>? AskAll(IEnumerable<ToolCall> calls)
    {
        ToolAnswer?[] answers = [.. calls.Select(Ask)];
        return answers.Contains(null) ? null : [.. answers.OfType<ToolAnswer>()];
    }

    /// <summary>
    /// The tools are there. Where none is offered the step's bounds are reached: then what was answered is told, not what is possible.
    /// </summary>
    public bool Has(params ReadOnlySpan<string> tools)
    {
        foreach (var tool in tools)
        {
            if (offered.Count > 0 && !offered.Contains(tool))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The order as it was looked up in this turn.</summary>
    public OrderView? Seen(string orderId) =>
        Memory.Answers.SelectMany(answer => answer.Answer.AllOrders).LastOrDefault(order => order.OrderId == orderId);

    public OrderView? Known(string orderId) => Memory.Orders.GetValueOrDefault(orderId);

    /// <summary>What waited or failed before the newest message may go otherwise now: that message may be the consent.</summary>
    private bool Counts(RememberedAnswer answer) =>
        answer.Answer.Outcome is not ("waiting_for_customer" or "error") || answer.Number > (Memory.Unanswered.LastOrDefault()?.Number ?? 0);
}
