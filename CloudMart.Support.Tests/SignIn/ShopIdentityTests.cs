using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.SignIn.Provider;

namespace CloudMart.Support.Tests.SignIn;

/// <summary>Who somebody is here, by what a provider says of them.</summary>
public sealed class ShopIdentityTests
{
    [Theory]
    [InlineData("", "Customer", "customer")]
    [InlineData("", "Staff", null)]
    [InlineData("something else", "Customer", "customer")]
    [InlineData("something else", "Staff", null)]
    [InlineData("staff", "Customer", null)]
    [InlineData("staff", "Staff", "staff")]
    [InlineData("Staff", "Staff", null)]
    [InlineData("supervisor", "Staff", "staff supervisor")]
    [InlineData("supervisor,staff", "Staff", "staff supervisor")]
    [InlineData("supervisor", "Customer", null)]
    public void Who_has_no_role_of_staff_is_a_customer_and_supervisors_are_staff(string given, string scheme, string? roles) =>
        Assert.Equal(roles, RolesOf(ShopIdentity.In(scheme, Person(given), new())));

    [Theory]
    [InlineData("", "Customer", null)]
    [InlineData("buyer", "Customer", "customer")]
    [InlineData("buyer,agents", "Customer", "customer")]
    [InlineData("buyer,agents", "Staff", "staff")]
    [InlineData("staff", "Staff", null)]
    [InlineData("leads", "Staff", "staff supervisor")]
    public void A_provider_may_have_names_of_its_own_for_roles(string given, string scheme, string? roles) => Assert.Equal(
        roles,
        RolesOf(ShopIdentity.In(scheme, Person(given), new() { CustomerRole = "buyer", StaffRole = "agents", SupervisorRole = "leads" })));

    [Fact]
    public void The_customers_id_is_read_from_the_claim_that_the_settings_name()
    {
        var identity = ShopIdentity.In(SignInSchemes.Customer, Person("", new Claim("shop_id", "customer-1")), new() { CustomerIdClaim = "shop_id" });

        Assert.Equal("customer-1", new ClaimsPrincipal(identity!).Customer()!.CustomerId);
    }

    [Fact]
    public void Whether_a_customer_came_by_the_browser_by_a_token_or_with_a_demo_account_stays_with_them()
    {
        var person = Person("", new Claim("way", nameof(SignInWay.Demo)));

        Assert.Equal(SignInWay.Provider, new ClaimsPrincipal(ShopIdentity.In(SignInSchemes.Customer, person, new())!).Customer()!.Way);
        Assert.Equal(SignInWay.Token, ShopIdentity.ForApi(person, new()).Customer()!.Way);
        Assert.Equal(SignInWay.Demo, DemoAccounts.Ana.ToPrincipal(SignInSchemes.Customer).Customer()!.Way);
        Assert.Equal(SignInWay.Token, DemoAccounts.Ana.ToPrincipal(SignInSchemes.DemoBearer).Customer()!.Way);
    }

    [Fact]
    public void Without_an_id_nobody_gets_in() =>
        Assert.Null(ShopIdentity.In(SignInSchemes.Customer, Person(""), new() { CustomerIdClaim = "shop_id" }));

    [Fact]
    public void A_claim_of_the_shops_own_kind_that_the_provider_sends_counts_for_nothing()
    {
        var identity = ShopIdentity.In(SignInSchemes.Customer, Person("", new Claim(ClaimTypes.Role, "staff"), new Claim("session", "s")), new());

        Assert.Equal("customer", RolesOf(identity));
        Assert.False(identity!.HasClaim(claim => claim.Type == "session"));
    }

    [Fact]
    public void A_person_of_the_staff_is_known_by_their_first_name_and_whether_they_are_a_supervisor()
    {
        var person = new ClaimsPrincipal(ShopIdentity.In(SignInSchemes.Staff, Person("supervisor", new Claim("given_name", "Priya")), new())!);

        Assert.Equal(new("someone", "Priya", IsSupervisor: true), person.RequiredStaff());
        Assert.Null(person.Customer());
    }

    private static ClaimsPrincipal Person(string roles, params Claim[] more) => new(new ClaimsIdentity(
        [new("sub", "someone"), .. more, .. roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => new Claim("roles", role))]));

    private static string? RolesOf(ClaimsIdentity? identity) =>
        identity is null ? null : string.Join(' ', identity.FindAll(ClaimTypes.Role).Select(claim => claim.Value));
}
