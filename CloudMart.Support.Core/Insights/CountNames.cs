using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Insights;

/// <summary>The counters of a day, by the name under which stores keep them. Every conversation keeps its own as well, so they are short.</summary>
public static class CountNames
{
    public const string Conversations = "n";

    /// <summary>Answered, and neither a person was needed nor is anything amiss.</summary>
    public const string SolvedAlone = "alone";

    /// <summary>A member of staff stepped in though nothing had handed it over.</summary>
    public const string SteppedIn = "h:SteppedIn";

    public const string TokensIn = "in";

    public const string TokensOut = "out";

    /// <summary>In millionths of the shop's currency.</summary>
    public const string Cost = "cost";

    public const string HandedPrefix = "h:";

    public const string FirstAnswerPrefix = "f:";

    public const string ResolutionPrefix = "r:";

    public const string RatingPrefix = "s:";

    public const string ToolPrefix = "t:";

    public static string Handed(HandOverCause cause) => $"{HandedPrefix}{cause}";

    public static string Rating(int score) => $"{RatingPrefix}{score}";
}
