using System.Globalization;

namespace CloudMart.Support.Tests.Kills;

/// <summary><c>KILL_SEED</c> repeats the choices of a run that failed, though not the cores' timing.</summary>
internal static class KillSeed
{
    public static int Value { get; } = Environment.GetEnvironmentVariable("KILL_SEED") is { Length: > 0 } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Random.Shared.Next();
}
