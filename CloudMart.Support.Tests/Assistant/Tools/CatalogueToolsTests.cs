using System.Text;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class CatalogueToolsTests
{
    private readonly ToolDesk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_profile_is_the_customers_own_whatever_the_model_asks()
    {
        await _desk.Store.AddMissingAsync([SomeCustomers.Ana()], Stop);

        var own = await _desk.DecideAsync("get_profile", """{"customerId":"customer-2"}""");
        var none = await _desk.DecideAsync("get_profile", "{}", customer: CornerShop.Ben);

        Assert.Equal(
            """
            {"outcome":"found","profile":{"name":"Ana Martins","email":"ana.martins@example.com",
            "address":"12 Elm Street, Apt 4, Portland, OR 97201, USA","paymentMethods":[
            {"id":"credit_card_4421","name":"Visa ending in 4242","kind":"card","balance":null},
            {"id":"paypal_ana","name":"PayPal","kind":"paypal","balance":null},
            {"id":"gift_card_8831","name":"Gift card ending in 8831","kind":"gift card","balance":25.00}]}}
            """.ReplaceLineEndings(""),
            own.Output);
        Assert.Equal("not_found", ToolDesk.Outcome(none));
    }

    [Fact]
    public async Task A_product_is_found_with_its_variants()
    {
        await _desk.Store.AddMissingAsync([SomeProducts.WithVariants(1, "2041")], Stop);

        var found = await _desk.DecideAsync("get_product", """{"productId":"2041"}""");

        Assert.Equal(
            """
            {"outcome":"found","product":{"productId":"2041","name":"Wireless headphones","variants":[
            {"itemId":"8400000000","options":{"color":"black","size":"0"},"price":89.00,"available":true}]}}
            """.ReplaceLineEndings(""),
            found.Output);
        Assert.Equal("not_found", ToolDesk.Outcome(await _desk.DecideAsync("get_product", """{"productId":"8400000000"}""")));
        Assert.Equal("error", ToolDesk.Outcome(await _desk.DecideAsync("get_product", """{"productId":""}""")));
    }

    [Fact]
    public async Task A_product_with_endless_variants_keeps_within_the_bound()
    {
        var endless = new Product("1", "Mug", [.. Enumerable.Range(0, 500).Select(n => new ProductVariant(
            $"{n}", [.. Enumerable.Range(0, 10).Select(o => new ProductOption($"option {o}", new string('\u4e2d', 200)))], 1m, true))]);
        await _desk.Store.AddMissingAsync([endless], Stop);

        var found = await _desk.DecideAsync("get_product", """{"productId":"1"}""");

        Assert.InRange(Encoding.UTF8.GetByteCount(found.Output), 1000, 16 * 1024);
    }

    [Theory]
    [InlineData("headphones", "Wireless headphones")]
    [InlineData("a DESK lamp", "Desk lamp", "Lamp oil", "Standing desk")]
    [InlineData("lamps", "Desk lamp", "Lamp oil")]
    [InlineData("submarine")]
    public async Task Products_are_found_by_words_of_their_names_best_match_first(string query, params string[] names)
    {
        await _desk.Store.AddMissingAsync(
            [.. new[] { "Wireless headphones", "Standing desk", "Lamp oil", "Desk lamp" }.Select(name => SomeProducts.WithVariants(1, name: name))], Stop);

        var found = await _desk.AskAsync("find_products", $$"""{"query":"{{query}}"}""");

        Assert.Equal(names, found.GetProperty("products").EnumerateArray().Select(product => product.GetProperty("name").GetString()));
        Assert.False(found.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task That_there_are_more_than_are_listed_is_said()
    {
        await _desk.Store.AddMissingAsync([.. Enumerable.Range(0, 21).Select(n => SomeProducts.WithVariants(1, name: $"Mug {n:D2}"))], Stop);

        var found = await _desk.AskAsync("find_products", """{"query":"mug"}""");

        Assert.Equal(20, found.GetProperty("products").GetArrayLength());
        Assert.True(found.GetProperty("more").GetBoolean());
    }
}
