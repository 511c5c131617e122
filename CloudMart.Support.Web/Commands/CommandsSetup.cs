namespace CloudMart.Support.Web.Commands;

internal static class CommandsSetup
{
    private const int NoSuchCommand = 2;

    public static IServiceCollection AddCommands(this IServiceCollection services) => services.AddSingleton<ICommand, CheckCommand>();

    /// <summary>The command that the arguments begin with; null where there are only settings, and the program serves.</summary>
    public static string? CommandIn(string[] args) =>
        args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('=') ? first : null;

    /// <summary>Runs it on the services of a host that is not started.</summary>
    public static async Task<int> RunCommandAsync(this WebApplication app, string name)
    {
        await using (app)
        {
            var commands = app.Services.GetServices<ICommand>().ToList();
            if (commands.Find(command => command.Name == name) is { } chosen)
            {
                return await chosen.RunAsync(Console.Out, CancellationToken.None);
            }

            var known = string.Join(Environment.NewLine, commands.Select(command => $"  {command.Name}  {command.Summary}"));
            await Console.Error.WriteLineAsync($"There is no command '{name}'. There are:{Environment.NewLine}{known}");
            return NoSuchCommand;
        }
    }
}
