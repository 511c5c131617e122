using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Customers;

public sealed class CustomersSetupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "true", true)]
    public void The_demo_is_there_in_development_or_when_it_is_asked_for(string environment, string? setting, bool expected)
    {
        var services = Host(environment, ("Demo:Enabled", setting));

        Assert.Equal(expected, services.GetRequiredService<IOptions<DemoOptions>>().Value.Enabled);
        Assert.Equal(expected, services.GetService<DemoShop>() is not null);
    }

    [Fact]
    public async Task The_demos_customers_are_known_by_their_given_names_and_its_staff_are_no_customers()
    {
        var services = Host("Development");
        await services.GetRequiredService<DemoShop>().SeedAsync(Token);
        var directory = services.GetRequiredService<ICustomerDirectory>();

        Assert.Equal(new SignedInCustomer("customer-1", "Ana"), await directory.FindAsync("customer-1", Token));
        Assert.Equal(new SignedInCustomer("customer-2", "Ben"), await directory.FindAsync("customer-2", Token));
        Assert.Null(await directory.FindAsync("staff-1", Token));
        Assert.Null(await directory.FindAsync("customer-3", Token));
    }

    [Fact]
    public async Task Without_a_profile_nobody_is_known() =>
        Assert.Null(await Host("Production").GetRequiredService<ICustomerDirectory>().FindAsync("customer-1", Token));

    [Fact]
    public void A_wrong_number_of_extra_orders_is_named()
    {
        var options = Host("Development", ("Demo:ExtraOrders", "-1")).GetRequiredService<IOptions<DemoOptions>>();

        Assert.Contains("ExtraOrders", Assert.Throws<OptionsValidationException>(() => options.Value).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Host(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = environment });
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        var store = new InMemoryOrderStore();
        return builder.Services
            .AddCustomers(builder.Configuration)
            .AddOrders(builder.Configuration)
            .AddSingleton<IOrderStore>(store)
            .AddSingleton<ICustomerStore>(store)
            .AddSingleton<IProductStore>(store)
            .BuildServiceProvider();
    }
}
