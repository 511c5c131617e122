namespace CloudMart.Support.Tests.Fakes;

/// <summary>The folder with the solution, above wherever the tests were built to.</summary>
public static class RepositoryRoot
{
    public static DirectoryInfo? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CloudMart.Support.sln")))
        {
            folder = folder.Parent;
        }

        return folder;
    }
}
