using System.Diagnostics;
using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

/// <summary>With spans around every call a port does what it does without.</summary>
public sealed class TracedOrderStoreTests : OrderStoreConformance, IClassFixture<TracedStore>, IDisposable
{
    private readonly Activity _trace = TracedStore.BeginTrace();

    public TracedOrderStoreTests(TracedStore store)
        : base(store)
    {
    }

    public void Dispose() => _trace.Dispose();
}
