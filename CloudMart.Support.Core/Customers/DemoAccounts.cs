using System.Collections.Immutable;

namespace CloudMart.Support.Core.Customers;

/// <summary>The accounts of the demo shop.</summary>
public static class DemoAccounts
{
    public static readonly DemoAccount Ana = new("customer-1", "Ana", "Martins", DemoRole.Customer);
    public static readonly DemoAccount Ben = new("customer-2", "Ben", "Okafor", DemoRole.Customer);
    public static readonly DemoAccount Sam = new("staff-1", "Sam", "Lindqvist", DemoRole.Staff);
    public static readonly DemoAccount Priya = new("supervisor-1", "Priya", "Raman", DemoRole.Supervisor);

    public static ImmutableArray<DemoAccount> All { get; } = [Ana, Ben, Sam, Priya];

    public static DemoAccount? Find(string id) => All.FirstOrDefault(account => account.Id == id);
}

/// <summary>Somebody who can sign in to the demo shop.</summary>
/// <param name="Id">E.g. <c>customer-1</c>.</param>
/// <param name="GivenName">What a greeting calls them.</param>
/// <param name="FamilyName">For lists.</param>
/// <param name="Role">What they may see.</param>
public sealed record DemoAccount(string Id, string GivenName, string FamilyName, DemoRole Role)
{
    public string FullName => $"{GivenName} {FamilyName}".TrimEnd();
}

public enum DemoRole
{
    Customer,
    Staff,

    /// <summary>Staff who also decide on approvals.</summary>
    Supervisor,
}
