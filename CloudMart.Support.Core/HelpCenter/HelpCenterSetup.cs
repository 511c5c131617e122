using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.HelpCenter;

public static class HelpCenterSetup
{
    /// <summary>The articles that the build copied beside the program, and their search.</summary>
    /// <exception cref="InvalidDataException">An article has no title.</exception>
    public static IServiceCollection AddHelpCenter(this IServiceCollection services) => services
        .AddSingleton(HelpArticles.Load(Path.Combine(AppContext.BaseDirectory, "help")))
        .AddSingleton<IHelpCenter, SqliteHelpCenter>();
}
