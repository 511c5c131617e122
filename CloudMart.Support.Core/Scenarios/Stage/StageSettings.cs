using Microsoft.Extensions.Configuration;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>
/// A scenario's settings: who thinks is as configured, everything else as a fresh installation has it, so that scenarios mean the same
/// everywhere.
/// </summary>
internal static class StageSettings
{
    private const string Assistant = "Assistant";

    public static IConfiguration Of(IConfiguration settings, string database, IEnumerable<KeyValuePair<string, string?>> rules) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GetSection(Assistant).AsEnumerable().Where(setting => setting.Value is not null))
            .AddInMemoryCollection(
            [
                new("Store", "Sqlite"),
                new("Sqlite:Path", database),
                new("RateLimit:Enabled", "false"),
                new("Demo:Enabled", "false"),
                new($"{Assistant}:Embedded:PieceDelay", "00:00:00"),
                .. rules,
            ])
            .Build();
}
