using CloudMart.Support.Core.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>The keys that cookies, tokens and forms are sealed with.</summary>
internal static class SealingKeys
{
    /// <summary>Kept on disk, in a folder beside the embedded store's file, so that a restart signs nobody out.</summary>
    public static IServiceCollection AddSealingKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CloudMart.Support");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<SqliteOptions>, ILoggerFactory>((keys, store, log) =>
            keys.XmlRepository = new FileSystemXmlRepository(Folder(store.Value.Path), log));
        return services;
    }

    private static DirectoryInfo Folder(string storePath)
    {
        var folder = Path.Combine(Path.GetDirectoryName(storePath)!, "keys");
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(folder)
                : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"Sqlite:Path is {storePath}; the folder {folder} for keys can't be made beside it: {e.Message}");
        }
    }
}
