using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>An adapter that nobody holds to its port's claims is found here, by name: <c>SqliteOrderStore</c> has to have <c>SqliteOrderStoreTests</c>.</summary>
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
        Assert.All(adapters, adapter => Assert.Contains(
            Tests, type => !type.IsAbstract && claims.IsAssignableFrom(type) && type.Name == $"{adapter.Name}Tests"));
    }

    [Fact]
    public void The_ports_that_several_adapters_serve_have_claims() =>
        Assert.Subset(
            Ports.Select(row => row.Data).ToHashSet(), new HashSet<string> { "ConversationLog", "OwedAnswers", "OrderStore", "ConversationFeed" });
}
