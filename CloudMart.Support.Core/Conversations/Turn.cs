using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Conversations;

/// <summary>One turn's span: from what the customer did until the desk owes nothing for it any more.</summary>
public sealed class Turn : IDisposable
{
    private readonly Activity _span;
    private readonly Action<Turn> _over;
    private long _number;

    internal Turn(Activity span, Action<Turn> over) => (_span, _over) = (span, over);

    internal Activity Span => _span;

    /// <summary>What the customer did stands under <paramref name="number"/>: the worker ends the turn.</summary>
    internal void IsOwedSince(long number) => Volatile.Write(ref _number, number);

    internal bool IsKnownIn(Conversation state) => Volatile.Read(ref _number) is > 0 and var number && number <= state.LastNumber;

    internal void End(string outcome)
    {
        _over(this);
        _span.SetTag(TelemetryNames.Outcome, outcome);
        _span.Stop();
    }

    /// <summary>The door is left; what was refused or did not come about ends here.</summary>
    public void Dispose()
    {
        if (Volatile.Read(ref _number) == 0)
        {
            End("not_taken");
        }
    }
}
