using CloudMart.Support.Tests.Journeys;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CloudMart.Support.Tests.JourneysFirst))]

namespace CloudMart.Support.Tests;

/// <summary>The journeys are made one after another and take longest: everything else is done beside them, instead of before.</summary>
public sealed class JourneysFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == Journey.Collection)];
}
