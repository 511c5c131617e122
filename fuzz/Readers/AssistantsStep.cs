using System.Diagnostics.Metrics;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A step at a server of the Assistants protocol that has begun and heard nothing yet.</summary>
internal static class AssistantsStep
{
    private static readonly AssistantOptions Options = new() { MaxRetries = 0 };
    private static readonly DateTimeOffset Deadline = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ModelMeter Unheard = new(new Meters());

    public static StepProgress Begun()
    {
        var request = new AssistantRequest("c-1", "r-1", 0, new SignedInCustomer("customer-1", "Ana Diaz"), [new CustomerMessage(1, "Hi")], [], null, Deadline);
        return new StepProgress(request, new RetryBudget(Options, Unheard, TimeProvider.System, Deadline), TimeProvider.System)
        {
            Thread = new RemoteThread("thread_1"),
        };
    }

    /// <summary>What the run has come to, as the step would look at it.</summary>
    public static void Look(StepProgress progress)
    {
        _ = progress.Deadline;
        if (progress.Run is { } run)
        {
            RunOutcome.Of(run, progress);
        }
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
