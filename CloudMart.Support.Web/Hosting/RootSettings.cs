using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace CloudMart.Support.Web.Hosting;

internal static class RootSettings
{
    /// <summary>
    /// Reads the solution's <c>appsettings.json</c>, which the build copies beside the program. It goes below all other sources, so that
    /// environment variables and the command line override it; the host itself looks only into the content root, where a clone has none.
    /// </summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static void AddRootSettings(this WebApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = false,
        });
}
