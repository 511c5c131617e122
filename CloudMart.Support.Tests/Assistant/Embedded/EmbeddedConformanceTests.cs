using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Embedded;
using CloudMart.Support.Tests.Conformance;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class EmbeddedConformanceTests : AssistantConformance
{
    private protected override IAssistant Assistant { get; } =
        new EmbeddedAssistant(TimeProvider.System, Options.Create(new EmbeddedOptions { PieceDelay = TimeSpan.Zero }));
}
