using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Conversations;

public static class ConversationsSetup
{
    /// <summary>The conversation service and the feed named by the setting <c>Feed</c>. The log comes with the store.</summary>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, RandomIdSource>();
        services.TryAddSingleton(provider => new NodeName(provider.GetRequiredService<IIdSource>().NewId()));
        services.AddOptionsWithValidateOnStart<RateLimitOptions, RateLimitOptionsValidator>().BindConfiguration(RateLimitOptions.Section);
        services.AddInstruments();
        services.AddSingleton<OpenTurns>();
        services.AddSingleton<MessageLimit>();
        services.AddSingleton<CardMask>();
        services.AddSingleton<InboxPlacing>();
        services.AddSingleton(provider => new ConversationWriter(
            provider.GetRequiredService<IConversationLog>(),
            provider.GetRequiredService<IConversationFeed>(),
            provider.GetRequiredService<InboxPlacing>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IIdSource>()));
        services.AddSingleton<ConversationService>();
        services.AddSingleton<ActionService>();
        services.AddSingleton<RatingService>();
        services.AddSingleton<ConversationTail>();
        services.AddSingleton<AnswerWait>();
        return AddFeed(services, configuration["Feed"] ?? "InProcess");
    }

    private static IServiceCollection AddFeed(IServiceCollection services, string feed) => feed switch
    {
        "InProcess" => services.AddSingleton<IConversationFeed, InProcessConversationFeed>(),
        _ => throw new OptionsValidationException("Feed", typeof(string), [$"Feed is '{feed}'; it can be InProcess."]),
    };
}
