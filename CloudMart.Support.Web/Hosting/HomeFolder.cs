namespace CloudMart.Support.Web.Hosting;

/// <summary>
/// The folder that relative paths in the settings start from. In a clone it is the solution's, because <c>dotnet run</c> starts the
/// program in the project's folder wherever it was called; elsewhere it is the content root.
/// </summary>
internal static class HomeFolder
{
    private const string Solution = "CloudMart.Support.sln";

    public static string Of(IHostEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        return environment.ContentRootPath;
    }
}
