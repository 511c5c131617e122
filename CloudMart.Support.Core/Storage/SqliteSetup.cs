using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

internal static class SqliteSetup
{
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, RandomIdSource>();
        services.AddOptionsWithValidateOnStart<SqliteOptions, SqliteOptionsValidator>().BindConfiguration(SqliteOptions.Section);
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IStorageProbe, SqliteProbe>();
        services.AddSingleton<IStoreFaults, SqliteFaults>();
        services.AddSingleton<IConversationLog, SqliteConversationLog>();
        services.AddSingleton<IOwedAnswers, SqliteOwedAnswers>();
        services.AddSingleton<IDayCounters, SqliteDayCounters>();
        services.AddSingleton<IInbox, SqliteInbox>();
        services.AddSingleton<IOrderStore, SqliteOrderStore>();
        services.AddSingleton<ICustomerStore, SqliteCustomerStore>();
        services.AddSingleton<IProductStore, SqliteProductStore>();
        return services.AddSingleton<IStaffAudit, SqliteStaffAudit>().AddSingleton<ICannedReplies, SqliteCannedReplies>();
    }
}
