using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Api;

public static class ApiSetup
{
    internal const string Root = "/api";

    private const long MaxBodySize = 64 * 1024;

    /// <summary>The HTTP API for customers, its settings (<c>Api</c>) and how it words its errors.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ApiOptions>().BindConfiguration(ApiOptions.Section);
        services.AddSingleton<IValidateOptions<ApiOptions>, ApiOptionsValidator>();
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Problems.WordsFor(context.ProblemDetails.Status));
        services.AddExceptionHandler<UnhandledFault>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false); // in Development it would, past our words
        return services.AddOpenApi();
    }

    /// <summary>Every error of the API is a problem detail, also those that no endpoint sees; whoever looks for a page gets a page.</summary>
    public static void UseErrors(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // The page would take what was posted elsewhere for a form of its own.
            context.Features.GetRequiredFeature<IStatusCodePagesFeature>().Enabled = HttpMethods.IsGet(context.Request.Method);
            return next(context);
        });
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Root), api => api.UseStatusCodePages());
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root)
            .RequireAuthorization(SignInPolicies.ApiCustomer)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodySize));
        api.MapMessage();
        api.MapThreads();
        api.MapActions();
        api.MapOrders();
        api.MapAntiforgery();
        if (app.Environment.IsDevelopment())
        {
            app.MapOpenApi();
        }
    }
}
