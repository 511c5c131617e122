using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Tests.Fakes;
using CsCheck;

namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class ToolCatalogueTests
{
    private readonly ToolDesk _desk = new(CornerShop.Order());

    [Theory]
    [InlineData("multi_tool_use.parallel")]
    [InlineData("")]
    [InlineData("Cancel_Order")]
    public async Task An_unknown_tool_is_answered_with_the_names_of_the_known_ones(string name)
    {
        var decision = await _desk.DecideAsync(name, "{}");

        Assert.Equal(
            $$"""{"outcome":"error","message":"There is no tool of that name. The tools are: {{string.Join(", ", ToolNames.All)}}."}""",
            decision.Output);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"CM-7890\"")]
    [InlineData("{\"orderId\":\"CM-7890\"")]
    [InlineData("{\"orderId\":\"CM-7890\"} {}")]
    [InlineData("{orderId:'CM-7890'}")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}}}}}}")]
    public async Task Arguments_that_are_no_object_are_answered_in_words(string arguments) =>
        Assert.Equal("error", ToolDesk.Outcome(await _desk.DecideAsync("get_order", arguments)));

    [Fact]
    public async Task Huge_arguments_are_not_even_parsed() =>
        Assert.Equal("error", ToolDesk.Outcome(await _desk.DecideAsync("get_order", $$"""{"orderId":"{{new string('7', 1_000_000)}}"}""")));

    [Fact]
    public async Task Half_a_pair_of_surrogates_is_answered_in_words_and_can_be_shown()
    {
        var arguments = $$"""{"orderId":"{{'\ud83d'}}"}""";

        Assert.Equal("error", ToolDesk.Outcome(await _desk.DecideAsync("get_order", arguments)));
        Assert.NotEmpty(_desk.Catalogue.Doing(new("", "get_order", arguments)));
    }

    [Theory]
    [InlineData("get_order", "{}", "orderId")]
    [InlineData("get_order", """{"orderId":null}""", "orderId")]
    [InlineData("get_order", """{"orderId":""}""", "orderId")]
    [InlineData("get_order", """{"orderId":7890}""", "orderId")]
    [InlineData("get_order", """{"orderId":{"$ne":null}}""", "orderId")]
    [InlineData("get_order", """{"orderId":"\ud800"}""", "orderId")]
    [InlineData("get_order", """{"orderId":"CM-1","orderId":"CM-7890"}""", "orderId")]
    [InlineData("cancel_order", """{"orderId":"CM-7890","reason":["a"]}""", "reason")]
    [InlineData("list_orders", """{"status":"lost"}""", "status")]
    [InlineData("list_orders", """{"status":3}""", "status")]
    [InlineData("hand_off_to_staff", """{"reason":"r"}""", "summary")]
    public async Task A_wrong_argument_is_an_error_that_names_it(string tool, string arguments, string named)
    {
        var decision = await _desk.DecideAsync(tool, arguments);

        Assert.Equal("error", ToolDesk.Outcome(decision));
        Assert.Contains(named, ToolDesk.Read(decision.Output).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Null(decision.Change);
        Assert.Empty(_desk.Store.Reads);
    }

    [Fact]
    public async Task Arguments_nobody_asked_for_are_not_looked_at() =>
        Assert.Equal("found", ToolDesk.Outcome(await _desk.DecideAsync("get_order", """{"orderId":"CM-7890","customerId":"customer-2"}""")));

    [Fact]
    public Task Whatever_the_model_writes_there_is_a_decision() =>
        Gen.Select(Gen.Int[0, 4], Gen.OneOf(Gen.String, Gen.String.Select(text => $$"""{"orderId":{{text}},"status":"{{text}}"}""")))
            .SampleAsync(async (tool, arguments) =>
            {
                var name = _desk.Catalogue.Descriptions[tool].Name;
                Assert.NotNull(ToolDesk.Outcome(await _desk.DecideAsync(name, arguments)));
                Assert.NotEmpty(_desk.Catalogue.Doing(new("", name, arguments)));
            });

    [Fact]
    public async Task Cancellation_is_not_swallowed()
    {
        var context = new ToolContext(CornerShop.Ana, CornerShop.Operation, CornerShop.Saying("hello"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _desk.Catalogue.DecideAsync(new("", "get_order", """{"orderId":"7890"}"""), context, new CancellationToken(canceled: true)));
    }
}
