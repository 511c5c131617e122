using System.Diagnostics.CodeAnalysis;

namespace CloudMart.Support.Core;

/// <summary>Version 7 UUIDs: unique without asking anyone, and neighbours in time sort together.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The one place where ids are made.")]
public sealed class RandomIdSource(TimeProvider clock) : IIdSource
{
    public string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}
