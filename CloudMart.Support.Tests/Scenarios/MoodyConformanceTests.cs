using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Embedded;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Tests.Conformance;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Scenarios;

/// <summary>As long as nothing goes wrong, an assistant that things can go wrong with is like any other.</summary>
public sealed class MoodyConformanceTests : AssistantConformance
{
    private protected override IAssistant Assistant { get; } = new MoodyAssistant(
        new EmbeddedAssistant(TimeProvider.System, Options.Create(new EmbeddedOptions { PieceDelay = TimeSpan.Zero })),
        new AssistantMood(new Pulse()));
}
