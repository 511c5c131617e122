namespace CloudMart.Support.Tests.Fakes;

/// <summary>In what the servers of the protocol differ.</summary>
public sealed class AssistantsHabits
{
    /// <summary>How many looks at a polled run find it still in progress.</summary>
    public int LooksUntilDecided { get; set; } = 1;

    /// <summary>Seconds after its creation at which a run says that it expires.</summary>
    public int RunLifetime { get; set; } = 600;

    /// <summary>The same once it waits for outputs, where that is another time.</summary>
    public int? WaitingLifetime { get; set; }

    /// <summary>A cancelled run stays <c>cancelling</c> for ever.</summary>
    public bool NeverSettles { get; set; }

    /// <summary>What a run is said to have read, once it is over.</summary>
    public int PromptTokens { get; set; } = 10;

    /// <summary>How many looks after outputs were taken still show the run waiting for them.</summary>
    public int OldLooks { get; set; }

    /// <summary>Takes one output of those that it is given and goes on waiting for the others.</summary>
    public bool TakesOneOutput { get; set; }

    /// <summary>What it says in <c>openai-poll-after-ms</c>; null says nothing.</summary>
    public int? PollAfterMilliseconds { get; set; }
}
