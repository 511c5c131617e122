using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>
/// An adapter that nobody holds to its port's claims is found here, by name: <c>SqliteOrderStore</c> has to have a class
/// <c>Sqlite…</c> that inherits from <c>OrderStoreConformance</c>, itself or by a base in between.
/// </summary>
public sealed class EveryAdapterConformsTests
{
    private const string Suffix = "Conformance";

    private static readonly Type[] Tests = typeof(EveryAdapterConformsTests).Assembly.GetTypes();

    private static readonly Type[] Core = typeof(IConversationLog).Assembly.GetTypes();

    public static TheoryData<string> Ports =>
        [.. Tests.Where(type => type.IsAbstract && type.Name.EndsWith(Suffix, StringComparison.Ordinal)).Select(type => type.Name[..^Suffix.Length])];

    [Theory]
    [MemberData(nameof(Ports))]
    public void Every_adapter_of_a_port_is_held_to_its_claims(string port)
    {
        var claims = Assert.Single(Tests, type => type.Name == port + Suffix);
        var contract = Assert.Single(Core, type => type.Name == $"I{port}");
        var adapters = Core.Where(type => type is { IsClass: true, IsAbstract: false } && contract.IsAssignableFrom(type)).ToList();

        Assert.NotEmpty(adapters);
        Assert.All(adapters, adapter => Assert.True(
            Tests.Any(type => !type.IsAbstract && claims.IsAssignableFrom(type)
                && Lineage(type).Any(ancestor => ancestor.Name.StartsWith(adapter.Name[..^port.Length], StringComparison.Ordinal))),
            $"{adapter.Name} is not held to {claims.Name}."));
    }

    [Fact]
    public void The_ports_that_several_adapters_serve_have_claims() =>
        Assert.Subset(
            Ports.Select(row => row.Data).ToHashSet(),
            new HashSet<string> { "ConversationLog", "OwedAnswers", "OrderStore", "CustomerStore", "ProductStore", "ConversationFeed" });

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }
}
