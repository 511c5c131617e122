using CloudMart.Support.Fuzz.Readers;

namespace CloudMart.Support.Fuzz;

internal static class EveryReader
{
    /// <param name="recorded">Bodies of recorded answers; the readers have samples of their own as well.</param>
    public static IReadOnlyList<IFuzzedReader> With(IReadOnlyList<string> recorded) =>
    [
        new ChatStreamReader(recorded),
        new ChatJsonReader(recorded),
        new AssistantsStreamReader(recorded),
        new AssistantsJsonReader(recorded),
        new ToolArgumentsReader(),
        new ConsentReader(),
        new ClaimsReader(),
        new EventsReader(),
        new StateReader(),
        new ProviderStateReader(),
    ];
}
