using System.Text;
using CloudMart.Support.Core.Assistant.AssistantsApi;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>
/// What the log has as the state of a thread at the provider: ours, another release's or another provider's. It was read from JSON, so it
/// holds no half of a pair of surrogates.
/// </summary>
internal sealed class ProviderStateReader : IFuzzedReader
{
    private const string FarAway = """{"thread":"thread_1","run":"run_1","since":"9999-12-31T23:59:59+00:00"}""";

    private static readonly RemoteRun[] Seen =
    [
        RemoteRun.Unseen("run_1") with { Status = "in_progress", Lifetime = TimeSpan.FromMinutes(10) },
        RemoteRun.Unseen("run_1") with { Status = "requires_action", Calls = [new("call_1", "get_order", "{}"), new("", "list_orders", "{}")] },
        RemoteRun.Unseen("run_2") with { Status = "failed", Usage = new(9, 2) },
    ];

    public string Name => "provider state";

    public IReadOnlyList<byte[]> Samples { get; } =
        Readers.Samples.Bytes([AssistantsStep.WaitingState, AssistantsStep.OldState, """{"thread":"thread_1"}""", "state", """{"thread":""}""", FarAway]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        var state = Encoding.UTF8.GetString(input);
        RemoteThread.Read(RemoteThread.Read(state)?.LetGo([]).Write());
        foreach (var progress in new[] { AssistantsStep.HandingIn(state), AssistantsStep.GoingOn(state) })
        {
            progress.Thread?.Lacks(progress.Request.Thread);
            AssistantsStep.Look(progress);
            progress.Thread ??= new RemoteThread("thread_1");
            foreach (var run in Seen)
            {
                progress.Saw(run);
                AssistantsStep.Look(progress);
            }
        }
    }
}
