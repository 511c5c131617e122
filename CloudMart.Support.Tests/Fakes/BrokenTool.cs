using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A tool named <c>broken</c> that has a bug.</summary>
internal sealed class BrokenTool : ITool
{
    public ToolDescription Description { get; } = new("broken", "Breaks.", """{"type":"object"}""");

    public string Doing(JsonElement arguments) => "Breaking…";

    public Task<ToolDecision> DecideAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("a bug");

    public void AddTo(IServiceCollection services) => services.AddSingleton<ITool>(this);
}
