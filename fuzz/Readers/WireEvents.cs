using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Fuzz.Readers;

internal static class WireEvents
{
    /// <summary>The events of a body that is all there: nothing is waited for, so the reading is over when this returns.</summary>
    public static void ReadAll(byte[] body, Func<ProviderEvent, bool> goesOn)
    {
        var content = new MemoryStream(body);
        var events = new ProviderStream(content, content, CancellationToken.None);
        while (Done(events.NextAsync().AsTask()) is { } received && goesOn(received))
        {
        }

        events.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private static T Done<T>(Task<T> read) =>
        read.IsCompleted ? read.GetAwaiter().GetResult() : throw new InvalidOperationException("A body in memory was waited for.");
}
