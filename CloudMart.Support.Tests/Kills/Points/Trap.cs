using System.Diagnostics;
using System.Globalization;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Points;

/// <summary>What is done to a server at its point.</summary>
internal enum Blow
{
    /// <summary>SIGKILL.</summary>
    Kill,

    /// <summary>SIGSTOP: it stands still, in the middle of whatever it did, until it gets SIGCONT.</summary>
    Pause,
}

/// <summary>
/// Kills or pauses the process that it lies in, once, when a point is passed for the n-th time since a customer first did something
/// there. The product knows of no such thing: <see cref="StartupHook"/> carries it in, where the environment asks for it.
/// </summary>
internal sealed class Trap(KillPoint point, int passage, Blow blow)
{
    private const string Variable = "KILL_POINT";

    private int _passages;
    private volatile bool _armed;

    /// <summary>What makes a product of this build run into it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        [Variable] = string.Create(CultureInfo.InvariantCulture, $"{point} {passage} {blow}"),
    };

    /// <returns>Null where the environment asks for none.</returns>
    public static Trap? FromEnvironment() => Environment.GetEnvironmentVariable(Variable)?.Split(' ') is [var point, var passage, var blow]
        ? new(Enum.Parse<KillPoint>(point), int.Parse(passage, CultureInfo.InvariantCulture), Enum.Parse<Blow>(blow))
        : null;

    /// <summary>From now on passages count. Before, what an earlier server had left might be taken up, and spring it in mid-start.</summary>
    public void Arm() => _armed = true;

    public void Pass(KillPoint passed)
    {
        if (_armed && passed == point && Interlocked.Increment(ref _passages) == passage)
        {
            Strike();
        }
    }

    private void Strike()
    {
        if (blow == Blow.Kill)
        {
            Process.GetCurrentProcess().Kill();
        }
        else
        {
            ProcessSignal.Send("STOP", Environment.ProcessId);
        }
    }
}
