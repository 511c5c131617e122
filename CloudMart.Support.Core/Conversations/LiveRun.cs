using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The run that is working on a conversation.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Claim">Whoever holds this claim may append for the run; nobody else.</param>
/// <param name="StartedAt">The number of its <see cref="RunStarted"/>: it covers what was said before.</param>
/// <param name="ClaimedWhen">When the present worker took it: an hour without a server does not use up the run's time.</param>
public sealed record LiveRun(string RunId, string Claim, long StartedAt, DateTimeOffset ClaimedWhen)
{
    /// <summary>How often it has changed workers.</summary>
    public int Resumes { get; init; }

    /// <summary>How many of its steps are over: those that asked for tools, and those whose answer was withheld.</summary>
    public int Rounds { get; init; }

    /// <summary>An answer was withheld, and the assistant asked once more.</summary>
    public bool WasAskedAgain { get; init; }

    /// <summary>Calls logged and not yet answered.</summary>
    public ImmutableArray<OpenCall> OpenCalls { get; init; } = [];

    public bool StopRequested { get; init; }

    public RunStatus Status => OpenCalls.Length > 0 ? RunStatus.RequiresAction : RunStatus.InProgress;

    internal LiveRun Asks(long number, ImmutableArray<ToolCall> calls, DateTimeOffset? answerBy) => this with
    {
        Rounds = Rounds + 1,
        OpenCalls = [.. OpenCalls, .. calls.Select((call, index) => new OpenCall(number, index, call, answerBy))],
    };

    internal LiveRun Withholds() => this with { Rounds = Rounds + 1, WasAskedAgain = true };

    internal LiveRun Answers(long requestedAt, int index) => this with
    {
        OpenCalls = OpenCalls.RemoveAll(open => open.RequestedAt == requestedAt && open.Index == index),
    };
}

/// <summary>A logged call without an outcome: after a crash it is decided again.</summary>
/// <param name="RequestedAt">The number of the <see cref="ToolRequested"/>.</param>
/// <param name="Index">Its place there, from 0.</param>
/// <param name="Call">What was asked for.</param>
/// <param name="AnswerBy">Until when its output is waited for; null where nobody said.</param>
public sealed record OpenCall(long RequestedAt, int Index, ToolCall Call, DateTimeOffset? AnswerBy = null);
