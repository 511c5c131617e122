using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// What the log has answered in this run. A server may ask for it once more: it shows an old snapshot, it has not taken what was handed in,
/// or only a part of it. Then the same words are handed in again and nothing is executed.
/// </summary>
internal sealed class LoggedAnswers(AssistantRequest request)
{
    private readonly ImmutableArray<ToolRound> _newestFirst =
        [.. request.Thread.OfType<ToolRound>().Where(round => round.RunId == request.RunId).Reverse()];

    /// <summary>What this step brings; empty where it brings nothing.</summary>
    public ImmutableArray<AnsweredCall> Newest =>
        request.Thread[^1] is ToolRound round && round.RunId == request.RunId ? round.Calls : [];

    /// <returns>The answers to what <paramref name="run"/> asks for; empty where one is missing, or none is new: then it has gone on.</returns>
    public ImmutableArray<AnsweredCall> For(RemoteRun run)
    {
        var logged = _newestFirst.SelectMany(round => round.Calls).ToList();
        var answers = run.Calls.Select(asked => Take(logged, asked)).OfType<AnsweredCall>().ToImmutableArray();
        return run.WantsOutputs && answers.Length == run.Calls.Length && answers.Any(Newest.Contains) ? answers : [];
    }

    /// <summary>What <paramref name="run"/> asks for beyond what this step brings.</summary>
    public ImmutableArray<ToolCall> MissingFor(RemoteRun run)
    {
        var brought = Newest.ToList();
        return [.. run.Calls.Where(asked => Take(brought, asked) is null)];
    }

    /// <summary>Each answer once, since some servers give several calls one id.</summary>
    private static AnsweredCall? Take(List<AnsweredCall> logged, ToolCall asked)
    {
        var index = logged.FindIndex(answer => IsSame(asked, answer.Call));
        if (index < 0)
        {
            return null;
        }

        var taken = logged[index];
        logged.RemoveAt(index);
        return taken;
    }

    /// <summary>Ids alone do not tell, since some servers repeat them from round to round. The log may have cut overlong arguments.</summary>
    private static bool IsSame(ToolCall asked, ToolCall logged) => asked.ProviderCallId == logged.ProviderCallId
        && asked.Name.StartsWith(logged.Name, StringComparison.Ordinal)
        && asked.Arguments.StartsWith(logged.Arguments, StringComparison.Ordinal);
}
