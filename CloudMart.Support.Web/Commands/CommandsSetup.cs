using CloudMart.Support.Core.Import;

namespace CloudMart.Support.Web.Commands;

internal static class CommandsSetup
{
    private const int NoSuchCommand = 2;

    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<TauRetailImport>()
        .AddSingleton<ICommand, CheckCommand>()
        .AddSingleton<ICommand, ImportTauCommand>()
        .AddSingleton<ICommand, ScenariosCommand>();

    /// <summary>Runs it on the services of a host that is not started.</summary>
    public static async Task<int> RunCommandAsync(this WebApplication app, string name, IReadOnlyList<string> arguments)
    {
        await using (app)
        {
            var commands = app.Services.GetServices<ICommand>().ToList();
            if (commands.Find(command => command.Name == name) is { } chosen)
            {
                return await chosen.RunAsync(arguments, Console.Out, CancellationToken.None);
            }

            var known = string.Join(Environment.NewLine, commands.Select(command => $"  {command.Name}  {command.Summary}"));
            await Console.Error.WriteLineAsync($"There is no command '{name}'. There are:{Environment.NewLine}{known}");
            return NoSuchCommand;
        }
    }
}
