using CloudMart.Support.Core.Assistant;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The real program with the demo shop in a folder of its own, and with a scripted assistant.</summary>
internal sealed class Portal : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");
    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection> _services;

    public Portal(Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        _settings = settings ?? [];
        _services = services ?? (_ => { });
        ClientOptions.AllowAutoRedirect = false;
    }

    public ScriptedAssistant Assistant { get; } = new();

    /// <summary>A caller of the API with a token of its own.</summary>
    public async Task<HttpClient> CallerAsync(string account)
    {
        var client = CreateClient();
        await client.SignInAsync(account, TestContext.Current.CancellationToken);
        return client;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Refresh();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Sqlite:Path", Path.Combine(_folder.FullName, "cloudmart.db"));
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IAssistant>(Assistant);
            _services(services);
        });
    }
}
