namespace CloudMart.Support.Tests.Fakes;

/// <summary>Where this machine has a browser: at <c>BROWSER_PATH</c>, else a Chromium or Chrome among its commands, best one without windows of its own, which is faster.</summary>
internal static class BrowserPath
{
    public const string Missing = "There is no browser here: run ./test.sh once, or set BROWSER_PATH to a Chromium.";

    private static readonly string[] Commands = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    /// <returns>Null where there is none.</returns>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("BROWSER_PATH") is { Length: > 0 } chosen)
        {
            return chosen;
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return Commands.SelectMany(_ => folders, (command, folder) => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
    }
}
