using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>Whom scenarios are about: the demo shop's customers.</summary>
internal static class People
{
    public static bool IsPronoun(string who) => who.ToUpperInvariant() is "SHE" or "HE" or "THEY";

    public static CustomerProfile? Find(string who) =>
        DemoCustomers.All.FirstOrDefault(profile => profile.GivenName.Equals(who, StringComparison.OrdinalIgnoreCase));

    /// <returns>What is wrong with the name; null when nothing is.</returns>
    public static string? Mistake(string who) => IsPronoun(who) || Find(who) is not null
        ? null
        : $"there is nobody called \"{who}\"; there are {string.Join(" and ", DemoCustomers.All.Select(profile => profile.GivenName))}.";
}
