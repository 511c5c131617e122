using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A tool named <c>slow</c> that waits to be cancelled.</summary>
internal sealed class SlowTool : ITool
{
    public TaskCompletionSource Entered { get; } = new();

    public ToolDescription Description { get; } = new("slow", "Waits.", """{"type":"object"}""");

    public string Doing(JsonElement arguments) => "Waiting…";

    public async Task<ToolDecision> DecideAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken)
    {
        Entered.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return new ToolDecision("{}");
    }

    public void AddTo(IServiceCollection services) => services.AddSingleton<ITool>(this);
}
