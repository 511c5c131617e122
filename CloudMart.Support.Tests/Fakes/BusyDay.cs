using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>What is counted on a day with a thousand conversations, at which much of everything happens.</summary>
public static class BusyDay
{
    public const int Conversations = 1_000;

    public static IReadOnlyList<(string Name, long By)> Counters { get; } =
    [
        (CountNames.Conversations, Conversations), (CountNames.SolvedAlone, 600), (CountNames.TokensIn, 1_000_000), (CountNames.TokensOut, 80_000), (CountNames.Cost, 9_000_000),
        .. Enum.GetValues<HandOverCause>().Select(cause => (CountNames.Handed(cause), 40L)),
        .. Enumerable.Range(8, 14).Select(step => ($"{CountNames.FirstAnswerPrefix}{step}", 70L)),
        .. Enumerable.Range(40, 10).Select(step => ($"{CountNames.ResolutionPrefix}{step}", 10L)),
        .. Enumerable.Range(1, 5).Select(score => (CountNames.Rating(score), 9L)),
        .. Enumerable.Range(0, 18).Select(tool => ($"{CountNames.ToolPrefix}tool_{tool} found", 30L)),
    ];
}
