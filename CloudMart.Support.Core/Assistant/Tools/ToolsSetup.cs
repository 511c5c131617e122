using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Assistant.Tools;

public static class ToolsSetup
{
    public static IServiceCollection AddTools(this IServiceCollection services) => services
        .AddSingleton<ITool, CancelOrderTool>()
        .AddSingleton<ITool, ChangeShippingAddressTool>()
        .AddSingleton<ITool, ChangeDefaultAddressTool>()
        .AddSingleton<ITool, ChangePaymentMethodTool>()
        .AddSingleton<ITool, ChangeItemsTool>()
        .AddSingleton<ITool, ReturnItemsTool>()
        .AddSingleton<ITool, ExchangeItemsTool>()
        .AddSingleton<ITool, GetOrderTool>()
        .AddSingleton<ITool, ListOrdersTool>()
        .AddSingleton<ITool, TrackOrderTool>()
        .AddSingleton<ITool, GetProfileTool>()
        .AddSingleton<ITool, GetProductTool>()
        .AddSingleton<ITool, FindProductsTool>()
        .AddSingleton<ITool, SearchHelpTool>()
        .AddSingleton<ITool, HandOffToStaffTool>()
        .AddSingleton<ToolCatalogue>();
}
