using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>Looks the customer's own profile up; there is no argument by which it could be somebody else's.</summary>
internal sealed class GetProfileTool(ICustomerStore customers) : Tool<GetProfileTool.Arguments>(
    "get_profile", "Looks up the customer's own profile: name, e-mail, default address, and payment methods with their ids and gift card balances.")
{
    protected override string Doing(Arguments? arguments) => "Looking up your profile…";

    protected override async Task<ToolDecision> DecideAsync(Arguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        new(await customers.FindAsync(context.Customer.CustomerId, cancellationToken) is { } profile
            ? LookUpOutput.Found(profile)
            : LookUpOutput.ProfileNotFound());

    internal sealed record Arguments;
}
