using System.Net.Http.Json;
using System.Text.Json;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using CloudMart.Support.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Hosting;

[Trait("Needs", "Server")]
public sealed class ImportTauCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_portal_can_be_tried_as_an_imported_customer_by_token_and_by_button()
    {
        using var shop = new SmallTauShop();
        await using var portal = new Portal(new() { ["Demo:Customer"] = "mia_li_1" });

        var (code, said) = await RunAsync(portal, shop.Path);
        var caller = await portal.CallerAsync("customer-1");
        var list = await caller.GetFromJsonAsync<JsonElement>("/api/orders", Stop);
        using var browser = await Browser.SignedInAsync(portal, "customer-1");
        var page = await browser.ReadAsync("/signin");

        Assert.Equal(0, code);
        Assert.Contains("1 products, 1 customers and 1 orders", said, StringComparison.Ordinal);
        Assert.Equal("#W1", Assert.Single(list.GetProperty("orders").EnumerateArray()).GetProperty("orderId").GetString());
        Assert.Contains("Mia Li</b> (mia_li_1)", page, StringComparison.Ordinal);
        Assert.Contains("customer-1 is mia_li_1", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_accounts_stay_themselves()
    {
        await using var portal = new Portal(new() { ["Demo:Customer"] = "nobody_we_know" });
        using var ben = await Browser.SignedInAsync(portal, "customer-2");
        using var stranger = await Browser.SignedInAsync(portal, "customer-1");

        Assert.Contains("Ben Okafor</b> (customer-2)", await ben.ReadAsync("/signin"), StringComparison.Ordinal);
        Assert.Contains("nobody_we_know</b> (nobody_we_know)", await stranger.ReadAsync("/signin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_directory_it_says_what_it_needs_and_with_a_wrong_one_what_is_wrong()
    {
        await using var portal = new Portal();

        Assert.Equal((2, "import-tau needs one argument: the directory with products.json, users.json and orders.json."), await RunAsync(portal));
        Assert.Equal((1, "There is no directory /nowhere."), await RunAsync(portal, "/nowhere"));
    }

    [Fact]
    public void A_path_is_the_commands_and_not_the_name_of_a_setting()
    {
        var line = CommandLine.Of(["import-tau", "/some/where", "--Store=DynamoDb"]);

        Assert.Equal(("import-tau", "/some/where"), (line.Command, Assert.Single(line.Arguments)));
        Assert.Equal(["--Store=DynamoDb"], line.Settings);
    }

    private static async Task<(int Code, string Said)> RunAsync(Portal portal, params string[] arguments)
    {
        using var output = new StringWriter();
        var import = portal.Services.GetServices<ICommand>().Single(command => command.Name == "import-tau");
        return (await import.RunAsync(arguments, output, Stop), output.ToString().Trim());
    }
}
