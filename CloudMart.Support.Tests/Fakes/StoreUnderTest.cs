using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A store as the product registers it, from the same settings, on a clock that can be moved.</summary>
public abstract class StoreUnderTest : IAsyncLifetime
{
    private ServiceProvider? _services;

    public ShiftableClock Clock { get; } = new();

    /// <summary>What makes a product use this very store; empty where the store is not to be had here.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; private set; } = new Dictionary<string, string?>();

    public IConversationLog Log => Get<IConversationLog>();

    public IOwedAnswers Owed => Get<IOwedAnswers>();

    public IOrderStore Orders => Get<IOrderStore>();

    public ICustomerStore Customers => Get<ICustomerStore>();

    public IProductStore Products => Get<IProductStore>();

    public IInbox Inbox => Get<IInbox>();

    public IStaffAudit Audit => Get<IStaffAudit>();

    public ICannedReplies Replies => Get<ICannedReplies>();

    /// <summary>Skips the test by name where the store is not to be had here.</summary>
    public T Get<T>()
        where T : notnull
    {
        Assert.SkipWhen(_services is null, DynamoDbLocal.Missing);
        return _services.GetRequiredService<T>();
    }

    public virtual async ValueTask InitializeAsync()
    {
        if (await SettingsAsync() is not { } settings)
        {
            return;
        }

        Settings = settings;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddStorage(configuration);
        Alter(collection);
        _services = collection.BuildServiceProvider();
        Assert.Null(await Get<IStorageProbe>().CheckAsync(TestContext.Current.CancellationToken));
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }
    }

    /// <returns>Null where the store is not to be had here.</returns>
    protected abstract ValueTask<Dictionary<string, string?>?> SettingsAsync();

    protected virtual void Alter(IServiceCollection collection)
    {
    }

    protected static void Decorate<T>(IServiceCollection collection, Func<T, IServiceProvider, T> decorate)
        where T : class
    {
        var original = collection.Last(service => service.ServiceType == typeof(T));
        collection.AddSingleton(services => decorate(
            (T)(original.ImplementationFactory?.Invoke(services) ?? ActivatorUtilities.CreateInstance(services, original.ImplementationType!)),
            services));
    }
}
