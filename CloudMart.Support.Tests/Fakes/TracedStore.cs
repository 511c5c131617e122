using System.Diagnostics;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The embedded store with spans around its ports, and somebody who listens to them.</summary>
public sealed class TracedStore : SqliteStore
{
    private readonly HeardSpans _spans = new();

    /// <summary>A trace that what the caller does next is part of.</summary>
    public static Activity BeginTrace() => new Activity("test").Start();

    public bool HasHeard(string name, Activity trace) => _spans.TraceOf(trace).Any(span => span.OperationName == name);

    public override async ValueTask DisposeAsync()
    {
        _spans.Dispose();
        await base.DisposeAsync();
    }

    protected override void Alter(IServiceCollection collection) => collection.AddStoreSpans();
}
