namespace CloudMart.Support.Tests.Assistant;

/// <summary>What people really wrote, read from where it is shared; tests that need it are skipped where it is absent.</summary>
internal static class SharedIntents
{
    private static readonly string[] Files =
        ["order-support.tsv", "banking77-refund.tsv", "dialog-acts.tsv", "out-of-scope.tsv", "tau-requests.tsv"];

    public static IReadOnlyList<(string Text, string Intent)> All() => [.. Files.SelectMany(Read)];

    public static IReadOnlyList<(string Text, string Intent)> Read(string file)
    {
        var path = Path.Combine(Folder(), file);
        if (Environment.GetEnvironmentVariable("INTENTS_DIR") is null or "")
        {
            Assert.SkipUnless(File.Exists(path), $"The shared sentences are not here: {path} (set INTENTS_DIR).");
        }

        var lines = File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length == 2);
        return [.. lines.Select(parts => (parts[0], parts[1]))];
    }

    /// <summary>The folder in <c>INTENTS_DIR</c>, or <c>../shared/intents</c> beside the repository.</summary>
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("INTENTS_DIR") is { Length: > 0 } configured)
        {
            return configured;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CloudMart.Support.sln")))
        {
            root = root.Parent;
        }

        return Path.Combine(root?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "intents");
    }
}
