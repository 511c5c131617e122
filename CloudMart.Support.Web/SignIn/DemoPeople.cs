using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Who the demo accounts are: themselves, except that <c>Demo:Customer</c> may put another of the shop's customers in Ana's place.</summary>
internal sealed class DemoPeople(ICustomerStore customers, IOptions<DemoOptions> options)
{
    public async Task<DemoAccount> BehindAsync(DemoAccount account, CancellationToken cancellationToken)
    {
        if (account != DemoAccounts.Ana || options.Value.Customer is not { Length: > 0 } id || id == account.Id)
        {
            return account;
        }

        return await customers.FindAsync(id, cancellationToken) is { } profile
            ? account with { Id = id, GivenName = profile.GivenName, FamilyName = profile.FamilyName }
            : account with { Id = id, GivenName = id, FamilyName = "" };
    }
}
