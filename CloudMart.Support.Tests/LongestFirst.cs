using CloudMart.Support.Tests.Journeys;
using CloudMart.Support.Tests.Kills;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CloudMart.Support.Tests.LongestFirst))]

namespace CloudMart.Support.Tests;

/// <summary>
/// Journeys are made one after another and take longest, and who kills servers mostly waits: everything else is done beside them, instead
/// of before.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string Killing = typeof(ServerKillTests).Namespace!;

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName))];

    private static int Rank(string collection) => collection switch
    {
        Journey.Collection or Journey.Elsewhere => 0,
        ServerKills.Name => 1,
        _ when collection.Contains(Killing, StringComparison.Ordinal) => 2,
        _ => 3,
    };
}
