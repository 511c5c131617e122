using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Drafts;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff.Exports;
using CloudMart.Support.Core.Staff.Replies;
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
            .AddSingleton<CannedReplyService>()
            .AddSingleton<StaffConversations>()
            .AddSingleton<StaffExports>()
            .AddSingleton<StaffOrders>()
            .AddSingleton<StaffChoices>()
            .AddSingleton<CustomerNames>()
            .AddSingleton<StaffSearch>()
            .AddSingleton<StaffPresence>()
            .AddSingleton<ConversationPresence>()
            .AddSingleton<WaitService>()
            .AddSingleton(provider => new StaffDrafts(
                provider.GetRequiredService<IAssistant>(),
                provider.GetRequiredService<LettingGo>(),
                provider.GetRequiredService<StaffConversations>(),
                provider.GetRequiredService<IStaffAudit>(),
                provider.GetRequiredService<ICustomerDirectory>(),
                provider.GetRequiredService<ModelSteps>(),
                provider.GetRequiredService<IOptions<AssistantOptions>>(),
                provider.GetRequiredService<IOptions<RunOptions>>(),
                provider.GetRequiredService<IIdSource>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<StaffWriter>()
            .AddSingleton<StaffActs>()
            .AddSingleton(provider => new StaffService(provider.GetRequiredService<StaffWriter>(), provider.GetRequiredService<StaffActs>()));
    }
}
