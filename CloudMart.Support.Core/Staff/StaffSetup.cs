using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Staff;

public static class StaffSetup
{
    /// <summary>What members of staff can do.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<ApprovalService>()
        .AddSingleton<StaffOrders>()
        .AddSingleton<StaffWriter>()
        .AddSingleton(provider => new StaffService(provider.GetRequiredService<StaffWriter>()));
}
