using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Staff;

public static class StaffSetup
{
    /// <summary>What members of staff can do.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<ApprovalService>()
        .AddSingleton<StaffConversations>()
        .AddSingleton<StaffOrders>()
        .AddSingleton<StaffSearch>()
        .AddSingleton<StaffWriter>()
        .AddSingleton(provider => new StaffService(provider.GetRequiredService<StaffWriter>()));
}
