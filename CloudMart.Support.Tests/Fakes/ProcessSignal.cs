using System.Diagnostics;
using System.Globalization;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Signals by their POSIX names, whose numbers differ from system to system.</summary>
internal static class ProcessSignal
{
    public const string Missing = "There are no POSIX signals here.";

    public static bool IsSupported => !OperatingSystem.IsWindows();

    /// <summary>Comes back when it was sent.</summary>
    public static void Send(string name, int processId)
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {processId}")]);
        kill.WaitForExit();
    }
}
