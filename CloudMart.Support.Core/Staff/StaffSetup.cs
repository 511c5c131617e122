using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Staff;

public static class StaffSetup
{
    /// <summary>What members of staff can do, whether they are there, and the settings of the section <c>Staff</c>.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<StaffOptions>().BindConfiguration(StaffOptions.Section);
        services.AddSingleton<IValidateOptions<StaffOptions>, StaffOptionsValidator>();
        return services
            .AddSingleton(provider => new ApprovalService(provider.GetRequiredService<StaffWriter>()))
            .AddSingleton<AuditService>()
            .AddSingleton<StaffConversations>()
            .AddSingleton<StaffOrders>()
            .AddSingleton<StaffSearch>()
            .AddSingleton<StaffPresence>()
            .AddSingleton<ConversationPresence>()
            .AddSingleton<WaitService>()
            .AddSingleton<StaffWriter>()
            .AddSingleton<StaffActs>()
            .AddSingleton(provider => new StaffService(provider.GetRequiredService<StaffWriter>(), provider.GetRequiredService<StaffActs>()));
    }
}
