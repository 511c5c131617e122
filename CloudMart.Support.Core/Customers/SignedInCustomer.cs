namespace CloudMart.Support.Core.Customers;

/// <summary>The customer on whose behalf something happens. It comes from the sign-in or from the conversation's owner, never from a model.</summary>
/// <param name="CustomerId">The shop's id of the customer, e.g. <c>customer-1</c>.</param>
/// <param name="Name">What the greeting calls them, e.g. <c>Ana</c>.</param>
public sealed record SignedInCustomer(string CustomerId, string Name)
{
    /// <summary>Null where nobody signed in: the name came from the conversation's owner.</summary>
    public SignInWay? Way { get; init; }
}
