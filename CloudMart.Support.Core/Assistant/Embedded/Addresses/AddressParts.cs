namespace CloudMart.Support.Core.Assistant.Embedded.Addresses;

/// <summary>As much of a postal address as the customer has said.</summary>
internal sealed record AddressParts(
    string? Street = null, string? Line2 = null, string? City = null, string? State = null, string? Zip = null, string? Country = null)
{
    /// <summary>Customers of this shop rarely name it.</summary>
    public const string HomeCountry = "USA";

    /// <summary>What has to be asked for next; null when the address is whole.</summary>
    public AddressPart? FirstMissing => this switch
    {
        { Street: null } => AddressPart.Street,
        { City: null } => AddressPart.City,
        { State: null } => AddressPart.State,
        { Zip: null } => AddressPart.Zip,
        _ => null,
    };

    /// <summary>What was said later wins.</summary>
    public AddressParts Then(AddressParts later) => new(
        later.Street ?? Street,
        later.Line2 ?? Line2,
        later.City ?? City,
        later.State ?? State,
        later.Zip ?? Zip,
        later.Country ?? Country);
}

internal enum AddressPart
{
    Street,
    City,
    State,
    Zip,
}
