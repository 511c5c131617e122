using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>The product with the demo shop, in a process and a folder of its own, started by the first journey that wants it.</summary>
public abstract class RunningPortal : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");
    private ProductProcess? _product;
    private Uri? _address;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async Task<Uri> AddressAsync()
    {
        if (_product is null)
        {
            await StartAsync();
        }

        return _address!;
    }

    /// <summary>The process is gone in the middle of whatever it does.</summary>
    public Task KillAsync() => _product!.KillAsync(TestContext.Current.CancellationToken);

    /// <summary>As after a crash: the same address, the same store.</summary>
    public async Task StartAgainAsync()
    {
        await _product!.DisposeAsync();
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_product is not null)
        {
            await _product.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Settings of who thinks.</summary>
    protected virtual Task<Dictionary<string, string?>> AssistantAsync() => Task.FromResult<Dictionary<string, string?>>([]);

    private async Task StartAsync()
    {
        Dictionary<string, string?> settings = new(await AssistantAsync())
        {
            ["Sqlite:Path"] = Path.Combine(_folder.FullName, "cloudmart.db"),
            ["Demo:ExtraOrders"] = "20", // enough for every journey to cancel some of its own
            ["RateLimit:Enabled"] = "false",
        };
        _product = await ProductProcess.StartAsync(settings, TestContext.Current.CancellationToken, _address);
        _address = _product.Address;
    }
}

/// <summary>As a visitor finds it: with the embedded assistant.</summary>
public sealed class DemoPortal : RunningPortal;

/// <summary>The same, for one journey alone: where nobody has written anything yet.</summary>
public sealed class FreshPortal : RunningPortal;

/// <summary>With an assistant that writes when the test says so.</summary>
public sealed class PacedPortal : RunningPortal
{
    private PacedAssistant? _assistant;

    internal Task<PacedAnswer> AskedAsync() => _assistant!.AskedAsync(TestContext.Current.CancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_assistant is not null)
        {
            await _assistant.DisposeAsync();
        }
    }

    protected override async Task<Dictionary<string, string?>> AssistantAsync() =>
        (_assistant ??= await PacedAssistant.StartAsync(TestContext.Current.CancellationToken)).Settings;
}

/// <summary>With an assistant that asks for changes of orders, so that there are cards.</summary>
public sealed class CardPortal : RunningPortal
{
    private ChatServer? _server;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    protected override async Task<Dictionary<string, string?>> AssistantAsync()
    {
        _server ??= (await ChatServer.StartAsync(TestContext.Current.CancellationToken)).Thinks(CardBrain.Think);
        return new()
        {
            ["Assistant:Provider"] = "OpenAI",
            ["Assistant:Endpoint"] = _server.Endpoint.ToString(),
            ["Assistant:ApiKey"] = "none",
            ["Assistant:Model"] = "scripted",
        };
    }
}

/// <summary>Where people sign in by an OpenID provider, beside the demo's accounts, and open pages are asked after every second.</summary>
public sealed class ProviderPortal(OpenIdProvider provider) : RunningPortal
{
    public OpenIdProvider Provider => provider;

    protected override async Task<Dictionary<string, string?>> AssistantAsync() => new()
    {
        ["Authentication:Oidc:Authority"] = (await provider.StartedAsync()).ToString(),
        ["Authentication:Oidc:ClientId"] = "portal",
        ["Authentication:Oidc:ClientSecret"] = "not-a-secret",
        ["Authentication:CheckEvery"] = "00:00:01",
    };
}

/// <summary>Where a sign-in lasts as long as it takes to look at one page.</summary>
public sealed class BriefPortal : RunningPortal
{
    protected override Task<Dictionary<string, string?>> AssistantAsync() => Task.FromResult(new Dictionary<string, string?>
    {
        ["Authentication:SessionLifetime"] = "00:00:15",
        ["Authentication:CheckEvery"] = "00:00:01",
    });
}

/// <summary>Where a refund above 50 waits for staff.</summary>
public sealed class ApprovalPortal : RunningPortal
{
    protected override Task<Dictionary<string, string?>> AssistantAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["Approval:RefundAbove"] = "50" });
}
