using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.Hosting;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Commands;

/// <summary>Tries every configured part, so that whoever deploys knows before the first customer does.</summary>
internal sealed class CheckCommand(IServiceProvider services, IConfiguration settings) : ICommand
{
    public string Name => "check";

    public string Summary => "tries settings, store and assistant, and prints a line each";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var wrong = WrongSettings();
        foreach (var line in wrong)
        {
            await FailAsync(output, "Settings", line);
        }

        if (wrong.Count > 0)
        {
            return 1; // the parts below can't even be made
        }

        await output.WriteLineAsync("ok   Settings: appsettings.json, environment and arguments");
        var storage = services.GetRequiredService<IStorageProbe>();
        var stored = await ReportAsync(output, "Store", storage.Subject, storage.CheckAsync(cancellationToken));
        var assistant = services.GetRequiredService<IAssistant>();
        var thinks = await ReportAsync(output, "Assistant", WhoThinks(), assistant.CheckAsync(cancellationToken));
        return stored && thinks ? 0 : 1;
    }

    private static async Task<bool> ReportAsync(TextWriter output, string part, string subject, Task<string?> check)
    {
        if (await check is { } trouble)
        {
            await FailAsync(output, part, trouble);
            return false;
        }

        await output.WriteLineAsync($"ok   {part}: {subject}");
        return true;
    }

    private static Task FailAsync(TextWriter output, string part, string trouble) => output.WriteLineAsync($"FAIL {part}: {trouble}");

    private IReadOnlyList<string> WrongSettings()
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (Exception exception) when (StartUpFailure.Explain(exception, settings) is { Count: > 0 } lines)
        {
            return lines;
        }
    }

    private string WhoThinks()
    {
        var options = services.GetRequiredService<IOptions<AssistantOptions>>().Value;
        return string.Join(", ", new[] { options.Provider.ToString(), options.Endpoint?.ToString(), options.Model, options.AssistantId }.OfType<string>());
    }
}
